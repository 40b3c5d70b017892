import { type Assessment, reportedVerdicts } from '#domain/assessment.ts'
import type { ActualStage, StatedTier, Tier } from '#domain/figure.ts'
import { inPoints } from '#domain/indicator.ts'
import type { NumberStyle } from '#domain/number-format.ts'
import type { Quantity } from '#domain/quantity.ts'
import { formatComputed, formatPoints, formatQuantity } from '#domain/quantity-format.ts'
import type { IndicatorView } from '#domain/sheet.ts'
import type { Verdict } from '#domain/verdict.ts'
import type { HeatLook } from './heat-pack.ts'
import type { JudgedLine } from './judged.ts'

export type HeatCell = {
  look: HeatLook
  /** Null: no verdict. */
  verdict: Exclude<Verdict, 'awaiting' | 'not_judged'> | null
  /** What a source states and nothing here computes: dashed. */
  reported: boolean
  /** The tier that what is reported names; the column's own where nothing is reported. */
  tier: StatedTier
  /** What stands in the cell; '' where the verdict's words do. */
  text: string
  /** What `text` counts in. */
  unit: 'percent' | 'points' | 'value' | null
  /** As recorded, without the unit of measure. */
  actual: string
  stage: ActualStage | null
  plan: string
  /** A result and a plan that decide nothing yet (a bound, an approximation): what is awaited is the number itself. */
  waits: boolean
}

/** Beyond ten per cent of the plan a cell is solid; exactly at it, it is not (DESIGN §5). */
const STEP = 10

const looks = { exceeded: 'over', met: 'met', missed: 'miss' } as const

/** What stands for a line against one plan in the heat table. */
export function heatCell({ line: { indicator }, assessment }: JudgedLine, tier: Tier, style: NumberStyle): HeatCell {
  const { actual } = assessment
  const { plan } = assessment[tier]
  const cell: HeatCell = {
    ...{ look: 'none', verdict: null, reported: false, tier, text: '', unit: null, waits: false },
    actual: actual ? formatQuantity(actual.quantity, { style, decimals: indicator.decimals }) : '',
    stage: actual?.stage ?? null,
    plan: plan?.quantity ? formatQuantity(plan.quantity, { style, decimals: indicator.decimals }) : '',
  }
  const known = computed(cell, assessment, indicator, tier, style)
  const said = reported(cell, assessment, indicator, tier, style)
  return (
    // Where the numbers decide nothing, a source may.
    (known?.waits ? said : null) ??
    known ??
    said ??
    (actual ? { ...cell, look: 'bare', text: shown(actual.quantity, indicator, style), unit: 'value' } : null) ??
    (plan ? { ...cell, look: 'plan' } : cell)
  )
}

/** Room in a cell is for a number or a word; what is longer is a matter of the cell's sentence. */
const ROOM = 12
const shown = (quantity: Quantity, { decimals, unitOfMeasure }: IndicatorView, style: NumberStyle): string => {
  const number = formatQuantity(
    { ...quantity, text: quantity.value === null ? quantity.text : null },
    { style, decimals },
  )
  if (quantity.value === null) return number.length <= ROOM ? number : '…'
  return unitOfMeasure === '%' ? `${number}%` : number
}

function computed(
  cell: HeatCell,
  assessment: Assessment,
  indicator: IndicatorView,
  tier: Tier,
  style: NumberStyle,
): HeatCell | null {
  const { achievement, verdict: judged } = assessment[tier]
  const { actual } = assessment
  if (achievement.kind === 'no_plan' || achievement.kind === 'not_reported' || actual === null) return null
  const verdict = judged === 'awaiting' || judged === 'not_judged' ? null : judged
  const waits = judged === 'awaiting'
  const plainLook = verdict === null ? 'neutral' : looks[verdict]
  if (achievement.kind === 'ratio') {
    const text = formatComputed(achievement.percent, { style, decimals: 1 })
    return { ...cell, look: graded(plainLook, achievement.percent), verdict, text, unit: 'percent', waits }
  }
  if (achievement.kind === 'points') {
    const text = formatPoints(achievement.points, { style, decimals: indicator.decimals })
    return { ...cell, look: plainLook, verdict, text, unit: 'points', waits }
  }
  // A plan of zero, or words: there is no ratio, the value itself is shown.
  return { ...cell, look: plainLook, verdict, text: shown(actual.quantity, indicator, style), unit: 'value', waits }
}

/** Where lower is better, a result is as far from its plan on the other side. */
function graded(look: HeatLook, { value, high }: Quantity): HeatLook {
  const distance = Math.min(...[value, high].flatMap((end) => (end === null ? [] : Math.abs(end - 100))))
  if (look === 'miss' && distance > STEP) return 'deep'
  return look === 'over' && distance > STEP ? 'far' : look
}

/** What sources report against this plan, else against one that they do not name: never a computed verdict. */
function reported(
  cell: HeatCell,
  assessment: Assessment,
  indicator: IndicatorView,
  tier: Tier,
  style: NumberStyle,
): HeatCell | null {
  const verdicts = reportedVerdicts(assessment)
  for (const named of [tier, 'unstated'] as const) {
    const said = verdicts.find((one) => one.tier === named)?.verdict
    const verdict = said === 'awaiting' || said === 'not_judged' || said === undefined ? null : said
    const percent = assessment.reported[named].percent?.quantity ?? null
    if (verdict === null && percent === null) continue
    const look = verdict === null ? 'neutral' : looks[verdict]
    // Of a rate a percent of plan says little, and in points there is none: the verdict's words stand.
    const text =
      percent === null || (inPoints(indicator.valueType) && verdict !== null) ? '' : formatQuantity(percent, { style })
    return { ...cell, look, verdict, reported: true, tier: named, text, unit: text === '' ? null : 'percent' }
  }
  return null
}
