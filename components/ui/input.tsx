import type { ComponentProps } from 'react'

/** The frame of a text control: 44 px and 16 px type on a phone (no zoom on focus), 32 px and 13 px on a desk. */
export const controlClass =
  'w-full rounded-control border border-control bg-surface px-2.5 text-input text-ink placeholder:text-ink-3 aria-invalid:border-error aria-invalid:bg-error-tint disabled:bg-sunken disabled:text-ink-3 desk:text-sm'

export function Input({ className = '', ...props }: ComponentProps<'input'>) {
  return (
    <input
      {...props}
      className={`h-11 read-only:bg-sunken read-only:text-ink-2 desk:h-8 ${controlClass} ${className}`}
    />
  )
}

export function Textarea({ className = '', ...props }: ComponentProps<'textarea'>) {
  return <textarea rows={3} {...props} className={`py-1.5 ${controlClass} ${className}`} />
}
