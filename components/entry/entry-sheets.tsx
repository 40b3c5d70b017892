import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { SheetState } from '#domain/sheet-state.ts'
import { Card } from '../ui/card.tsx'
import { Missing } from '../ui/missing.tsx'
import { StateMark } from '../ui/state-mark.tsx'
import { Tag } from '../ui/tag.tsx'

type Row = {
  unit: { slug: string; name: string }
  year: number
  state: SheetState
  /** Already written out. */
  due: string | null
  overdue: boolean
  filled: number
  total: number
}

type Props = {
  rows: Row[]
  /** False for a page of a longer list, which says itself how many there are. */
  counted: boolean
}

/** Sheets as rows, one card per state; the whole row leads to the entry screen. */
export function EntrySheets({ rows, counted }: Props) {
  const t = useTranslations('entry.list')
  return (['draft', 'submitted'] as const).map((state) => {
    const those = rows.filter((row) => row.state === state)
    return those.length === 0 ? null : (
      <Card
        key={state}
        flush
        title={t(state === 'draft' ? 'drafts' : 'submitted')}
        meta={counted ? those.length : null}
      >
        <ul className="divide-y divide-line">
          {those.map((row) => (
            <SheetRow key={`${row.unit.slug} ${row.year}`} row={row} />
          ))}
        </ul>
      </Card>
    )
  })
}

function SheetRow({ row: { unit, year, state, due, overdue, filled, total } }: { row: Row }) {
  const t = useTranslations()
  return (
    <li className="relative grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-1 px-4 py-2.5 hover:bg-sunken desk:grid-cols-[minmax(0,1fr)_7rem_11rem_11rem]">
      <Link
        href={`/units/${unit.slug}/${year}/entry`}
        className="font-medium text-ink after:absolute after:inset-0 focus-inset"
      >
        {`${unit.name} ${year}`}
      </Link>
      <StateMark state={state} />
      <span className="flex items-center gap-2 text-sm text-ink-2">
        {due === null ? <Missing words={t('common.none')} /> : t('entry.due', { date: due })}
        {overdue ? <Tag>{t('entry.list.overdue')}</Tag> : null}
      </span>
      <span className="grid gap-1 text-sm text-ink-2 max-desk:text-right">
        <span>
          <span className="sr-only">{t('entry.list.progress')} </span>
          {`${filled}/${total}`}
        </span>
        <span aria-hidden className="hidden h-1.5 overflow-hidden rounded-bar bg-track desk:block">
          <span className="block h-full bg-ink-3" style={{ width: `${total === 0 ? 0 : (100 * filled) / total}%` }} />
        </span>
      </span>
    </li>
  )
}
