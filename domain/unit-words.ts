import type Big from 'big.js'
import { Decimal, decimalsOf, significantDigits } from './decimal.ts'
import type { NumberStyle } from './number-format.ts'
import { maximumDecimals, readNumber } from './number-read.ts'
import { problem, type QuantityProblem } from './quantity-problems.ts'
import { ok, type Result } from './refusal.ts'

/** Units written after numbers: "3.504 tỷ", "1.651 tỷ 346 triệu đồng", "6.100 người", "12,66 %". */

/** The words for powers of ten, the longer ones first. */
const scales: Record<string, number> = {
  'nghìn tỷ': 12,
  'nghìn tỉ': 12,
  'ngàn tỷ': 12,
  'ngàn tỉ': 12,
  tỷ: 9,
  tỉ: 9,
  triệu: 6,
  nghìn: 3,
  ngàn: 3,
  trillion: 12,
  billion: 9,
  million: 6,
  thousand: 3,
}

/** "đồng" goes by several names, and may be left out after a power of ten, of an indicator too: "3.504 tỷ". */
const money = ['đồng', 'VNĐ', 'VND', 'dong', 'đ']

type Reader = {
  /** The power of ten of the indicator's own unit: 9 of "tỷ đồng". */
  exponent: number
  isMoney: boolean
  /** One number, its power of ten and its unit, where the last match ended. */
  part: RegExp
  /** A unit at the end of a text. */
  end: RegExp
}

const spaced = (words: string): string => words.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/\s+/gu, '\\s+')
/** "m2" and "m²" are one unit. */
const raised = (pattern: string): string => pattern.replace(/[2²]/gu, '[2²]').replace(/[3³]/gu, '[3³]')
const scaleWords = Object.keys(scales).map(spaced).join('|')
/** The word for a power of ten that a unit begins with. */
export const scaleAtStart = new RegExp(`^(${scaleWords})(?:\\s+|$)`, 'iu')
const exponentOf = (word: string): number => scales[word.toLowerCase().replace(/\s+/gu, ' ')] ?? 0

/** Whether what is left of a unit without its power of ten is đồng. */
export const namesMoney = (base: string): boolean =>
  base === '' || money.some((name) => name.toLowerCase() === base.toLowerCase())

/** How numbers in a unit are read; asked only where a text is no number alone. */
function readerOf(unit: string): Reader {
  const [scale = '', word = ''] = scaleAtStart.exec(unit) ?? []
  const base = unit.slice(scale.length)
  const isMoney = namesMoney(base)
  const names = isMoney ? money.map(spaced).join('|') : raised(spaced(base))
  const noMore = '(?![\\p{L}\\p{M}\\p{N}])'
  // A thousand percent is said by nobody.
  const power = base === '%' ? '()' : `(?:\\s*(${scaleWords})${noMore})?`
  const named = `${power}(?:\\s*(${names})${noMore})?`
  return {
    exponent: exponentOf(word),
    isMoney,
    part: new RegExp(`\\s*(\\d[\\d.,]*)(?![\\d.,])${named}${noMore}`, 'iuy'),
    end: new RegExp(`${named}$`, 'iu'),
  }
}

type Part = { number: string; exponent: number; scaled: boolean; named: boolean }

/** The text as numbers with what stands behind each; null where anything else stands in it. */
function partsOf(text: string, { part }: Reader): Part[] | null {
  const parts: Part[] = []
  while (part.lastIndex < text.length) {
    const [found, number = '', scale = '', name = ''] = part.exec(text) ?? []
    if (found === undefined) return null
    parts.push({ number, exponent: exponentOf(scale), scaled: scale !== '', named: name !== '' })
  }
  return parts
}

/** A number in the indicator's unit; `shift` is the power of ten that its words made of it, null where it has none. */
export type Measured = { value: number; shift: number | null }

/** A number so many powers of ten on, exactly; refused where it would have more digits than a quantity keeps. */
export function shifted(value: number | Big, shift: number): Result<number, QuantityProblem> {
  const moved = Decimal(value).times(`1e${shift}`)
  if (moved.c.length > significantDigits || decimalsOf(moved) > maximumDecimals) {
    return problem('too_many_digits', { maximum: significantDigits })
  }
  return ok(moved.toNumber() + 0) // big.js knows a −0
}

/**
 * Reads a number that may have its unit behind it: the indicator's own, or a multiple of it by a power of ten. Several
 * are added up as they are spoken, from the greatest down: "1 tỷ 346 triệu". A unit that is left out at the end is
 * understood only after a power of ten of đồng; any other unit is refused.
 */
export function readMeasured(text: string, unit: string, style: NumberStyle): Result<Measured, QuantityProblem> {
  const plain = readNumber(text, style)
  if (plain.ok) return ok({ value: plain.value, shift: null })
  if (unit === '') return plain
  const reader = readerOf(unit)
  const sign = /^[+\-−]/u.exec(text)?.[0] ?? ''
  const parts = partsOf(text.slice(sign.length), reader)
  const [first] = parts ?? []
  if (!parts || (!first?.scaled && !first?.named)) {
    // "1 651 tỷ", "75O người": what is wrong is the number.
    const bare = text.replace(reader.end, '')
    const number = bare === '' ? plain : readNumber(bare, style)
    if (number.ok) return plain
    return number.error.reason === 'words_after_number' ? problem('other_unit', { unit }) : number
  }
  if (parts.some(({ scaled, named }) => !scaled && !named)) return problem('unit_parts')
  const last = parts.at(-1) ?? first
  if (!last.named && !reader.isMoney) return problem('other_unit', { unit })
  if (!last.named && parts.some(({ named }) => named)) return problem('unit_parts')
  const sum = sumOf(parts, style)
  if (!sum.ok) return sum
  const value = shifted(sign === '' || sign === '+' ? sum.value : sum.value.neg(), -reader.exponent)
  return value.ok ? ok({ value: value.value, shift: first.exponent - reader.exponent }) : value
}

/** What the parts are together, in the unit without a power of ten. Each is less than one of the part before it. */
function sumOf(parts: readonly Part[], style: NumberStyle) {
  let sum = Decimal(0)
  let above: number | null = null
  for (const { number, exponent } of parts) {
    const read = readNumber(number, style)
    if (!read.ok) return read
    const fits = above === null || (exponent < above && Decimal(read.value).lt(`1e${above - exponent}`))
    const whole = sum.mod(`1e${above ?? 0}`).eq(0)
    if (!fits || !whole) return problem('unit_parts')
    sum = sum.plus(Decimal(read.value).times(`1e${exponent}`))
    above = exponent
  }
  return ok(sum)
}
