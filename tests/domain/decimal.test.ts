import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Decimal, divide } from '#domain/decimal.ts'

const number = fc.double({ min: -1e15, max: 1e15, noNaN: true })

describe('a quotient', () => {
  test('is the one of big.js, to the last of its forty decimals', () => {
    fc.assert(
      fc.property(number, number, (a, b) => {
        fc.pre(b !== 0)
        const [dividend, divisor] = [Decimal(a), Decimal(b)]
        expect(divide(dividend, divisor).toFixed()).toBe(dividend.div(divisor).toFixed())
      }),
      { numRuns: 2000 },
    )
  })

  const cases: [dividend: number, divisor: number, quotient: string][] = [
    [1, 3, `0.${'3'.repeat(40)}`],
    [2, 3, `0.${'6'.repeat(39)}7`],
    [-2, 3, `-0.${'6'.repeat(39)}7`],
    [-1, -4, '0.25'],
    [0, 7, '0'],
    [9e15, 3e-9, '3000000000000000000000000'],
    [1e-30, 2e10, `0.${'0'.repeat(39)}1`],
  ]
  test.each(cases)('%s / %s is %s', (dividend, divisor, quotient) => {
    expect(divide(Decimal(dividend), Decimal(divisor)).toFixed()).toBe(quotient)
  })
})
