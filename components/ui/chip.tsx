import type { ReactNode } from 'react'

const tones = {
  exceed: 'border-transparent bg-exceed-tint text-exceed-text',
  met: 'border-transparent bg-met-tint text-met-text',
  miss: 'border-transparent bg-miss-tint text-miss-text',
  none: 'border-transparent bg-none-tint text-none-text',
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
  return (
    <span
      className={`inline-flex h-[22px] items-center gap-1.5 rounded-cell border px-2 text-sm font-medium whitespace-nowrap ${
        outline ? dashed[tone] : tones[tone]
      }`}
    >
      {children}
    </span>
  )
}
