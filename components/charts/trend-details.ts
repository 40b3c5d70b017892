import type { tiers } from '#domain/figure.ts'
import type { Judged } from './chart-row.ts'
import type { TrendText } from './trend-text.ts'

export type Detail = { label: string; value: string }

/** What a tooltip says of a unit and year, in the fixed order of the design. */
export function trendDetails(row: Judged | undefined, text: TrendText): Detail[] {
  const { t } = text
  const none = t('common.noFigure')
  if (!row) return [{ label: t('indicator.actual'), value: none }]
  const { assessment, unit } = row
  const { actual, reported } = assessment

  const stated = (tier: keyof typeof reported): string[] => {
    const percent = reported[tier].percent?.quantity
    return percent ? [t('indicator.statedPercent', { percent: text.percent(percent) })] : []
  }
  const ofTier = (tier: (typeof tiers)[number]): Detail => {
    const { plan, achievement } = assessment[tier]
    const computed = text.achievement(achievement)
    const parts = [
      ...(plan?.quantity ? [text.value(plan.quantity, row)] : []),
      ...(computed === null ? [] : [computed]),
      ...stated(tier),
    ]
    return { label: text.tier(tier, unit), value: parts.join(' · ') || none }
  }
  const unstated = stated('unstated').map((value) => ({ label: text.tier('unstated', unit), value }))
  const sources = text.sources(row).map(({ publisher, title }) => publisher ?? title)
  return [
    {
      label: t('indicator.actual'),
      value: actual ? `${text.value(actual.quantity, row)} (${t(`indicator.stage.${actual.stage}`)})` : none,
    },
    ofTier('adopted'),
    ofTier('assigned'),
    ...unstated,
    { label: t('indicator.growth'), value: text.growth(row) ?? none },
    ...(sources.length > 0 ? [{ label: t('common.source'), value: sources.join('; ') }] : []),
  ]
}
