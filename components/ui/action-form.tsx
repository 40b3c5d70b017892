'use client'
import {
  createContext,
  type FormEvent,
  type ReactNode,
  startTransition,
  useActionState,
  useContext,
  useEffect,
  useRef,
} from 'react'
import { Checkbox } from './checkbox.tsx'
import { Field } from './field.tsx'
import type { FormState, StatefulAction } from './form-state.ts'
import { Input, Textarea } from './input.tsx'
import { Notice } from './notice.tsx'
import { type Option, Select } from './select.tsx'

const Context = createContext<FormState>({ status: 'idle' })

type Props = {
  action: StatefulAction
  /** Made by the server for this showing of the form: sending it twice has one effect. */
  submissionKey: string
  className?: string
  children: ReactNode
}

/** A form on a server action: works before any script, says what was refused, and keeps what was typed. */
export function ActionForm({ action, submissionKey, className = 'grid gap-3', children }: Props) {
  const [state, submit] = useActionState(action, { status: 'idle' })
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (state.status === 'done') form.current?.reset()
  }, [state])

  // React empties a form after its action, refused ones and what was typed meanwhile included; so we send it ourselves.
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    startTransition(() => submit(fields))
  }
  return (
    // `action` is for a browser that has not loaded the script: it is answered a page whose fields hold what was typed.
    <form ref={form} action={submit} onSubmit={send} className={className} noValidate>
      <input type="hidden" name="key" value={submissionKey} />
      {state.status === 'refused' ? <Notice tone="error">{state.message}</Notice> : null}
      {state.status === 'done' ? <Notice tone="info">{state.message}</Notice> : null}
      <Context value={state}>{children}</Context>
    </form>
  )
}

/** What was typed into a field before it was refused, and why it was. */
function useSubmitted(name: string): { typed: string | undefined; error: string | undefined; refused: boolean } {
  const state = useContext(Context)
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
  const state = useContext(Context)
  const ofAnother = state.status === 'refused' && state.values[name] !== choice
  return (
    <Context key={choice} value={ofAnother ? { status: 'idle' } : state}>
      {children}
    </Context>
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
