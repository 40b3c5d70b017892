'use client'
import { type ReactNode, useEffect, useRef } from 'react'

type Props = {
  /** Another one is another step. */
  id: string
  label: string
  children: ReactNode
}

/** What a step shows. The focus goes along where one step follows another, so that Tab and a screen reader go on in it. */
export function StepPanel({ id, label, children }: Props) {
  const panel = useRef<HTMLElement>(null)
  const shown = useRef(id)
  useEffect(() => {
    if (shown.current === id) return
    shown.current = id
    panel.current?.focus({ preventScroll: true })
  }, [id])
  return (
    <section ref={panel} tabIndex={-1} aria-label={label} className="grid grid-cols-1 gap-3 outline-none">
      {children}
    </section>
  )
}
