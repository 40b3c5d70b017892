import { countJudged, judgeLines } from '#components/overview/judged.ts'
import type { OverviewSheet } from '#components/overview/overview-sheet.ts'
import { statedSentences } from '#components/table/stated-sentences.ts'
import type { Words } from '#components/table/words.ts'
import { tiers } from '#domain/figure.ts'
import type { BieuHead } from './bieu-form.ts'
import type { PrintedRow } from './printed-rows.tsx'

const counted = ['total', 'met', 'exceeded', 'missed', 'awaiting'] as const

/** What "Biểu số 02" says around its rows, wherever it is written. */
export const overviewForm = (year: number, { t }: Words): { title: string; head: BieuHead; note: string } => ({
  title: t('bieu.overviewTitle', { year: String(year) }),
  head: [
    t('common.number'),
    t('bieu.unitColumn'),
    ...tiers.map((tier) => ({
      over: t('bieu.against', { plan: t(`overview.plan.${tier}`) }),
      names: counted.map((count) => t(`bieu.counts.${count}`)),
    })),
    t('bieu.stated'),
    t('common.status'),
  ],
  note: t('bieu.overviewNote'),
})

/** A unit on it, with the counts of both plans; blank where a plan has no indicator. `number`: its place in the list. */
export function overviewRow(number: number, sheet: Pick<OverviewSheet, RowOf>, words: Words): PrintedRow {
  const { unit, state, lines, statements } = sheet
  const { t } = words
  const judged = judgeLines(lines)
  const counts = tiers.flatMap((tier) => {
    const of = countJudged(judged, tier)
    return counted.map((count) => (of.total === 0 ? '' : of[count]))
  })
  const stated = statedSentences(statements, lines, words).join('; ')
  return [number, t('bieu.unit', { kind: unit.kind, name: unit.name }), ...counts, stated, t(`state.${state}`)]
}
type RowOf = 'unit' | 'state' | 'lines' | 'statements'
