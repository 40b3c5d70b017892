import { type StatedTier, statedTiers, type Tier } from '#domain/figure.ts'
import { Missing } from '../ui/missing.tsx'
import { Tag } from '../ui/tag.tsx'
import { VerdictChip } from '../ui/verdict-chip.tsx'
import type { TrendRow } from './trend-row.ts'
import { useTrendText } from './trend-text.ts'

/** The recorded plan; one that only follows from an actual and a stated percent is in italics and says so. */
export function Plan({ row, tier }: { row: TrendRow; tier: Tier }) {
  const text = useTrendText()
  const { plan, derivedPlan } = row.assessment[tier]
  if (plan?.quantity) return text.value(plan.quantity, row)
  if (!derivedPlan) return <Missing words={text.t('common.noFigure')} />
  return (
    <span className="inline-flex flex-col items-end gap-0.5 whitespace-nowrap text-ink-2">
      <i>{text.derived(derivedPlan, row)}</i>
      <Tag>{text.t('indicator.derived')}</Tag>
    </span>
  )
}

/** What is computed against one plan: percent or points, and the verdict where there is one. */
export function Against({ row: { assessment, line }, tier }: { row: TrendRow; tier: Tier }) {
  const text = useTrendText()
  const { achievement, verdict } = assessment[tier]
  const belongs = tier === 'assigned' ? line.inAssignedSet : line.inAdoptedSet
  const said = text.achievement(achievement)
  const judged = verdict === 'awaiting' ? belongs && !line.indicator.heading : verdict !== 'not_judged'
  if (said === null && !judged) return <Missing words={text.t('common.noFigure')} />
  return (
    <span className="flex items-center gap-2 whitespace-nowrap">
      {said === null ? null : <span>{said}</span>}
      {judged ? <VerdictChip verdict={verdict} /> : null}
    </span>
  )
}

/** What sources say of percent, verdict and difference, each with the plan it names. */
export function Stated({ row }: { row: TrendRow }) {
  const text = useTrendText()
  const { reported } = row.assessment
  const said = (tier: StatedTier) => {
    const { percent, verdict, difference } = reported[tier]
    return { tier, percent: percent?.quantity, verdict, difference: difference?.quantity }
  }
  const shown = statedTiers.map(said).filter(({ percent, verdict, difference }) => percent ?? verdict ?? difference)
  if (shown.length === 0) return <Missing words={text.t('common.noFigure')} />
  return (
    <ul className="grid gap-1">
      {shown.map(({ tier, percent, verdict, difference }) => (
        <li key={tier} className="flex items-center gap-2 whitespace-nowrap">
          <span className="text-xs text-ink-3">{text.tier(tier, row.unit)}</span>
          {percent ? <span>{text.percent(percent)}</span> : null}
          {difference ? <span>{text.difference(difference)}</span> : null}
          {verdict ? <VerdictChip verdict={verdict} reported /> : null}
        </li>
      ))}
    </ul>
  )
}
