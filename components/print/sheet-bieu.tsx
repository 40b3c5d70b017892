import { countJudged } from '#components/overview/judged.ts'
import { liveRows, type SheetRow, type SheetRows } from '#components/table/sheet-rows.ts'
import { statedSentences } from '#components/table/stated-counts.tsx'
import type { Words } from '#components/table/words.ts'
import { tiers } from '#domain/figure.ts'
import { inPoints, nameWithin } from '#domain/indicator.ts'
import type { StatementView } from '#domain/sheet.ts'
import type { UnitKind } from '#domain/unit.ts'
import { actualText, againstText, growthText, planText, verdictText } from './bieu-cells.ts'
import { BieuFrame } from './bieu-frame.tsx'

type Props = {
  unit: { kind: UnitKind; name: string }
  year: number
  sheet: SheetRows
  statements: readonly StatementView[]
  /** Vietnamese, whatever the screen speaks. */
  words: Words
}

/** "Biểu số 01": a unit's year on the official form, whole, whatever of it the screen shows. */
export function SheetBieu({ unit, year, sheet, statements, words }: Props) {
  const { t } = words
  const rows = liveRows(sheet)
  const lines = rows.map(({ line }) => line)
  const actuals = rows.flatMap(({ assessment }) => assessment.actual ?? [])
  const estimates = actuals.length > 0 && actuals.every(({ stage }) => stage === 'estimate')
  const cellsOf = (row: SheetRow): string[] => [
    actualText(row.previous, row.line.indicator.decimals, 'official', words),
    planText(row, 'assigned', words),
    planText(row, 'adopted', words),
    actualText(row.assessment.actual, row.line.indicator.decimals, estimates ? 'estimate' : 'official', words),
    againstText(row, 'assigned', words),
    againstText(row, 'adopted', words),
    growthText(row, words),
    verdictText(row, words),
  ]
  const table = sheet.groups.map((group) => ({
    ...group,
    rows: group.rows.map((row) => ({ row, cells: cellsOf(row) })),
  }))
  const marked = table.some((group) => group.rows.some(({ cells }) => cells.some((text) => text.endsWith('(*)'))))
  const points = rows.some(({ line }) => inPoints(line.indicator.valueType))
  return (
    <BieuFrame
      number="01"
      title={t('bieu.title', { year: String(year) })}
      year={year}
      unit={unit}
      words={words}
      foot={
        <>
          {marked ? <p>{t('bieu.reportedNote')}</p> : null}
          {points ? <p>{t('bieu.pointsNote')}</p> : null}
          <Counts rows={rows} words={words} />
          {statedSentences(statements, lines, words).map((sentence) => (
            <p key={sentence}>{sentence}.</p>
          ))}
        </>
      }
    >
      <table>
        <Head year={year} estimates={estimates} words={words} />
        {table.map(({ group, letter, rows: ofGroup }) => (
          <tbody key={group}>
            <tr className="bieu-group">
              <th>{letter}</th>
              <th scope="rowgroup" colSpan={10}>
                {t(`group.${group}`)}
              </th>
            </tr>
            {ofGroup.map(({ row: { line, parent }, cells }) => (
              <tr key={line.id}>
                <td>{line.number}</td>
                <th scope="row" className="bieu-name">
                  {line.indicator.parentCode === null ? '' : '– '}
                  {nameWithin(words.nameOf(line.indicator), parent && words.nameOf(parent))}
                </th>
                <td>{line.indicator.unitOfMeasure}</td>
                {cells.map((text, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name, and never move
                  <td key={index} className={index === 7 ? undefined : 'bieu-number'}>
                    {text}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </BieuFrame>
  )
}

/** Eleven columns and the row that numbers them, as the form has them on every page. */
function Head({ year, estimates, words }: { year: number; estimates: boolean; words: Words }) {
  const { t, kinds } = words
  const tall = (text: string) => (
    <th scope="col" rowSpan={2}>
      {text}
    </th>
  )
  return (
    <thead>
      <tr>
        {tall(t('common.number'))}
        {tall(t('common.indicator'))}
        {tall(t('common.unitOfMeasure'))}
        {tall(t('unitYear.actualOf', { year: String(year - 1) }))}
        <th scope="colgroup" colSpan={2}>
          {t('bieu.plans', { year: String(year) })}
        </th>
        {tall(t('bieu.actual', { estimates: String(estimates), year: String(year) }))}
        <th scope="colgroup" colSpan={3}>
          {t('bieu.compare')}
        </th>
        {tall(t('bieu.verdict'))}
      </tr>
      <tr>
        <th scope="col">{t('bieu.planOf', { kind: kinds.parentKind })}</th>
        <th scope="col">{t('bieu.planOf', { kind: kinds.unitKind })}</th>
        {tiers.map((tier) => (
          <th key={tier} scope="col">
            {words.tier(tier)}
          </th>
        ))}
        <th scope="col">{t('bieu.growth')}</th>
      </tr>
      <tr className="bieu-formulas">
        {['1', '2', '3', '4', '5', '6', '7', '8 = 7/5', '9 = 7/6', '10 = 7/4', '11'].map((formula) => (
          <td key={formula}>{formula}</td>
        ))}
      </tr>
    </thead>
  )
}

/** What is computed, plan by plan; tiers are never added up (domain rule 1). */
const Counts = ({ rows, words }: { rows: readonly SheetRow[]; words: Words }) =>
  tiers.map((tier) => {
    const counts = countJudged(rows, tier)
    return counts.total === 0 ? null : <p key={tier}>{words.t('bieu.count', { plan: words.tier(tier), ...counts })}</p>
  })
