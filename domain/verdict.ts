import type { Achievement } from './achievement.ts'
import { Decimal } from './decimal.ts'
import type { Direction, Measure } from './indicator.ts'
import { compareEnds, type End, type Interval, intervalOf, pointAt } from './interval.ts'
import type { Quantity } from './quantity.ts'

/** Against one plan; the keys are used in code, CSV, JSON and URLs. */
export const verdicts = ['exceeded', 'met', 'missed', 'awaiting', 'not_judged'] as const
export type Verdict = (typeof verdicts)[number]

/** What a source may say of a line. */
export const reportableVerdicts = ['exceeded', 'met', 'missed'] as const satisfies Verdict[]
export type ReportedVerdict = (typeof reportableVerdicts)[number]

/** Words as they are compared. Diacritics count: "đất" is not "đạt". */
const foldWords = (text: string): string => text.normalize('NFC').trim().replace(/\s+/gu, ' ').toLowerCase()

/** Where one number stands: below, inside or above the plan's interval. */
function verdictAt(reached: End, plan: Interval, direction: Exclude<Direction, 'neutral'>): ReportedVerdict {
  if (compareEnds(reached, plan.low) < 0) return direction === 'higher' ? 'missed' : 'exceeded'
  if (compareEnds(reached, plan.high) > 0) return direction === 'higher' ? 'exceeded' : 'missed'
  return 'met'
}

/**
 * The verdict of an actual on one plan (domain rules 2, 3 and 5), from exact values: rounding never changes it.
 * The plan is an interval, a point mostly: inside is met, beyond its better end exceeded, short of its easier end missed.
 * An actual that may stand on both sides of a missed plan is awaited; one that is at least met is met.
 * Words are met by the same words; case and spaces aside.
 */
export function judge(plan: Quantity | null, actual: Quantity | null, measure: Measure): Verdict {
  const { direction, valueType } = measure
  if (direction === 'neutral') return 'not_judged'
  if (plan === null || actual === null) return 'awaiting'
  const planned = intervalOf(plan, valueType)
  const reached = intervalOf(actual, valueType)
  if (planned === null && reached === null) {
    return foldWords(plan.text ?? '') === foldWords(actual.text ?? '') ? 'met' : 'awaiting'
  }
  if (planned === null || reached === null) return 'awaiting'
  const one = verdictAt(reached.low, planned, direction)
  const other = verdictAt(reached.high, planned, direction)
  if (one === other) return one
  return one === 'missed' || other === 'missed' ? 'awaiting' : 'met'
}

/** The classes of a heat cell (DESIGN §5). `none` has no verdict to show. */
export const heatClasses = ['deep_miss', 'miss', 'met', 'exceed', 'far_exceed', 'none'] as const
export type HeatClass = (typeof heatClasses)[number]

/** Percent of plan beyond which a cell is drawn strongly. */
const farBelow = pointAt(Decimal(90))
const farAbove = pointAt(Decimal(110))

/**
 * The tint follows the verdict; below 90% or above 110% of plan it is strong, where all that is known lies there.
 * For an indicator where lower is better the two change places. Points have no strong tint.
 */
export function heatClass(verdict: Verdict, achievement: Achievement): HeatClass {
  if (verdict === 'awaiting' || verdict === 'not_judged') return 'none'
  if (verdict === 'met') return 'met'
  const percent = achievement.kind === 'ratio' ? intervalOf(achievement.percent, 'amount') : null
  const isFar =
    percent !== null && (compareEnds(percent.low, farAbove.high) > 0 || compareEnds(percent.high, farBelow.low) < 0)
  if (verdict === 'missed') return isFar ? 'deep_miss' : 'miss'
  return isFar ? 'far_exceed' : 'exceed'
}

const verdictWords: Record<Verdict, string[]> = {
  exceeded: ['vượt', 'vượt kế hoạch', 'vượt chỉ tiêu', 'hoàn thành vượt mức', 'exceed'],
  met: ['hoàn thành', 'hoàn thành kế hoạch', 'đạt', 'đạt kế hoạch', 'achieved'],
  missed: ['chưa đạt', 'không đạt', 'chưa hoàn thành', 'không hoàn thành', 'not met'],
  awaiting: ['chờ số liệu', 'awaiting data'],
  not_judged: ['không đánh giá', 'not judged'],
}

/** A verdict from its key or its words. Only some may be reported. */
export function parseVerdict(text: string): Verdict | null {
  const words = foldWords(text)
  return verdicts.find((verdict) => verdict === words || verdictWords[verdict].includes(words)) ?? null
}
