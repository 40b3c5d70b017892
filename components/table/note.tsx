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
export function Note({ id, title, trigger, icon = false, className = '', children }: Props) {
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        aria-label={icon ? title : undefined}
        className={
          icon
            ? `inline-flex size-6 shrink-0 items-center justify-center rounded-control text-ink-2 hover:bg-sunken hover:text-ink ${className}`
            : className
        }
      >
        {trigger}
      </button>
      <section
        id={id}
        popover="auto"
        aria-label={title}
        className="max-h-[60dvh] w-70 max-w-[calc(100vw-2rem)] overflow-y-auto rounded-popover border border-line bg-raised p-3 text-left text-sm font-normal whitespace-normal text-ink not-italic no-underline shadow-popover [position-try-fallbacks:flip-inline,flip-block,flip-block_flip-inline] supports-[position-area:bottom]:inset-auto supports-[position-area:bottom]:m-1 supports-[position-area:bottom]:[position-area:bottom_span-right]"
      >
        <p className="mb-1 font-semibold">{title}</p>
        {children}
      </section>
    </>
  )
}
