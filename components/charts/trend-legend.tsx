import type { ReactNode } from 'react'
import { Diamond, Disc, Triangle } from './trend-shapes.tsx'

type Props = {
  words: { good: string; miss: string; neutral: string; hollow: string; adopted: string; assigned: string }
}

/** The marks of a trend and their meaning. */
export function TrendLegend({ words }: Props) {
  const entries: [string, ReactNode][] = [
    [words.good, <Disc key="" y={0} colour="var(--met)" hollow={false} />],
    [words.miss, <Triangle key="" y={0} colour="var(--miss)" hollow={false} />],
    [words.neutral, <Disc key="" y={0} colour="var(--none)" hollow={false} />],
    [words.hollow, <Disc key="" y={0} colour="var(--ink-3)" hollow />],
    [words.adopted, <rect key="" x="-10" y="-1.25" width="20" height="2.5" fill="var(--ink)" />],
    [words.assigned, <Diamond key="" y={0} />],
  ]
  return (
    <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-2">
      {entries.map(([label, mark]) => (
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
