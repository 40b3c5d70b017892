'use client'
import { type ReactNode, useEffect, useRef } from 'react'

/** The part of a page that a link has just opened: the focus goes there, so that Tab and a screen reader go on in it. */
export function FormPanel({ children }: { children: ReactNode }) {
  const panel = useRef<HTMLElement>(null)
  // On a phone the panel stands where the list stood; on a desk beside it: nothing needs to scroll.
  useEffect(() => panel.current?.focus({ preventScroll: true }), [])
  return (
    <section
      ref={panel}
      id="form"
      tabIndex={-1}
      aria-labelledby="form-title"
      className="grid gap-3 rounded-card border border-line bg-surface px-4 py-3 shadow-card outline-none wide:sticky wide:top-15 wide:max-h-[calc(100dvh-4.5rem)] wide:overflow-y-auto"
    >
      {children}
    </section>
  )
}
