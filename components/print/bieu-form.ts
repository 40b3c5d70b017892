import { countJudged } from '#components/overview/judged.ts'
import { liveRows, type SheetRow, type SheetRows } from '#components/table/sheet-rows.ts'
import { statedSentences } from '#components/table/stated-sentences.ts'
import type { Words } from '#components/table/words.ts'
import { tiers } from '#domain/figure.ts'
import { inPoints, nameWithin } from '#domain/indicator.ts'
import type { StatementView } from '#domain/sheet.ts'
import type { UnitKind } from '#domain/unit.ts'
import { actualCell, againstCell, type BieuCell, growthCell, planCell, verdictCell } from './bieu-cells.ts'

/** What "Biểu số 01" is of. */
export type BieuSheet = {
  unit: { kind: UnitKind; name: string }
  year: number
  sheet: SheetRows
  statements: readonly StatementView[]
  /** Vietnamese, whatever the screen speaks. */
  words: Words
}

/** What the form says, wherever it is written: on paper by print, in a workbook as a file. */
export type BieuForm = {
  title: string
  head: BieuHead
  groups: { letter: string; name: string; rows: BieuRow[] }[]
  /** Below the table: what its marks mean, and counts. */
  notes: string[]
}

/** Columns: a name over two rows, or a name over several with one each. */
export type BieuHead = (string | { over: string; names: string[] })[]
/** The row that numbers the columns, as the form has it on every page. */
export const bieuFormulas = ['1', '2', '3', '4', '5', '6', '7', '8 = 7/5', '9 = 7/6', '10 = 7/4', '11'] as const

export type BieuRow = {
  number: string
  name: string
  unitOfMeasure: string
  /** From the fourth column on; the last is the verdict. */
  cells: BieuCell[]
}

/** The whole sheet on the official form, whatever of it the screen shows; ended lines are not on it. */
export function bieuForm({ unit: _, year, sheet, statements, words }: BieuSheet): BieuForm {
  const { t } = words
  const rows = liveRows(sheet)
  const actuals = rows.flatMap(({ assessment }) => assessment.actual ?? [])
  const estimates = actuals.length > 0 && actuals.every(({ stage }) => stage === 'estimate')
  const groups = sheet.groups.map(({ group, letter, rows: ofGroup }) => ({
    letter,
    name: t(`group.${group}`),
    rows: ofGroup.map((row) => rowOf(row, estimates, words)),
  }))
  const marked = groups.some((group) => group.rows.some(({ cells }) => cells.some(({ text }) => text.endsWith('(*)'))))
  const points = rows.some(({ line }) => inPoints(line.indicator.valueType))
  return {
    title: t('bieu.title', { year: String(year) }),
    head: headOf(year, estimates, words),
    groups,
    notes: [
      ...(marked ? [t('bieu.reportedNote')] : []),
      ...(points ? [t('bieu.pointsNote')] : []),
      ...countsOf(rows, words),
      ...statedSentences(
        statements,
        rows.map(({ line }) => line),
        words,
      ).map((sentence) => `${sentence}.`),
    ],
  }
}

function rowOf(row: SheetRow, estimates: boolean, words: Words): BieuRow {
  const { indicator, number } = row.line
  const name = nameWithin(words.nameOf(indicator), row.parent && words.nameOf(row.parent))
  return {
    number,
    name: `${indicator.parentCode === null ? '' : '– '}${name}`,
    unitOfMeasure: indicator.unitOfMeasure,
    cells: [
      actualCell(row.previous, indicator.decimals, 'official', words),
      ...tiers.map((tier) => planCell(row, tier, words)),
      actualCell(row.assessment.actual, indicator.decimals, estimates ? 'estimate' : 'official', words),
      ...tiers.map((tier) => againstCell(row, tier, words)),
      growthCell(row, words),
      verdictCell(row, words),
    ],
  }
}

/** Whether all results are estimates is said in the head. */
const headOf = (year: number, estimates: boolean, { t, kinds, tier }: Words): BieuHead => [
  t('common.number'),
  t('common.indicator'),
  t('common.unitOfMeasure'),
  t('unitYear.actualOf', { year: String(year - 1) }),
  {
    over: t('bieu.plans', { year: String(year) }),
    names: [t('bieu.planOf', { kind: kinds.parentKind }), t('bieu.planOf', { kind: kinds.unitKind })],
  },
  t('bieu.actual', { estimates: String(estimates), year: String(year) }),
  { over: t('bieu.compare'), names: [...tiers.map(tier), t('bieu.growth')] },
  t('bieu.verdict'),
]

/** What is computed, plan by plan; tiers are never added up (domain rule 1). */
const countsOf = (rows: readonly SheetRow[], { t, tier: planOf }: Words): string[] =>
  tiers.flatMap((tier) => {
    const counts = countJudged(rows, tier)
    return counts.total === 0 ? [] : [t('bieu.count', { plan: planOf(tier), ...counts })]
  })
