import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ImportSheet } from '#domain/import.ts'
import { StateMark } from '../ui/state-mark.tsx'

const SHOWN = 12

/** The sheets that an import writes on, with how much; a sheet that is there already can be looked at. */
export function SheetsList({ sheets, written }: { sheets: readonly ImportSheet[]; written: boolean }) {
  const t = useTranslations('import.sheets')
  return (
    <ul aria-label={t('title')} className="divide-y divide-line">
      {sheets.slice(0, SHOWN).map(({ unit, unitName, year, state, newFigures, changedFigures, addedLines }) => {
        const name = `${unitName} ${year}`
        const parts = [
          newFigures > 0 ? t('new', { count: newFigures }) : null,
          changedFigures > 0 ? t('changed', { count: changedFigures }) : null,
          addedLines > 0 ? t('lines', { count: addedLines }) : null,
        ]
        return (
          <li
            key={`${unit} ${year}`}
            className="flex min-h-8 flex-wrap items-center gap-x-4 gap-y-1 px-4 py-1.5 text-sm"
          >
            {state === null && !written ? (
              <span className="font-medium">{name}</span>
            ) : (
              <Link href={`/units/${unit}/${year}`} className="font-medium text-accent hover:underline">
                {name}
              </Link>
            )}
            {state === null ? (
              <span className="text-ink-2">{t(written ? 'opened' : 'opens')}</span>
            ) : (
              <StateMark state={state} />
            )}
            <span className="ml-auto text-ink-2">{parts.filter(Boolean).join(' · ')}</span>
          </li>
        )
      })}
      {sheets.length > SHOWN ? (
        <li className="px-4 py-1.5 text-sm text-ink-2">{t('more', { count: sheets.length - SHOWN })}</li>
      ) : null}
    </ul>
  )
}
