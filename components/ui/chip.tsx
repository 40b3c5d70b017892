import type { ReactNode } from 'react'

const tones = {
  exceed: 'chip-exceed',
  met: 'chip-met',
  miss: 'chip-miss',
  none: 'chip-none',
}
const dashed = {
  exceed: 'border-dashed border-met text-exceed-text',
  met: 'border-dashed border-met text-met-text',
  miss: 'border-dashed border-miss text-miss-text',
  none: 'border-dashed border-none text-none-text',
}

export type ChipTone = keyof typeof tones

type Props = {
  tone: ChipTone
  /** A dashed outline without a fill: stated by a source, not computed. */
  outline?: boolean
  children: ReactNode
}

/** A status in 22 px; the words and the glyph inside carry the meaning, the colour only repeats it. */
export function Chip({ tone, outline = false, children }: Props) {
  return <span className={`chip ${outline ? dashed[tone] : tones[tone]}`}>{children}</span>
}
