import type { ComponentProps, ReactNode } from 'react'

/** A question with a few answers, of which one is chosen. */
export function Choice({ legend, children }: { legend: ReactNode; children: ReactNode }) {
  return (
    <fieldset className="flex flex-wrap gap-x-4">
      <legend className="text-sm font-medium">{legend}</legend>
      {children}
    </fieldset>
  )
}

/** A native radio button with its words; the whole line is the target. */
export function Radio({ children, ...props }: ComponentProps<'input'> & { children: ReactNode }) {
  return (
    <label className="inline-flex min-h-8 items-center gap-2 text-sm">
      <input {...props} type="radio" className="size-4 shrink-0 accent-accent" />
      {children}
    </label>
  )
}
