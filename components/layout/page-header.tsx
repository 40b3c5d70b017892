import type { ReactNode } from 'react'

type Props = {
  title: ReactNode
  /** The line below: what the page covers, state, due date. */
  sub?: ReactNode
  /** At most one of them is primary. */
  actions?: ReactNode
}

/** The head of a page: its only h1. */
export function PageHeader({ title, sub, actions }: Props) {
  return (
    <header className="flex flex-wrap items-end gap-x-4 gap-y-2">
      <div className="min-w-0 flex-1 basis-56">
        <h1 className="text-xl">{title}</h1>
        {sub ? <div className="flex flex-wrap items-center gap-x-3 text-sm text-ink-2">{sub}</div> : null}
      </div>
      {actions ? <div className="flex flex-wrap items-center gap-3">{actions}</div> : null}
    </header>
  )
}
