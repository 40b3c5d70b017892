'use client'
import type { ComponentProps } from 'react'
import { searchKey } from '#domain/unit.ts'
import { Input } from '../ui/input.tsx'

/** `value` is what is meant; `label` what a person reads and types. No two labels are the same. */
export type PickOption = { value: string; label: string }

/** The options of all `Pick`s that name it, written once. */
export function PickList({ id, options }: { id: string; options: readonly PickOption[] }) {
  return (
    <datalist id={id}>
      {options.map(({ value, label }) => (
        <option key={value} value={label} />
      ))}
    </datalist>
  )
}

/** One of many, typed or chosen from the browser's own list. */
export const Pick = (props: ComponentProps<'input'> & { list: string }) => (
  <Input {...props} autoComplete="off" spellCheck={false} />
)

/** What was meant: '' for nothing, null for none of the options; its label, its value, or words only one label has. */
export function picked(options: readonly PickOption[], typed: string): string | null {
  const wanted = searchKey(typed)
  if (wanted === '') return ''
  const exact = options.find(({ value, label }) => searchKey(label) === wanted || searchKey(value) === wanted)
  if (exact) return exact.value
  const [only, ...others] = options.filter(({ label }) => searchKey(label).includes(wanted))
  return only && others.length === 0 ? only.value : null
}
