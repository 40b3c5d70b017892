import type { NumberStyle } from './number-format.ts'
import { problem, type QuantityProblem } from './quantity-problems.ts'
import { ok, type Result } from './refusal.ts'
import { type Measured, readMeasured, shifted } from './unit-words.ts'

type Amount = { value: number; high: number | null; denominator: number | null }
type Parsed = Result<Amount, QuantityProblem>

/** Not every stroke divides: "450 triệu đồng/năm". The second one is that of copied cells, which is no date to Excel. */
const fraction = /^([^/⁄]+?)\s*[/⁄]\s*([+\-−]?\d[^/⁄]*)$/u
const ranges = [
  /(?:(?:từ|from)\s+)?(.+?)\s+(?:đến|to)\s+(.+)/iu,
  /(.+?)\s*\.\.\s*(.+)/u,
  /^([+\-−]?[^+\-–—−]+?)\s*[-–—−]\s*([+\-−]?[^+\-–—−]+)$/u,
]

/** A text in two, as a pattern of two groups finds it. */
export const split = (text: string, pattern: RegExp): { left: string; right: string } | null => {
  const [, left, right] = pattern.exec(text) ?? []
  return left === undefined || right === undefined ? null : { left, right }
}

const amount = (value: number, rest: Partial<Amount> = {}): Parsed =>
  ok({ value, high: null, denominator: null, ...rest })

/** The numbers of a quantity, in the indicator's unit ('' of none): a fraction, a range or one number. */
export function readAmount(text: string, style: NumberStyle, unit: string): Parsed {
  const read = (one: string) => readMeasured(one, unit, style)

  const parts = split(text, fraction)
  if (parts) {
    const value = read(parts.left)
    if (!value.ok) return value
    const denominator = read(parts.right)
    if (!denominator.ok) return denominator
    // Half of what, in "1/2 tỷ"?
    if (value.value.shift || denominator.value.shift) return problem('unit_parts')
    if (denominator.value.value <= 0) return problem('denominator_not_positive')
    return amount(value.value.value, { denominator: denominator.value.value })
  }
  for (const range of ranges) {
    const ends = split(text, range)
    if (!ends) continue
    const low = read(ends.left)
    if (!low.ok) return low
    const high = read(ends.right)
    return high.ok ? readRange(low.value, high.value) : high
  }
  const one = read(text)
  return one.ok ? amount(one.value.value) : one
}

/** A unit behind a range is that of both its ends: "1,5–2 tỷ". One behind the first end only leaves the other in doubt. */
function readRange(low: Measured, high: Measured): Parsed {
  if (low.shift && high.shift === null) return problem('unit_parts')
  const first = low.shift === null && high.shift !== null ? shifted(low.value, high.shift) : ok(low.value)
  if (!first.ok) return first
  return first.value < high.value ? amount(first.value, { high: high.value }) : problem('range_order')
}
