import Link from 'next/link'
import type { ReactNode } from 'react'
import { compareNames } from '#domain/unit.ts'
import { Card } from '../ui/card.tsx'
import { Missing } from '../ui/missing.tsx'
import { StateMark } from '../ui/state-mark.tsx'
import { Tag } from '../ui/tag.tsx'
import { Against, Plan, Sources, Stated } from './trend-cells.tsx'
import { commonKind, type TrendRow } from './trend-row.ts'
import { useTrendText } from './trend-text.ts'

type Props = { rows: readonly TrendRow[]; unitOfMeasure: string; showVersion: boolean }

const head = 'border-b border-line px-3 py-2 text-xs font-medium text-ink-2'
const cell = 'border-b border-line px-3 py-1.5'

/** Everything that the chart draws and more, as a table: a row for each unit and year, the latest first. */
export function TrendTable({ rows, unitOfMeasure, showVersion }: Props) {
  const { t } = useTrendText()
  const unitKind = commonKind(rows.map(({ unit }) => unit.kind))
  const parentKind = commonKind(rows.map(({ unit }) => unit.parent?.kind))
  const columns: [string, 'left' | 'right'][] = [
    [t('common.year'), 'left'],
    [t('tier.assigned', { parentKind }), 'right'],
    [t('tier.adopted', { unitKind }), 'right'],
    [t('indicator.actual'), 'right'],
    [t('indicator.against', { tier: t('tier.assigned', { parentKind }) }), 'left'],
    [t('indicator.against', { tier: t('tier.adopted', { unitKind }) }), 'left'],
    [t('indicator.stated'), 'left'],
    [t('indicator.growth'), 'right'],
    [t('common.source'), 'left'],
  ]
  const sorted = [...rows].sort((a, b) => compareNames(a.unit.name, b.unit.name) || b.year - a.year)
  const starred = rows.some(({ assessment: { growth } }) => growth.computed === null && growth.reported !== null)
  return (
    <Card flush title={t('indicator.table')} meta={unitOfMeasure}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section aria-label={t('indicator.table')} tabIndex={0} className="focus-inset overflow-x-auto">
        <table className="w-full border-separate border-spacing-0 text-sm">
          <thead>
            <tr>
              <th scope="col" className={`sticky left-0 z-10 bg-surface text-left ${head}`}>
                {t('common.unit')}
              </th>
              {columns.map(([label, align]) => (
                <th key={label} scope="col" className={`${align === 'right' ? 'text-right' : 'text-left'} ${head}`}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sorted.map((row) => (
              <TrendTableRow key={row.line.id} row={row} showVersion={showVersion} />
            ))}
          </tbody>
        </table>
      </section>
      {starred ? <p className="px-4 py-2 text-xs text-ink-3">{t('indicator.starred')}</p> : null}
    </Card>
  )
}

function TrendTableRow({ row, showVersion }: { row: TrendRow; showVersion: boolean }) {
  const text = useTrendText()
  const { t } = text
  const { unit, year, state, line, assessment } = row
  const { actual } = assessment
  const stage = actual && actual.stage !== 'official' ? <Tag>{t(`indicator.stage.${actual.stage}`)}</Tag> : null
  const growth = text.growth(row)
  return (
    <tr>
      <th scope="row" className={`sticky left-0 z-10 bg-surface text-left font-medium whitespace-nowrap ${cell}`}>
        {unit.name}
        {showVersion ? (
          <span className="block text-xs font-normal text-ink-3">
            {t('indicator.version', { version: line.indicator.version })}
          </span>
        ) : null}
      </th>
      <td className={`whitespace-nowrap ${cell}`}>
        <Link
          href={`/units/${unit.slug}/${year}`}
          className="mr-2 inline-block min-w-6 py-1 text-accent underline-offset-2 hover:underline"
        >
          {year}
        </Link>
        <StateMark state={state} />
      </td>
      <td className={`text-right ${cell}`}>
        <Plan row={row} tier="assigned" />
      </td>
      <td className={`text-right ${cell}`}>
        <Plan row={row} tier="adopted" />
      </td>
      <td className={`text-right font-semibold ${cell}`}>
        <Or none={t('common.noFigure')}>
          {actual ? (
            <span className="inline-flex items-baseline gap-1.5 whitespace-nowrap">
              {text.value(actual.quantity, row)}
              {stage}
            </span>
          ) : null}
        </Or>
      </td>
      <td className={cell}>
        <Against row={row} tier="assigned" />
      </td>
      <td className={cell}>
        <Against row={row} tier="adopted" />
      </td>
      <td className={cell}>
        <Stated row={row} />
      </td>
      <td className={`text-right whitespace-nowrap ${cell}`}>
        <Or none={t('common.noFigure')}>{growth}</Or>
      </td>
      <td className={`min-w-80 text-xs text-ink-2 ${cell}`}>
        <Sources row={row} />
      </td>
    </tr>
  )
}

const Or = ({ none, children }: { none: string; children: ReactNode }) => children ?? <Missing words={none} />
