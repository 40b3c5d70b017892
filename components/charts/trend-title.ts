import { useTranslations } from 'next-intl'
import { commonKinds } from './chart-row.ts'
import { type Finding, findingOf } from './trend-finding.ts'
import { isDrawn } from './trend-point.ts'
import type { TrendRow } from './trend-row.ts'

/** The finding as a title, and what else belongs to it; plans are named by the kind of the units of that year. */
export function useTrendTitle(rows: readonly TrendRow[]): { title: string; sub: string } {
  const t = useTranslations()
  const finding = findingOf(rows)
  return { title: titleOf(), sub: finding.kind === 'judged' ? subOf(finding) : '' }

  function titleOf(): string {
    switch (finding.kind) {
      case 'judged':
        return t('indicator.finding.judged', {
          year: String(finding.year),
          met: finding.counts.met,
          total: finding.counts.total,
          awaiting: finding.counts.awaiting,
          tier: tierName(finding.tier),
        })
      case 'awaiting':
      case 'plans':
        return t(`indicator.finding.${finding.kind}`, { year: String(finding.year), units: finding.units })
      case 'values':
        return t(finding.neutral ? 'indicator.finding.neutral' : 'indicator.finding.monitored', {
          units: finding.units,
        })
    }
  }

  function subOf({ counts, other }: Extract<Finding, { kind: 'judged' }>): string {
    const exceeded = counts.exceeded > 0 ? [t('indicator.finding.exceeded', { exceeded: counts.exceeded })] : []
    if (!other) return exceeded.join(' ')
    const { met, total, awaiting } = other.counts
    return [...exceeded, t('indicator.finding.other', { tier: tierName(other.tier), met, total, awaiting })].join(' ')
  }

  function tierName(tier: 'adopted' | 'assigned'): string {
    return t(`tier.${tier}`, commonKinds(rows.filter(isDrawn)))
  }
}
