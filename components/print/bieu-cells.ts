import type { SheetRow, StagedQuantity } from '#components/table/sheet-rows.ts'
import type { Words } from '#components/table/words.ts'
import { reportedVerdicts } from '#domain/assessment.ts'
import { type Tier, tiers } from '#domain/figure.ts'
import { inPoints } from '#domain/indicator.ts'
import { bareNumber, type Quantity } from '#domain/quantity.ts'
import { formatComputed, formatPoints, formatQuantity } from '#domain/quantity-format.ts'
import { sumQuantities } from '#domain/roll-up.ts'
import type { SheetLine } from '#domain/sheet.ts'
import { reportableVerdicts, type Verdict } from '#domain/verdict.ts'

/**
 * What the cells of a Biểu say: text, blank for what is missing, (*) after what a source reports; and the number behind
 * it where it is one, for a workbook.
 */
export type BieuCell = { text: string; number: number | null }

const blank: BieuCell = { text: '', number: null }
const saying = (quantity: Quantity, text: string): BieuCell => ({ text, number: bareNumber(quantity) })
const reported = (text: string) => `${text} (*)`

/**
 * An actual; a stage that the head of the column does not say stands in brackets, and the cell is text then: as a number
 * it would be read back as what the head says.
 */
export function actualCell(
  actual: StagedQuantity | null,
  decimals: number,
  inHead: StagedQuantity['stage'],
  { t, style }: Words,
): BieuCell {
  if (!actual) return blank
  const text = formatQuantity(actual.quantity, { style, decimals })
  const { stage, quantity } = actual
  if (stage === inHead || stage === 'official') return saying(quantity, text)
  return { text: t('bieu.staged', { text, stage: t(`unitYear.stage.${stage}`) }), number: null }
}

export const planCell = ({ line, assessment }: SheetRow, tier: Tier, { style }: Words): BieuCell => {
  const quantity = assessment[tier].plan?.quantity
  return quantity ? saying(quantity, formatQuantity(quantity, { style, decimals: line.indicator.decimals })) : blank
}

/** Percent of plan without its sign, which stands in the head; points for rates and shares (domain rule 4). */
export function againstCell({ line, assessment }: SheetRow, tier: Tier, words: Words): BieuCell {
  const { achievement } = assessment[tier]
  if (achievement.kind === 'ratio') {
    return saying(achievement.percent, formatComputed(achievement.percent, { style: words.style, decimals: 1 }))
  }
  if (achievement.kind === 'points') return pointsCell(achievement.points, line, words)
  const stated = assessment.reported[tier].percent?.quantity
  return stated ? saying(stated, reported(formatQuantity(stated, { style: words.style }))) : blank
}

const pointsCell = (points: Quantity, { indicator: { decimals } }: SheetLine, { t, style }: Words): BieuCell =>
  saying(points, `${formatPoints(points, { style, decimals })} ${t('common.points')}`)

const hundred: Quantity = { value: 100, high: null, denominator: null, qualifier: 'exact', text: null }
/** Growth as the form has it: this year in percent of the last one. */
const ofLastYear = (growth: Quantity) => sumQuantities([growth, hundred]).sum

export function growthCell({ line, assessment: { growth } }: SheetRow, words: Words): BieuCell {
  const { computed } = growth
  const { style } = words
  if (computed?.unit === 'points') return pointsCell(computed.change, line, words)
  const percent = computed && ofLastYear(computed.change)
  if (percent) return saying(percent, formatComputed(percent, { style, decimals: 1 }))
  const stated = growth.reported?.quantity
  if (!stated) return blank
  // Of a rate or a share a source may mean points or percent, and a ratio is neither (domain rule 4).
  if (inPoints(line.indicator.valueType)) {
    return saying(stated, reported(`${formatPoints(stated, { style, decimals: 0 })}%`))
  }
  const ratio = ofLastYear(stated)
  return ratio ? saying(ratio, reported(formatQuantity(ratio, { style }))) : blank
}

const isSaid = (verdict: Verdict): verdict is (typeof reportableVerdicts)[number] =>
  reportableVerdicts.some((one) => one === verdict)

/**
 * The verdict in words: computed, with its plan where the two differ; then what a source says otherwise, or alone.
 */
export function verdictCell({ assessment }: SheetRow, { t, tier: planOf }: Words): BieuCell {
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
  return { text: [...new Set([...own, ...others.map(reported)])].join('; '), number: null }
}
