import { useLocale, useTranslations } from 'next-intl'
import type { Achievement } from '#domain/achievement.ts'
import type { StatedTier } from '#domain/figure.ts'
import type { Quantity } from '#domain/quantity.ts'
import { formatComputed, formatMeasured, formatPoints, formatQuantity } from '#domain/quantity-format.ts'
import type { FigureView } from '#domain/sheet.ts'
import type { Judged } from './chart-row.ts'

/** How figures of a trend are said, in the language of the page: the same words in chart, tooltip and table. */
export function useTrendText() {
  const t = useTranslations()
  const style = useLocale()

  const value = (quantity: Quantity, { line }: Judged) =>
    formatQuantity(quantity, { style, decimals: line.indicator.decimals })
  const measured = (quantity: Quantity, { line }: Judged) => formatMeasured(quantity, { style, ...line.indicator })
  const percent = (quantity: Quantity) => `${formatQuantity(quantity, { style })}%`
  const points = (quantity: Quantity) => `${formatPoints(quantity, { style })} ${t('common.points')}`

  /** "KH quận", "KH Thành phố", or that no plan is named. */
  const tier = (name: StatedTier, { kind, parent }: Judged['unit']) => {
    if (name === 'unstated') return t('tier.unstated')
    return name === 'adopted'
      ? t('tier.adopted', { unitKind: kind })
      : t('tier.assigned', { parentKind: parent?.kind ?? 'other' })
  }

  /** "102,6%" or "+0,20 điểm %"; null where neither can be said. */
  const achievement = (one: Achievement): string | null => {
    if (one.kind === 'ratio') return `${formatComputed(one.percent, { style, decimals: 1 })}%`
    return one.kind === 'points' ? points(one.points) : null
  }

  /** The plan that an actual and a stated percent imply: an interval, never a recorded figure. */
  const derived = (quantity: Quantity, { line }: Judged) =>
    formatComputed(quantity, { style, decimals: Math.max(1, line.indicator.decimals) })

  /** Against the same unit's year before; "(*)" where only a source says it. */
  const growth = ({ assessment: { growth: change } }: Judged): string | null => {
    if (change.computed) {
      return change.computed.unit === 'points'
        ? points(change.computed.change)
        : `${formatComputed(change.computed.change, { style, decimals: 1, signed: true })}%`
    }
    const stated = change.reported?.quantity
    return stated ? `${formatPoints(stated, { style, decimals: 0 })}% (*)` : null
  }

  /** A stated difference from a plan, in the indicator's unit: "+330 so với kế hoạch". */
  const difference = (quantity: Quantity) =>
    t('indicator.differenceFromPlan', { difference: formatPoints(quantity, { style, decimals: 0 }) })

  /** The documents that the row's figures cite, each once. */
  const sources = ({ line }: Judged) => {
    const cited = Object.values(line.figures).flatMap(({ document }: FigureView) => (document ? [document] : []))
    return [...new Map(cited.map((document) => [document.code, document])).values()]
  }

  return { t, value, measured, percent, tier, achievement, derived, growth, difference, sources }
}

export type TrendText = ReturnType<typeof useTrendText>
