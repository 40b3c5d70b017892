import { Check, CircleX, CloudOff, Hourglass, LoaderCircle, LogIn, TriangleAlert, Users } from 'lucide-react'
import type { CellStatus } from './cell-state.ts'

const glyphs = {
  refused: { icon: CircleX, className: 'text-error' },
  conflict: { icon: Users, className: 'text-conflict' },
  waiting: { icon: Hourglass, className: 'text-ink-2' },
  signed_out: { icon: LogIn, className: 'text-warn' },
  unsent: { icon: CloudOff, className: 'text-warn' },
  saving: { icon: LoaderCircle, className: 'animate-spin text-accent' },
  warning: { icon: TriangleAlert, className: 'text-warn' },
  saved: { icon: Check, className: 'text-exceed' },
} as const

/** The sign of a cell's state, in the cell and wherever it is counted. */
export function CellGlyph({ status, size = 14 }: { status: CellStatus; size?: number }) {
  if (status === 'rest') return null
  const { icon: Icon, className } = glyphs[status]
  return <Icon aria-hidden size={size} strokeWidth={1.75} className={`shrink-0 ${className}`} />
}

/** A saved cell says so for three seconds. */
export const fades = 'opacity-0 transition-opacity delay-[3s] starting:opacity-100 motion-reduce:opacity-100'

/** How a cell is tinted; only what needs somebody is. */
export const cellTint: Record<CellStatus, string> = {
  refused: 'bg-error-tint ring-[1.5px] ring-error ring-inset',
  conflict: 'bg-conflict-tint ring-[1.5px] ring-conflict ring-inset',
  waiting: 'bg-accent-weak',
  signed_out: 'bg-warn-tint shadow-[inset_3px_0_0_var(--warn-graphic)]',
  unsent: 'bg-warn-tint shadow-[inset_3px_0_0_var(--warn-graphic)]',
  saving: '',
  warning: 'bg-warn-tint shadow-[inset_3px_0_0_var(--warn-graphic)]',
  saved: '',
  rest: '',
}
