import BigJs from 'big.js'

/** Exact decimal arithmetic. A constructor of our own, so that nobody else's settings of big.js can reach the rules. */
export const Decimal = BigJs()
Decimal.DP = 40 // decimals of a quotient: beyond the 15 significant digits that a quantity keeps

/** The significant digits a quantity keeps: every such decimal survives a JS number and comes back as typed. */
export const significantDigits = 15

/** How many decimals a number has. Trailing zeros are not among them: a JS number does not keep them (97.40 is 97.4). */
export const decimalsOf = (value: number | BigJs): number => {
  const { c, e } = Decimal(value)
  return Math.max(0, c.length - e - 1)
}
