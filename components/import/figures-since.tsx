'use client'
import { useFormatter, useTranslations } from 'next-intl'
import type { FigureKind } from '#domain/figure.ts'
import type { Refused } from './run-long.ts'

type Since = { unit: string; year: number; indicator: string; kind: FigureKind | null; by: string; at: string }

const SHOWN = 10

/** The figures and lines that stand in the way of an undo: what somebody wrote since. */
export function FiguresSince({ refused }: { refused: Refused }) {
  const t = useTranslations()
  const format = useFormatter()
  const { count = 0, changed = [] } = sinceOf(refused)
  if (count === 0) return null
  return (
    <ul className="my-1 list-disc pl-4">
      {changed.slice(0, SHOWN).map(({ unit, year, indicator, kind, by, at }) => (
        <li key={`${unit} ${year} ${indicator} ${kind} ${at}`}>
          {t('import.undo.since', {
            ...{ unit, indicator, by },
            year: String(year),
            kind: kind ? t(`figureKind.${kind}`, { unitKind: 'other', parentKind: 'other' }) : t('import.undo.line'),
            at: format.dateTime(new Date(at), 'moment'),
          })}
        </li>
      ))}
      {count > SHOWN ? <li>{t('import.undo.more', { count: count - SHOWN })}</li> : null}
    </ul>
  )
}

// The shape is that of the command, db/commands/undo-import.ts.
const sinceOf = ({ detail }: Refused) => (detail ?? {}) as { count?: number; changed?: Since[] }
