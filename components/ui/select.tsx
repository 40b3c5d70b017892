'use client'

import { ChevronDown } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { controlClass } from './input.tsx'

export type Option = { value: string; label: string; disabled?: boolean }
/** Options under a heading. */
export type OptionGroup = { label: string; options: readonly Option[] }

type Props = Omit<ComponentProps<'select'>, 'children'> & { options: readonly (Option | OptionGroup)[] }

const optionsOf = (options: Props['options']): ReactNode[] =>
  options.map((option) =>
    'options' in option ? (
      <optgroup key={option.label} label={option.label}>
        {optionsOf(option.options)}
      </optgroup>
    ) : (
      <option key={option.value} value={option.value} disabled={option.disabled}>
        {option.label}
      </option>
    ),
  )

const chevron = (
  <ChevronDown aria-hidden size={14} strokeWidth={1.75} className="pointer-events-none absolute right-2.5 text-ink-3" />
)

/** A native select that looks like an input; use it inside `Field`. */
export function Select({ options, className = '', ...props }: Props) {
  return (
    <span className="relative flex items-center">
      <select {...props} className={`h-11 appearance-none pr-8 desk:h-8 ${controlClass} ${className}`}>
        {optionsOf(options)}
      </select>
      {chevron}
    </span>
  )
}

/** The filter control of the design: label and value inside one frame. */
export function FilterSelect({ label, options, ...props }: Props & { label: string }) {
  return (
    <label className="relative inline-flex h-9 shrink-0 items-center rounded-control border border-line-2 bg-surface text-sm has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent desk:h-8">
      <span className="pl-2.5 text-ink-3">{label}</span>
      <select
        {...props}
        className="field-sizing-content h-full max-w-64 appearance-none bg-transparent pr-8 pl-2 font-medium text-ink outline-none"
      >
        {optionsOf(options)}
      </select>
      {chevron}
    </label>
  )
}
