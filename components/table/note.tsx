import type { ReactNode } from 'react'

type Props = {
  id: string
  /** The name of the panel, and of the button where its content has no words of its own. */
  title: string
  /** What the button shows; an icon alone is named by `title`. */
  trigger: ReactNode
  /** True where `trigger` is an icon without words: it then has a look of its own. */
  icon?: boolean
  /** Of the button. */
  className?: string
  children: ReactNode
}

/**
 * A note beside its button that opens without a script: the source of a figure, how a plan was derived. It stands at
 * its button where the browser can place it there, else in the middle of the screen.
 */
export function Note({ id, title, trigger, icon = false, className, children }: Props) {
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        aria-label={icon ? title : undefined}
        className={icon ? ['icon-button', className].filter(Boolean).join(' ') : className}
      >
        {trigger}
      </button>
      <section id={id} popover="auto" aria-label={title} className="note-panel">
        <p className="note-title">{title}</p>
        {children}
      </section>
    </>
  )
}
