import type { ReactNode } from 'react'

/** A small outlined word after a number: "ước" (an estimate), "càng thấp càng tốt". An official figure has none. */
export function Tag({ children }: { children: ReactNode }) {
  return (
    <span className="inline-block rounded-tag border border-line-2 px-1 text-2xs font-normal whitespace-nowrap text-ink-3">
      {children}
    </span>
  )
}
