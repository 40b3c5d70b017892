import type { ReactNode } from 'react'

/** A small outlined word after a number: "ước" (an estimate), "càng thấp càng tốt". An official figure has none. */
export function Tag({ children }: { children: ReactNode }) {
  return <span className="tag">{children}</span>
}
