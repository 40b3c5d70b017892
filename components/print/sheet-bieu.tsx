import { countJudged } from '#components/overview/judged.ts'
import { liveRows, type SheetRow, type SheetRows } from '#components/table/sheet-rows.ts'
import { statedSentences } from '#components/table/stated-counts.tsx'
import type { Words } from '#components/table/words.ts'
import { tiers } from '#domain/figure.ts'
import { inPoints } from '#domain/indicator.ts'
import type { StatementView } from '#domain/sheet.ts'
import type { UnitKind } from '#domain/unit.ts'
import { actualText, againstText, growthText, planText, verdictText } from './bieu-cells.ts'
import { BieuFrame } from './bieu-frame.tsx'
import { sheetBieuTable } from './sheet-bieu-table.ts'

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
  const cells = new Map(rows.map((row) => [row, cellsOf(row)]))
  const marked = [...cells.values()].flat().some((text) => text.endsWith('(*)'))
  const table = sheetBieuTable({ year, groups: sheet.groups, estimates, cells, words })
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
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: written by `html`, which escapes whatever is put in */}
      <div dangerouslySetInnerHTML={{ __html: table.text }} />
    </BieuFrame>
  )
}

/** What is computed, plan by plan; tiers are never added up (domain rule 1). */
const Counts = ({ rows, words }: { rows: readonly SheetRow[]; words: Words }) =>
  tiers.map((tier) => {
    const counts = countJudged(rows, tier)
    return counts.total === 0 ? null : <p key={tier}>{words.t('bieu.count', { plan: words.tier(tier), ...counts })}</p>
  })
