import Link from 'next/link'
import type { ReactNode } from 'react'
import { compareNames } from '#domain/unit.ts'
import { sourceContent } from '../table/sources.tsx'
import { planKindsOf, useWords } from '../table/words.ts'
import { Card } from '../ui/card.tsx'
import { Missing } from '../ui/missing.tsx'
import { StateMark } from '../ui/state-mark.tsx'
import { Tag } from '../ui/tag.tsx'
import { commonKinds } from './chart-row.ts'
import { Against, Plan, Stated } from './trend-cells.tsx'
import type { TrendRow } from './trend-row.ts'
import { useTrendText } from './trend-text.ts'

type Props = { rows: readonly TrendRow[]; unitOfMeasure: string; showVersion: boolean }

const head = 'border-b border-line px-3 py-2 text-xs font-medium text-ink-2'
const cell = 'border-b border-line px-3 py-1.5'
const nameCell = 'sticky left-0 z-10 border-r bg-surface text-left'

/** A shade at the right edge while columns are hidden there; the end of the table, which scrolls, covers it. */
const scrollCue = {
  background: [
    'linear-gradient(to left, var(--surface) 50%, transparent) right / 3rem 100% no-repeat local',
    'linear-gradient(to left, var(--line-2), transparent) right / 0.875rem 100% no-repeat scroll',
  ].join(),
}

/** Everything that the chart draws and more, as a table: a row for each unit and year, the latest first. */
export function TrendTable({ rows, unitOfMeasure, showVersion }: Props) {
  const { t } = useTrendText()
  const kinds = commonKinds(rows)
  const [assigned, adopted] = [t('tier.assigned', kinds), t('tier.adopted', kinds)]
  const columns: [string, 'left' | 'right'][] = [
    [assigned, 'right'],
    [adopted, 'right'],
    [t('indicator.actual'), 'right'],
    [t('indicator.against', { tier: assigned }), 'left'],
    [t('indicator.against', { tier: adopted }), 'left'],
    [t('indicator.stated'), 'left'],
    [t('indicator.growth'), 'right'],
    [t('common.source'), 'left'],
  ]
  const sorted = [...rows].sort((a, b) => compareNames(a.unit.name, b.unit.name) || b.year - a.year)
  const starred = rows.some(({ assessment: { growth } }) => growth.computed === null && growth.reported !== null)
  return (
    <Card flush title={t('indicator.table')} meta={unitOfMeasure}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section aria-label={t('indicator.table')} tabIndex={0} className="focus-inset overflow-x-auto" style={scrollCue}>
        <table className="w-full border-separate border-spacing-0 text-sm">
          <thead>
            <tr>
              <th scope="col" className={`${nameCell} ${head}`}>
                {`${t('common.unit')}, ${t('common.year').toLowerCase()}`}
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
  // One indicator, many rows: what a source is of is said by unit and year.
  const words = useWords(planKindsOf(row.unit))
  const { unit, year, state, line, assessment } = row
  const { actual } = assessment
  const stage = actual && actual.stage !== 'official' ? <Tag>{t(`indicator.stage.${actual.stage}`)}</Tag> : null
  const growth = text.growth(row)
  return (
    <tr>
      <th scope="row" className={`font-medium ${nameCell} ${cell}`}>
        {unit.name}
        {showVersion ? (
          <span className="block text-xs font-normal text-ink-3">
            {t('indicator.version', { version: line.indicator.version })}
          </span>
        ) : null}
        <span className="flex items-center gap-2 font-normal">
          <Link
            href={`/units/${unit.slug}/${year}`}
            className="min-w-6 py-1 text-accent underline-offset-2 hover:underline"
          >
            {year}
          </Link>
          <StateMark state={state} />
        </span>
      </th>
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
      <td className={cell}>
        <Or none={t('common.noFigure')}>
          {sourceContent(line, `/units/${unit.slug}/${year}`, { ...words, nameOf: () => `${unit.name} ${year}` })}
        </Or>
      </td>
    </tr>
  )
}

const Or = ({ none, children }: { none: string; children: ReactNode }) => children ?? <Missing words={none} />
