import type { FigureKind } from '#domain/figure.ts'
import type { FindingDetail, PlanSide } from '#domain/finding.ts'
import type { Quantity } from '#domain/quantity.ts'
import { formatComputed, formatMeasured, formatPoints, formatQuantity } from '#domain/quantity-format.ts'
import type { IndicatorView } from '#domain/sheet.ts'
import type { Words } from './words.ts'

type Of<Kind extends FindingDetail['kind']> = Extract<FindingDetail, { kind: Kind }>
type Indicator = Pick<IndicatorView, 'decimals' | 'unitOfMeasure'>
const noIndicator: Indicator = { decimals: 0, unitOfMeasure: '' }

/** What a check found, in one sentence; `indicator` is that of the line, null where it is about the whole sheet. */
export function findingText(finding: FindingDetail, indicator: Indicator | null, words: Words): string {
  const { t, style, kinds, tier } = words
  const say = writers(indicator ?? noIndicator, words)
  switch (finding.kind) {
    case 'contradiction':
      return t('unitYear.finding.contradiction', {
        verdict: t(`verdict.${finding.verdict}`),
        verdictTier: t(`tier.${finding.verdictTier}`, kinds),
        percent: say.stated(finding.percent),
        percentTier: t(`tier.${finding.percentTier}`, kinds),
      })
    case 'stated_differs':
      return t('unitYear.finding.stated_differs', {
        tier: tier(finding.tier),
        stated: say.stated(finding.stated),
        computed: say.computed(finding.computed),
      })
    case 'verdict_differs':
      return t('unitYear.finding.verdict_differs', {
        tier: t(`tier.${finding.tier}`, kinds),
        stated: t(`verdict.${finding.stated}`),
        computed: t(`verdict.${finding.computed}`),
      })
    case 'difference_differs':
      return t('unitYear.finding.difference_differs', {
        tier: tier(finding.tier),
        stated: say.difference(finding.stated),
        computed: say.difference(finding.computed),
      })
    case 'growth_differs':
      return t('unitYear.finding.growth_differs', {
        stated: say.stated(finding.stated),
        computed: say.computed(finding.computed),
      })
    case 'tiers_differ':
      return tiersDiffer(finding, words, say)
    case 'bound_actual':
      return t('unitYear.finding.bound_actual', {
        qualifier: finding.actual.qualifier,
        value: say.measured({ ...finding.actual, qualifier: 'exact' }),
      })
    case 'suspect_scale':
      return t('unitYear.finding.suspect_scale', {
        kind: say.kind(finding.figure),
        value: say.measured(finding.value),
        suggestion: say.value(finding.suggestion),
      })
    case 'outlier':
      return t('unitYear.finding.outlier', {
        tier: tier(finding.tier),
        percent: say.percent(finding.percent, finding),
        reported: finding.reported ? 'yes' : 'no',
      })
    case 'impossible':
      return t('unitYear.finding.impossible', {
        kind: say.kind(finding.figure),
        value: say.measured(finding.value),
        why: finding.why,
      })
    case 'estimate_revised':
      return estimateRevised(finding, words, say)
    case 'carried_forward':
      return t('unitYear.finding.carried_forward', { value: say.measured(finding.actual) })
    case 'sum_incomplete':
      return t('unitYear.finding.sum_incomplete', {
        kind: say.kind(finding.figure),
        sum: say.value(finding.sum),
        gap: say.difference(finding.gap),
        whole: say.value(finding.whole),
      })
    case 'share_total':
      return t('unitYear.finding.share_total', {
        kind: say.kind(finding.figure),
        sum: `${formatQuantity(finding.sum, { style, decimals: 2 })}%`,
      })
    case 'caution':
      return finding.caution
    case 'awaiting':
      return t('unitYear.finding.awaiting', { count: finding.count, tier: tier(finding.tier) })
    case 'stated_counts':
      return t('unitYear.finding.stated_counts', { ...finding, tier: t(`tier.${finding.tier}`, kinds) })
    case 'stated_parts':
      return t('unitYear.finding.stated_parts', { ...finding, tier: t(`tier.${finding.tier}`, kinds) })
  }
}

type Writers = ReturnType<typeof writers>

/** How the numbers of a finding are written: those of the line in its indicator's unit, percents with their own decimals. */
function writers({ decimals, unitOfMeasure }: Indicator, { t, style, kinds }: Words) {
  const value = (quantity: Quantity) => formatQuantity(quantity, { style, decimals })
  const stated = (percent: Quantity) => `${formatQuantity(percent, { style })}%`
  const computed = (percent: Quantity) => `${formatComputed(percent, { style, decimals: 2 })}%`
  return {
    value,
    measured: (quantity: Quantity) => formatMeasured(quantity, { style, decimals, unitOfMeasure }),
    difference: (quantity: Quantity) => formatPoints(quantity, { style, decimals }),
    stated,
    computed,
    percent: (percent: Quantity, { reported }: { reported: boolean }) => (reported ? stated : computed)(percent),
    kind: (kind: FigureKind) => t(`figureKind.${kind}`, kinds),
  }
}

/** In percents where both plans have one, else in verdicts. */
function tiersDiffer({ assigned, adopted }: Of<'tiers_differ'>, { t, tier }: Words, say: Writers): string {
  const plans = { assignedTier: tier('assigned'), adoptedTier: tier('adopted') }
  if (assigned.percent && adopted.percent) {
    return t('unitYear.finding.tiers_differ', {
      ...plans,
      assigned: say.percent(assigned.percent, assigned),
      adopted: say.percent(adopted.percent, adopted),
      reported: assigned.reported && adopted.reported ? 'yes' : 'no',
    })
  }
  const verdict = (side: PlanSide) => t(`verdict.${side.verdict}`)
  return t('unitYear.finding.tiers_differ_words', {
    ...plans,
    assigned: verdict(assigned),
    adopted: verdict(adopted),
  })
}

function estimateRevised({ change, verdicts, ...finding }: Of<'estimate_revised'>, words: Words, say: Writers): string {
  const { t, style, tier } = words
  const moved = change && formatComputed(change.change, { style, decimals: 2, signed: true })
  const figures = t('unitYear.finding.estimate_revised', {
    from: say.kind(finding.from),
    before: say.value(finding.before),
    to: say.kind(finding.to),
    after: say.value(finding.after),
    change: moved === null ? 'none' : `${moved}${change?.unit === 'points' ? ` ${t('common.points')}` : '%'}`,
  })
  const changed = verdicts.map((one) =>
    t('unitYear.finding.revised_verdict', {
      tier: tier(one.tier),
      before: t(`verdict.${one.before}`),
      after: t(`verdict.${one.after}`),
    }),
  )
  return [figures, ...changed].join(' ')
}
