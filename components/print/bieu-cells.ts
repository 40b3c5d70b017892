import type { SheetRow, StagedQuantity } from '#components/table/sheet-rows.ts'
import { reportedPercent } from '#components/table/tier-text.ts'
import type { Words } from '#components/table/words.ts'
import { reportedVerdicts } from '#domain/assessment.ts'
import { type Tier, tiers } from '#domain/figure.ts'
import { inPoints } from '#domain/indicator.ts'
import type { Quantity } from '#domain/quantity.ts'
import { formatComputed, formatPoints, formatQuantity } from '#domain/quantity-format.ts'
import { sumQuantities } from '#domain/roll-up.ts'
import { reportableVerdicts, type Verdict } from '#domain/verdict.ts'

/** What the cells of a Biểu say: text, blank for what is missing, (*) after what a source reports. */

const reported = (text: string) => `${text} (*)`

/** An actual; a stage that the head of the column does not say stands in brackets. */
export function actualText(
  actual: StagedQuantity | null,
  decimals: number,
  inHead: StagedQuantity['stage'],
  { t, style }: Words,
): string {
  if (!actual) return ''
  const text = formatQuantity(actual.quantity, { style, decimals })
  const { stage } = actual
  return stage === inHead || stage === 'official'
    ? text
    : t('bieu.staged', { text, stage: t(`unitYear.stage.${stage}`) })
}

export const planText = ({ line, assessment }: SheetRow, tier: Tier, { style }: Words): string => {
  const quantity = assessment[tier].plan?.quantity
  return quantity ? formatQuantity(quantity, { style, decimals: line.indicator.decimals }) : ''
}

/** Percent of plan without its sign, which stands in the head; points for rates and shares (domain rule 4). */
export function againstText({ line, assessment }: SheetRow, tier: Tier, { t, style }: Words): string {
  const { achievement } = assessment[tier]
  if (achievement.kind === 'ratio') return formatComputed(achievement.percent, { style, decimals: 1 })
  if (achievement.kind === 'points') {
    return `${formatPoints(achievement.points, { style, decimals: line.indicator.decimals })} ${t('common.points')}`
  }
  const stated = reportedPercent(assessment, tier, style)
  return stated === null ? '' : reported(stated.replace('%', ''))
}

const hundred: Quantity = { value: 100, high: null, denominator: null, qualifier: 'exact', text: null }
/** Growth as the form has it: this year in percent of the last one. */
const ofLastYear = (growth: Quantity) => sumQuantities([growth, hundred]).sum

export function growthText({ line, assessment: { growth } }: SheetRow, { t, style }: Words): string {
  const { computed } = growth
  if (computed?.unit === 'points') {
    return `${formatPoints(computed.change, { style, decimals: line.indicator.decimals })} ${t('common.points')}`
  }
  const percent = computed && ofLastYear(computed.change)
  if (percent) return formatComputed(percent, { style, decimals: 1 })
  const stated = growth.reported?.quantity
  if (!stated) return ''
  // Of a rate or a share a source may mean points or percent, and a ratio is neither (domain rule 4).
  if (inPoints(line.indicator.valueType)) return reported(`${formatPoints(stated, { style, decimals: 0 })}%`)
  const ratio = ofLastYear(stated)
  return ratio ? reported(formatQuantity(ratio, { style })) : ''
}

const isSaid = (verdict: Verdict): verdict is (typeof reportableVerdicts)[number] =>
  reportableVerdicts.some((one) => one === verdict)

/**
 * The verdict in words: computed, with its plan where the two differ; then what a source says otherwise, or alone.
 */
export function verdictText({ assessment }: SheetRow, { t, tier: planOf }: Words): string {
  const computed = tiers.map((tier) => ({ tier, verdict: assessment[tier].verdict }))
  const said = (verdicts: readonly { tier: 'assigned' | 'adopted' | 'unstated'; verdict: Verdict }[]) => {
    const known = verdicts.flatMap(({ tier, verdict }) => (isSaid(verdict) ? [{ tier, verdict }] : []))
    const differ = new Set(known.map(({ verdict }) => verdict)).size > 1
    return known.map(({ tier, verdict }) => {
      const word = t(`bieu.said.${verdict}`)
      return differ ? t('bieu.ofPlan', { verdict: word, plan: planOf(tier) }) : word
    })
  }
  const own = said(computed)
  const others = said(reportedVerdicts(assessment)).filter((word) => !own.includes(word))
  return [...new Set([...own, ...others.map(reported)])].join('; ')
}
