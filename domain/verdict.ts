import type { Direction, Measure } from './indicator.ts'
import { compareEnds, type End, intervalOf, widened } from './interval.ts'
import type { Quantity } from './quantity.ts'

/** Against one plan; the keys are used in code, CSV, JSON and URLs. */
export const verdicts = ['exceeded', 'met', 'missed', 'awaiting', 'not_judged'] as const
export type Verdict = (typeof verdicts)[number]

/** What a source may say of a line. */
export const reportableVerdicts = ['exceeded', 'met', 'missed'] as const satisfies Verdict[]
export type ReportedVerdict = (typeof reportableVerdicts)[number]

/** Words as they are compared. Diacritics count: "đất" is not "đạt". */
const foldWords = (text: string): string => text.normalize('NFC').trim().replace(/\s+/gu, ' ').toLowerCase()

/** Where one number stands, as compared with both ends of the plan: below, inside or above. */
function verdictAt(toLow: number, toHigh: number, direction: Exclude<Direction, 'neutral'>): ReportedVerdict {
  if (toLow < 0) return direction === 'higher' ? 'missed' : 'exceeded'
  if (toHigh > 0) return direction === 'higher' ? 'exceeded' : 'missed'
  return 'met'
}

/** The number of a quantity that is nothing else, as most are; two of them compare as their decimals do. */
const plainNumber = ({ value, high, denominator, qualifier }: Quantity): number | null =>
  qualifier === 'exact' && high === null && denominator === null ? value : null

/**
 * The verdict of an actual on one plan (domain rules 2, 3 and 5), from exact values: rounding never changes it.
 * The plan is an interval, a point mostly: inside is met, beyond its better end exceeded, short of its easier end missed.
 * An actual that may stand on both sides of a missed plan is awaited; one that is at least met is met. An approximate
 * one may be anything that rounds to it: "khoảng 7" does not say whether 6,9 was reached. A plan is what it states.
 * Words are met by the same words; case and spaces aside.
 */
export function judge(plan: Quantity | null, actual: Quantity | null, measure: Measure): Verdict {
  const { direction, valueType } = measure
  if (direction === 'neutral') return 'not_judged'
  if (plan === null || actual === null) return 'awaiting'
  const [planNumber, actualNumber] = [plainNumber(plan), plainNumber(actual)]
  if (planNumber !== null && actualNumber !== null) {
    const side = Number(actualNumber > planNumber) - Number(actualNumber < planNumber)
    return verdictAt(side, side, direction)
  }
  const planned = intervalOf(plan, valueType)
  const reached = widened(actual, valueType)
  if (planned === null && reached === null) {
    return foldWords(plan.text ?? '') === foldWords(actual.text ?? '') ? 'met' : 'awaiting'
  }
  if (planned === null || reached === null) return 'awaiting'
  const verdictOf = (end: End) => verdictAt(compareEnds(end, planned.low), compareEnds(end, planned.high), direction)
  const [one, other] = [verdictOf(reached.low), verdictOf(reached.high)]
  if (one === other) return one
  return one === 'missed' || other === 'missed' ? 'awaiting' : 'met'
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
