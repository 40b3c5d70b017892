import type { ReactNode } from 'react'

/** Nothing to show: one sentence and, where there is one, the one thing to do about it. */
export function Empty({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className="grid justify-items-center gap-3 px-4 py-10 text-center text-ink-2">
      <p>{children}</p>
      {action}
    </div>
  )
}
