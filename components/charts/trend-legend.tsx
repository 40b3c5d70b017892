import type { ReactNode } from 'react'
import type { Tone } from './bullet-frame.tsx'
import { Diamond, Disc, Triangle } from './trend-shapes.tsx'

type Props = {
  /** Those that occur; others need no explanation. */
  tones: ReadonlySet<Tone>
  words: { good: string; miss: string; neutral: string; hollow: string; adopted: string; assigned: string }
}

/** The marks of a trend and their meaning. */
export function TrendLegend({ tones, words }: Props) {
  const entries: { shown: boolean; label: string; mark: ReactNode }[] = [
    { shown: tones.has('good'), label: words.good, mark: <Disc y={0} colour="var(--met)" hollow={false} /> },
    { shown: tones.has('miss'), label: words.miss, mark: <Triangle y={0} colour="var(--miss)" hollow={false} /> },
    { shown: tones.has('neutral'), label: words.neutral, mark: <Disc y={0} colour="var(--none)" hollow={false} /> },
    { shown: tones.size > 0, label: words.hollow, mark: <Disc y={0} colour="var(--ink-3)" hollow /> },
    { shown: true, label: words.adopted, mark: <rect x="-10" y="-1.25" width="20" height="2.5" fill="var(--ink)" /> },
    { shown: true, label: words.assigned, mark: <Diamond y={0} /> },
  ]
  return (
    <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-2">
      {entries
        .filter(({ shown }) => shown)
        .map(({ label, mark }) => (
          <li key={label} className="flex items-center gap-1.5">
            <svg aria-hidden="true" width="22" height="14" viewBox="-11 -7 22 14" className="shrink-0">
              {mark}
            </svg>
            {label}
          </li>
        ))}
    </ul>
  )
}
