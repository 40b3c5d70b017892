import BigJs from 'big.js'

/** Exact decimal arithmetic. A constructor of our own, so that nobody else's settings of big.js can reach the rules. */
export const Decimal = BigJs()
/** Decimals of a quotient: beyond the 15 significant digits that a quantity keeps. */
const quotientDecimals = 40
Decimal.DP = quotientDecimals

/** The significant digits a quantity keeps: every such decimal survives a JS number and comes back as typed. */
export const significantDigits = 15

/** How many decimals a number has. Trailing zeros are not among them: a JS number does not keep them (97.40 is 97.4). */
export const decimalsOf = (value: number | BigJs): number => {
  const { c, e } = Decimal(value)
  return Math.max(0, c.length - e - 1)
}

/**
 * The quotient that big.js gives, to the last decimal, by the division of integers that JavaScript has: an eighth of the
 * time, where sheets and exports divide three times a line. The divisor is not 0.
 */
export function divide(dividend: BigJs, divisor: BigJs): BigJs {
  const shift = quotientDecimals + dividend.e - dividend.c.length - (divisor.e - divisor.c.length)
  const above = BigInt(dividend.c.join('')) * 10n ** BigInt(Math.max(shift, 0))
  const below = BigInt(divisor.c.join('')) * 10n ** BigInt(Math.max(-shift, 0))
  const rounded = (2n * above + below) / (2n * below)
  return Decimal(`${dividend.s === divisor.s ? '' : '-'}${rounded}e-${quotientDecimals}`)
}
