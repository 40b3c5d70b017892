import { growth } from './achievement.ts'
import { inPoints, type Measure } from './indicator.ts'
import { intervalOf, quantityOf, subtract } from './interval.ts'
import type { Quantity } from './quantity.ts'
import { areContemporary, type LivingUnit } from './unit.ts'

/** A result as it is compared with another's: whose, under which definition, and how much. */
export type Compared = { unit: LivingUnit; indicator: Measure & { id: string }; actual: Quantity | null }

/**
 * How far one result is from another: in points for rates and shares (domain rule 4), else in the indicator's unit and,
 * where the first is above zero, in percent of it; never in percent across a reorganisation, which would read as growth
 * (rule 12). Nothing is said across definitions (rule 13), of what is missing (rule 2) or in words, or where bounds leave
 * both ends open.
 */
export type Difference =
  | { kind: 'points'; change: Quantity }
  | { kind: 'amount'; change: Quantity; percent: Quantity | null }
  | { kind: 'none'; why: 'missing' | 'version' | 'words' | 'open' }

/** `other` less `first`; null where a sheet has no such line. */
export function differenceOf(first: Compared | null, other: Compared | null): Difference {
  if (!first?.actual || !other?.actual) return { kind: 'none', why: 'missing' }
  if (first.indicator.id !== other.indicator.id) return { kind: 'none', why: 'version' }
  const { valueType } = first.indicator
  const [from, to] = [intervalOf(first.actual, valueType), intervalOf(other.actual, valueType)]
  if (from === null || to === null) return { kind: 'none', why: 'words' }
  const change = quantityOf(subtract(to, from))
  if (change === null) return { kind: 'none', why: 'open' }
  if (inPoints(valueType)) return { kind: 'points', change }
  const percent = areContemporary(first.unit, other.unit) ? growth(other.actual, first.actual, first.indicator) : null
  return { kind: 'amount', change, percent: percent?.change ?? null }
}
