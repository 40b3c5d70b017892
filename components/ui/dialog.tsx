'use client'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'

type Content = {
  title: string
  description?: ReactNode
  /** `wide`: with room for a table; `drawer`: 400 px from the right, the whole screen on a phone. */
  kind?: 'dialog' | 'wide' | 'drawer'
  children: ReactNode
}

type Props = Content & {
  /** By Esc, the cross or a press outside. */
  onClose: () => void
  /** What takes the focus afterwards, where that is not what had it before. */
  returnFocus?: () => HTMLElement | null
}

const panel = 'm-auto max-h-[calc(100dvh-2rem)] max-w-[calc(100vw-2rem)] rounded-card border'
const kinds = {
  dialog: `${panel} w-110`,
  wide: `${panel} w-160`,
  drawer: 'm-0 ml-auto h-dvh max-h-none w-full max-w-none desk:w-100 desk:border-l',
}

/**
 * A question that must be answered first (dialog), or a form beside its list (drawer): open while it is rendered. The
 * browser keeps the focus inside and gives it back.
 */
export function Dialog({ title, description, kind = 'dialog', onClose, returnFocus, children }: Props) {
  const t = useTranslations('action')
  const id = useId()
  const element = useRef<HTMLDialogElement>(null)
  const focusAfter = useRef(returnFocus)
  useLayoutEffect(() => {
    const dialog = element.current
    const after = focusAfter.current
    dialog?.showModal()
    return () => {
      dialog?.close()
      after?.()?.focus()
    }
  }, [])
  return (
    <dialog
      ref={element}
      aria-labelledby={`${id}-title`}
      aria-describedby={description ? `${id}-description` : undefined}
      // React's development opens it twice, and hears of the first closing when it is open again.
      onClose={(event) => {
        if (!event.currentTarget.open) onClose()
      }}
      // The panel covers the element, so what hits the element itself is the shade around it.
      onMouseDown={(event) => {
        if (event.target !== event.currentTarget) return
        // The focus is given back, and stays there.
        event.preventDefault()
        onClose()
      }}
      className={`overflow-hidden border-line bg-raised p-0 text-ink shadow-popover transition-opacity backdrop:bg-shade starting:opacity-0 ${kinds[kind]}`}
    >
      {/* The scrollbar is the panel's: one of the element itself would count as the shade. */}
      <div className="flex h-full max-h-[inherit] flex-col gap-3 overflow-y-auto p-4">
        <div className="flex items-start gap-2">
          <h2 id={`${id}-title`} className="text-md">
            {title}
          </h2>
          <button
            type="button"
            aria-label={t('close')}
            onClick={onClose}
            className="-mt-1 -mr-1 ml-auto inline-flex size-7 shrink-0 items-center justify-center rounded-control text-ink-2 hover:bg-sunken hover:text-ink"
          >
            <X aria-hidden size={16} strokeWidth={1.75} />
          </button>
        </div>
        {description ? (
          <p id={`${id}-description`} className="text-sm text-ink-2">
            {description}
          </p>
        ) : null}
        {children}
      </div>
    </dialog>
  )
}
