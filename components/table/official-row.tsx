import type { ReactNode } from 'react'
import { Bullet } from '#components/charts/bullet.tsx'
import { PointsBullet } from '#components/charts/points-bullet.tsx'
import { Missing } from '#components/ui/missing.tsx'
import { bulletShape } from './bullet-shape.ts'
import { actualContent, growthContent, percentContent, planContent } from './figure-cells.tsx'
import { NameCells } from './name-cells.tsx'
import { lineAnchor, type OptionalColumn } from './sheet-query.ts'
import type { SheetRow } from './sheet-rows.ts'
import { sourceContent } from './sources.tsx'
import { tierText } from './tier-text.ts'
import { verdictContent } from './verdict-cell.tsx'
import type { Words } from './words.ts'

export type ColumnNames = Record<OptionalColumn, string>
/** What all rows of a table share; `path` is that of its page. */
export type TableFrame = { path: string; words: Words; names: ColumnNames; columns: readonly OptionalColumn[] }
type Props = { row: SheetRow; frame: TableFrame }

/** One figure: a cell of its column; on a phone a pair of name and value, left out where there is none. */
function Figure({
  label,
  start = false,
  words,
  children,
}: {
  label: string
  start?: boolean
  words: Words
  children: ReactNode
}) {
  if (children === null) {
    return (
      <td className={start ? 'row-none desk:border-l' : 'row-none'}>
        <span className="sr-only">{words.t('common.noFigure')}</span>
      </td>
    )
  }
  return (
    <td data-label={label} className={start ? 'row-figure desk:border-l' : 'row-figure'}>
      {children}
    </td>
  )
}

/**
 * A line of the sheet: what was planned, what came of it, against which plan, and where each figure comes from.
 * On a phone a row is a small grid: name and value, bullet, verdict and source, then what is known besides.
 */
export function OfficialRow({ row, frame: { path, words, names, columns } }: Props) {
  const { line, assessment } = row
  const { indicator } = line
  const place = line.endedAt === null ? lineAnchor(indicator.code) : undefined
  if (indicator.heading) {
    return (
      <tr id={place} className="sheet-row">
        <NameCells row={row} words={words} />
        <td colSpan={columns.length + 4} className="row-rest" />
      </tr>
    )
  }
  const figure = (column: OptionalColumn, content: ReactNode, start = false) =>
    columns.includes(column) ? (
      <Figure label={names[column]} start={start} words={words}>
        {content}
      </Figure>
    ) : null
  return (
    <tr id={place} className="sheet-row">
      <NameCells row={row} words={words} />
      <td className="row-unit">{indicator.unitOfMeasure}</td>
      {figure('previous', actualContent(row.previous, indicator.decimals, words))}
      {figure('assigned', planContent(row, 'assigned', words), true)}
      {figure('adopted', planContent(row, 'adopted', words), !columns.includes('assigned'))}
      <td data-unit={assessment.actual?.quantity.text ? '' : indicator.unitOfMeasure} className="row-actual">
        {actualContent(assessment.actual, indicator.decimals, words) ?? <Missing words={words.t('common.noFigure')} />}
      </td>
      {figure('ofAssigned', percentContent(row, 'assigned', words))}
      {figure('ofAdopted', percentContent(row, 'adopted', words))}
      {columns.includes('bullet') ? (
        <td className="row-bullet">
          <RowBullet row={row} words={words} />
        </td>
      ) : null}
      {figure('growth', growthContent(row, words))}
      <td className="row-verdict">{verdictContent(row, words)}</td>
      <td className="row-source">{sourceContent(line, path, words)}</td>
    </tr>
  )
}

/** The picture of a row; its name says the same as the cells, in their order. */
function RowBullet({ row: { line, assessment }, words }: { row: SheetRow; words: Words }) {
  const { t, style } = words
  const shape = bulletShape(assessment, line.indicator)
  if (!shape) {
    const noPlan = assessment.assigned.plan === null && assessment.adopted.plan === null
    return noPlan ? <span className="text-xs text-ink-3 desk:hidden">{t('unitYear.noPlan')}</span> : null
  }
  const said = (['adopted', 'assigned'] as const).flatMap((tier) => {
    const found = tierText(assessment, tier, line.indicator, { style, points: t('common.points') })
    if (!found) return []
    const against =
      assessment[tier].achievement.kind === 'points'
        ? t('unitYear.against', { plan: words.tier(tier) })
        : words.percentOf(tier)
    return [`${against} ${found.text}${found.reported ? ` ${t('verdict.reported')}` : ''}`]
  })
  const label = said.length > 0 ? said.join('; ') : t('common.noFigure')
  return shape.points === undefined ? <Bullet {...shape} label={label} /> : <PointsBullet {...shape} label={label} />
}
