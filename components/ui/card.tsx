import type { ReactNode } from 'react'

type Props = {
  title?: ReactNode
  /** A word beside the title, such as a count. */
  meta?: ReactNode
  actions?: ReactNode
  /** Without padding: for a table that reaches the frame. */
  flush?: boolean
  className?: string
  children: ReactNode
}

/** A surface with a hairline: the only box of the design. */
export function Card({ title, meta, actions, flush = false, className = '', children }: Props) {
  const head =
    title || actions ? (
      <div
        className={`flex flex-wrap items-center gap-x-3 gap-y-2 ${flush ? 'border-b border-line px-4 py-2.5' : 'mb-2.5'}`}
      >
        {title ? <h2 className="text-md">{title}</h2> : null}
        {meta ? <span className="text-xs text-ink-3">{meta}</span> : null}
        {actions ? <div className="ml-auto flex flex-wrap items-center gap-2">{actions}</div> : null}
      </div>
    ) : null
  return (
    <section
      className={`relative rounded-card border border-line bg-surface shadow-card ${flush ? 'overflow-clip' : 'px-4 py-3'} ${className}`}
    >
      {head}
      {children}
    </section>
  )
}
