import { useLocale } from 'next-intl'
import type { Tier } from '#domain/figure.ts'
import type { Verdict } from '#domain/verdict.ts'
import { tierText } from '../table/tier-text.ts'
import { type Bar, barForm } from './bar.ts'
import type { ChartRow } from './chart-row.ts'
import { type Detail, trendDetails } from './trend-details.ts'
import { useTrendText } from './trend-text.ts'

/** A bar with every word that stands around it, ready to be drawn. */
export type BarRow = Bar & {
  key: string
  name: string
  /** At the end of the row: "102,6%", "+0,20 điểm %", "19 / ≤ 15 hộ"; '' while the result is awaited. */
  label: string
  /** What kind of number it is: "ước", "theo báo cáo"; '' for an official one. */
  tag: string
  verdict: Verdict
  heading: string
  details: Detail[]
}

export function useBarRow(): (row: ChartRow, bar: Bar, tier: Tier) => BarRow {
  const text = useTrendText()
  const style = useLocale()
  const { t } = text
  const labelOf = (row: ChartRow, tier: Tier): string => {
    const { assessment, line } = row
    const plan = assessment[tier].plan?.quantity
    if (barForm(line.indicator) !== 'ceiling' || !plan) {
      return tierText(assessment, tier, line.indicator, { style, points: t('common.points') })?.text ?? ''
    }
    const ceiling = `${plan.qualifier === 'exact' ? '≤ ' : ''}${text.value(plan, row)} ${line.indicator.unitOfMeasure}`
    return assessment.actual ? `${text.value(assessment.actual.quantity, row)} / ${ceiling}` : ceiling
  }
  return (row, bar, tier) => {
    const stage = row.assessment.actual?.stage ?? 'official'
    const stageTag = stage === 'official' ? '' : t(`unitYear.stage.${stage}`)
    const tag = bar.reported ? t('verdict.reported') : stageTag
    return {
      ...bar,
      key: row.key,
      name: row.name,
      label: labelOf(row, tier),
      tag: bar.actual === null ? '' : tag,
      verdict: bar.reported ? 'not_judged' : row.assessment[tier].verdict,
      heading: row.heading,
      details: trendDetails(row, text),
    }
  }
}
