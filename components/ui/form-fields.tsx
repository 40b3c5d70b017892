'use client'
import { type ReactNode, useContext } from 'react'
import { FormContext } from './action-form.tsx'
import { Checkbox } from './checkbox.tsx'
import { Field } from './field.tsx'
import { Input, Textarea } from './input.tsx'
import { type Option, Select } from './select.tsx'

/** What was typed into a field before it was refused, and why it was. */
function useSubmitted(name: string): { typed: string | undefined; error: string | undefined; refused: boolean } {
  const state = useContext(FormContext)
  return state.status === 'refused'
    ? { typed: state.values[name], error: state.fields[name], refused: true }
    : { typed: undefined, error: undefined, refused: false }
}

type FieldProps = { name: string; label: string; hint?: string; defaultValue?: string | undefined }

export function TextField({
  name,
  label,
  hint,
  defaultValue,
  lines = 1,
  ...input
}: FieldProps & {
  /** More than one: a text area. */
  lines?: number
  type?: 'text' | 'password' | 'date' | 'url'
  inputMode?: 'numeric'
  autoComplete?: string
  required?: boolean
  readOnly?: boolean
}) {
  const { typed, error } = useSubmitted(name)
  const value = typed ?? defaultValue
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) =>
        lines > 1 ? (
          <Textarea {...control} name={name} rows={lines} defaultValue={value} />
        ) : (
          <Input {...control} {...input} name={name} defaultValue={value} />
        )
      }
    </Field>
  )
}

export function SelectField({
  name,
  label,
  hint,
  defaultValue,
  options,
  onChoose,
}: FieldProps & { options: Option[]; onChoose?: (value: string) => void }) {
  const { typed, error } = useSubmitted(name)
  const value = typed ?? defaultValue
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <Select
          {...control}
          name={name}
          options={options}
          defaultValue={value}
          onChange={(event) => onChoose?.(event.target.value)}
        />
      )}
    </Field>
  )
}

/** The fields of what is chosen in the field `name`: what was refused of another choice is not shown as theirs. */
export function FieldsOf({ name, choice, children }: { name: string; choice: string; children: ReactNode }) {
  const state = useContext(FormContext)
  const ofAnother = state.status === 'refused' && state.values[name] !== choice
  return (
    <FormContext key={choice} value={ofAnother ? { status: 'idle' } : state}>
      {children}
    </FormContext>
  )
}

/** A box; what it means stands beside it. An unticked box is not sent, so after a refusal its absence is a "no". */
export function CheckField({ name, label, checked = false }: { name: string; label: string; checked?: boolean }) {
  const { typed, error, refused } = useSubmitted(name)
  const ticked = refused ? typed === 'on' : checked
  return (
    <div className="grid gap-1">
      <Checkbox name={name} defaultChecked={ticked} aria-invalid={error ? true : undefined}>
        {label}
      </Checkbox>
      {error ? <p className="text-xs text-error">{error}</p> : null}
    </div>
  )
}
