import type { Difference } from '#domain/difference.ts'
import type { Tier } from '#domain/figure.ts'
import { formatComputed, formatPoints } from '#domain/quantity-format.ts'
import type { IndicatorView } from '#domain/sheet.ts'
import { Missing } from '../ui/missing.tsx'
import { actualContent, percentContent, planContent } from './figure-cells.tsx'
import { PlanMark } from './plan-mark.tsx'
import type { SheetRow } from './sheet-rows.ts'
import { verdictContent } from './verdict-cell.tsx'
import { type PlanKinds, useWords } from './words.ts'

const owned = ['adopted', 'assigned'] as const

/**
 * An indicator on one of the sheets: its result, then each plan with what the result is against it, then verdicts.
 * Another version than that at the head of the row says its own unit of measure (domain rule 13).
 */
export function ComparedLine({ row, head, kinds }: { row: SheetRow | null; head: IndicatorView; kinds: PlanKinds }) {
  const words = useWords(kinds)
  const { t } = words
  if (row === null) return <span className="text-xs text-ink-3">{t('compare.notOnSheet')}</span>
  const { line, assessment } = row
  const ownUnit = line.indicator.id === head.id ? '' : ` ${line.indicator.unitOfMeasure}`
  const said = (tier: Tier) => ({ tier, plan: planContent(row, tier, words), of: percentContent(row, tier, words) })
  const plans = owned.map(said).filter(({ plan, of }) => plan !== null || of !== null)
  return (
    <div className="grid justify-items-start gap-1">
      <p className="font-semibold">
        {actualContent(assessment.actual, line.indicator.decimals, words) ?? <Missing words={t('common.noFigure')} />}
        {assessment.actual && ownUnit}
      </p>
      {plans.map(({ tier, plan, of }) => (
        <div key={tier} className="flex flex-wrap items-baseline gap-x-1.5 text-xs text-ink-2">
          <PlanMark tier={tier} />
          <span className="sr-only">{words.tier(tier)}</span>
          {plan === null ? null : (
            <span>
              {plan}
              {ownUnit}
            </span>
          )}
          {of === null ? null : <span className="font-medium text-ink">{of}</span>}
        </div>
      ))}
      <div className="[&_span]:justify-start">{verdictContent(row, words)}</div>
    </div>
  )
}

/** A difference, signed; where none can be said, why. */
export function DifferenceText({
  difference,
  indicator: { decimals },
  kinds,
}: {
  difference: Difference
  indicator: IndicatorView
  kinds: PlanKinds
}) {
  const { t, style } = useWords(kinds)
  if (difference.kind === 'none') {
    return (
      <span className="text-xs text-ink-3">
        <span aria-hidden="true">– </span>
        {t(`compare.none.${difference.why}`)}
      </span>
    )
  }
  const change = formatPoints(difference.change, { style, decimals })
  if (difference.kind === 'points') return `${change} ${t('common.points')}`
  if (difference.percent === null) return change
  return (
    <>
      {change}
      <span className="block text-xs text-ink-2">
        {`${formatComputed(difference.percent, { style, decimals: 1, signed: true })}%`}
      </span>
    </>
  )
}
