import fc from 'fast-check'
import { expect, test } from 'vitest'
import { judge } from '#domain/judge.ts'
import { exactly, type Quantity } from '#domain/quantity.ts'

/** The same number as a range without width, which is judged as every other interval is. */
const asRange = (value: number): Quantity => ({ ...exactly(value), high: value })

/** What a cell can hold: at most 15 significant digits. */
const recorded = fc
  .tuple(fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }), fc.integer({ min: -20, max: 20 }))
  .map(([digits, exponent]) => Number(`${digits}e${exponent}`))
const pairs = fc.oneof(
  fc.tuple(recorded, recorded),
  recorded.map((value): [number, number] => [value, value]),
  // Neighbours, as close as two cells can be.
  fc
    .tuple(fc.integer({ min: -999_999_999_999_998, max: 999_999_999_999_998 }), fc.integer({ min: -20, max: 20 }))
    .map(([digits, exponent]): [number, number] => [
      Number(`${digits}e${exponent}`),
      Number(`${digits + 1}e${exponent}`),
    ]),
)

test('two numbers are judged as intervals are', () => {
  const measure = fc.record({
    direction: fc.constantFrom('higher', 'lower', 'neutral'),
    valueType: fc.constantFrom('amount', 'rate', 'share'),
  })
  fc.assert(
    fc.property(pairs, measure, ([plan, actual], measured) => {
      expect(judge(exactly(plan), exactly(actual), measured)).toBe(judge(asRange(plan), asRange(actual), measured))
    }),
    { numRuns: 2000 },
  )
})
