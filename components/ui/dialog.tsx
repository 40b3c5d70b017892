'use client'
import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactElement, ReactNode } from 'react'

type Props = {
  /** The button that opens it; left out where the owner opens it. */
  trigger?: ReactElement<Record<string, unknown>>
  title: string
  description?: ReactNode
  /** `drawer`: 400 px from the right, the whole screen on a phone. */
  kind?: 'dialog' | 'drawer'
  open?: boolean
  onOpenChange?: (open: boolean) => void
  /** What takes the focus afterwards, where that is not what had it before. */
  returnFocus?: () => HTMLElement | null
  children: ReactNode
}

const kinds = {
  dialog:
    'top-1/2 left-1/2 max-h-[calc(100dvh-2rem)] w-110 max-w-[calc(100vw-2rem)] -translate-x-1/2 -translate-y-1/2 rounded-card border',
  drawer: 'inset-y-0 right-0 w-full desk:w-100 desk:border-l',
}

/** A question that must be answered first (dialog), or a form beside its list (drawer). Focus stays inside. */
export function Dialog(props: Props) {
  const { trigger, title, description, kind = 'dialog', open, onOpenChange, returnFocus, children } = props
  const t = useTranslations('action')
  return (
    <Base.Root
      {...(open !== undefined && { open })}
      {...(onOpenChange && { onOpenChange: (next) => onOpenChange(next) })}
    >
      {trigger ? <Base.Trigger render={trigger} /> : null}
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-shade transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Popup
          {...(returnFocus && { finalFocus: returnFocus })}
          className={`fixed z-50 flex flex-col gap-3 overflow-y-auto border-line bg-raised p-4 shadow-popover transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0 ${kinds[kind]}`}
        >
          <div className="flex items-start gap-2">
            <Base.Title className="text-md">{title}</Base.Title>
            <Base.Close
              aria-label={t('close')}
              className="-mt-1 -mr-1 ml-auto inline-flex size-7 shrink-0 items-center justify-center rounded-control text-ink-2 hover:bg-sunken hover:text-ink"
            >
              <X aria-hidden size={16} strokeWidth={1.75} />
            </Base.Close>
          </div>
          {description ? <Base.Description className="text-sm text-ink-2">{description}</Base.Description> : null}
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
