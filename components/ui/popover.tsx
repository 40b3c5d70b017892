'use client'
import { Popover as Base } from '@base-ui/react/popover'
import type { ReactElement, ReactNode } from 'react'

type Props = {
  /** The button that opens it. */
  trigger: ReactElement<Record<string, unknown>>
  title: string
  children: ReactNode
}

/** A note beside its button, at most 280 px wide: the source of a figure, why a cell is doubtful. */
export function Popover({ trigger, title, children }: Props) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner align="start" sideOffset={6} collisionPadding={8} className="z-30">
          <Base.Popup className="w-max max-w-70 rounded-popover border border-line bg-raised p-3 text-sm shadow-popover transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0">
            <Base.Title className="mb-1 font-semibold">{title}</Base.Title>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
