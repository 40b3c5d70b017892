import type { FindingDetail } from '#domain/finding.ts'
import { formatComputed, formatPoints, formatQuantity } from '#domain/quantity-format.ts'
import type { IndicatorView } from '#domain/sheet.ts'
import type { Words } from './words.ts'

/** What a check found, in one sentence. */
export function findingText(finding: FindingDetail, { decimals }: IndicatorView, words: Words): string {
  const { t, style, kinds } = words
  switch (finding.kind) {
    case 'contradiction':
      return t('unitYear.finding.contradiction', {
        verdict: t(`verdict.${finding.verdict}`),
        verdictTier: t(`tier.${finding.verdictTier}`, kinds),
        percent: `${formatQuantity(finding.percent, { style })}%`,
        percentTier: t(`tier.${finding.percentTier}`, kinds),
      })
    case 'stated_differs':
      return t('unitYear.finding.stated_differs', {
        tier: words.tier(finding.tier),
        stated: `${formatQuantity(finding.stated, { style })}%`,
        computed: `${formatComputed(finding.computed, { style, decimals: 2 })}%`,
      })
    case 'sum_incomplete':
      return t('unitYear.finding.sum_incomplete', {
        kind: t(`figureKind.${finding.figure}`, kinds),
        sum: formatQuantity(finding.sum, { style, decimals }),
        gap: formatPoints(finding.gap, { style, decimals }),
        whole: formatQuantity(finding.whole, { style, decimals }),
      })
    case 'share_total':
      return t('unitYear.finding.share_total', {
        kind: t(`figureKind.${finding.figure}`, kinds),
        sum: `${formatQuantity(finding.sum, { style, decimals: 2 })}%`,
      })
    case 'caution':
      return finding.caution
  }
}
