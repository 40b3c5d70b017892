import type { ReactNode } from 'react'
import { Tag } from '#components/ui/tag.tsx'
import type { Tier } from '#domain/figure.ts'
import { formatComputed, formatPoints, formatQuantity } from '#domain/quantity-format.ts'
import { AdjustedPlan } from './adjusted-plan.tsx'
import { Note } from './note.tsx'
import { Reported } from './reported.tsx'
import type { SheetRow, StagedQuantity } from './sheet-rows.ts'
import { reportedPercent, tierText } from './tier-text.ts'
import type { Words } from './words.ts'

/** The contents of the cells that hold figures; null where there is nothing to show. */

export function actualContent(actual: StagedQuantity | null, decimals: number, { t, style }: Words): ReactNode {
  if (!actual) return null
  const { quantity, stage } = actual
  const text = formatQuantity(quantity, { style, decimals })
  if (stage === 'official') return text
  return (
    <>
      {`${text} `}
      <Tag>{t(`unitYear.stage.${stage}`)}</Tag>
    </>
  )
}

/** A plan, and under the unit's own one how far a source says it is from its superior's: one plan against the other. */
export function planContent(row: SheetRow, tier: Tier, words: Words): ReactNode {
  const plan = planOf(row, tier, words)
  const difference = tier === 'adopted' ? row.assessment.reported.assigned.difference?.quantity : null
  if (!difference) return plan
  const { t, style, kinds } = words
  return (
    <>
      {plan}
      <span className="block text-xs leading-5 text-ink-3" title={t('figureKind.reported_difference_assigned', kinds)}>
        <Reported>
          {formatComputed(difference, { style, decimals: row.line.indicator.decimals, signed: true })}
        </Reported>{' '}
        <span className="inline-block leading-4 first-letter:lowercase">
          {t('unitYear.against', { plan: words.tier('assigned') })}
        </span>
      </span>
    </>
  )
}

/** The recorded plan; else, in italics, the interval that an actual and a stated percent leave for it. */
function planOf(row: SheetRow, tier: Tier, words: Words): ReactNode {
  const { line, assessment } = row
  const { t, style } = words
  const { plan, derivedPlan } = assessment[tier]
  const { decimals } = line.indicator
  if (plan?.quantity) {
    const text = formatQuantity(plan.quantity, { style, decimals })
    if (plan.steps) return <AdjustedPlan row={row} tier={tier} steps={plan.steps} text={text} words={words} />
    return plan.quantity.value === null ? <span className="block text-left text-xs">{text}</span> : text
  }
  if (!derivedPlan || !assessment.actual) return null
  const about = derivedPlan.qualifier === 'exact' ? '≈' : ''
  return (
    <Note
      id={`derived-${tier}-${line.id}`}
      title={`${t('unitYear.derivedTitle')}: ${words.tier(tier)}`}
      className="min-h-6 rounded-bar text-right text-xs text-ink-2 italic underline decoration-line-2 decoration-dotted underline-offset-4"
      trigger={
        <>
          {`${about}${formatComputed(derivedPlan, { style, decimals: Math.max(1, decimals) })}`}
          <span className="sr-only">{` (${t('unitYear.derivedWords')})`}</span>
        </>
      }
    >
      <p>
        {t('unitYear.derivedHow', {
          actual: formatQuantity(assessment.actual.quantity, { style, decimals }),
          percent: reportedPercent(assessment, tier, style) ?? '',
        })}
      </p>
    </Note>
  )
}

/** Percent of the plan or points, else what a source reports: a percent, or how far the actual is from the own plan. */
export function percentContent({ line, assessment }: SheetRow, tier: Tier, { t, style }: Words): ReactNode {
  const found = tierText(assessment, tier, line.indicator, { style, points: t('common.points') })
  if (found) return found.reported ? <Reported>{found.text}</Reported> : found.text
  const difference = tier === 'adopted' ? assessment.reported.adopted.difference?.quantity : null
  if (!difference) return null
  return (
    <>
      <Reported>{formatComputed(difference, { style, decimals: line.indicator.decimals, signed: true })}</Reported>
      <span className="text-2xs text-ink-3">{` ${t('unitYear.difference')}`}</span>
    </>
  )
}

/** Growth computed from last year's figure; where there is none, what a source reports, marked (*). */
export function growthContent({ line, assessment }: SheetRow, { t, style }: Words): ReactNode {
  const { computed, reported } = assessment.growth
  if (computed?.unit === 'points') {
    return `${formatPoints(computed.change, { style, decimals: line.indicator.decimals })} ${t('common.points')}`
  }
  if (computed) return `${formatComputed(computed.change, { style, decimals: 1, signed: true })}%`
  if (!reported?.quantity) return null
  return (
    <span className="whitespace-nowrap">
      <Reported>{`${formatPoints(reported.quantity, { style, decimals: 0 })}%`}</Reported>
      <span className="text-xs text-ink-3"> (*)</span>
    </span>
  )
}
