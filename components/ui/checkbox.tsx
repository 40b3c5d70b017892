import type { ComponentProps, ReactNode } from 'react'

/** A native checkbox with its words; the whole line is the target. */
export function Checkbox({ children, className = '', ...props }: ComponentProps<'input'> & { children: ReactNode }) {
  return (
    <label className={`inline-flex min-h-8 items-center gap-2 text-sm ${className}`}>
      <input {...props} type="checkbox" className="size-4 shrink-0 rounded-bar accent-accent" />
      {children}
    </label>
  )
}
