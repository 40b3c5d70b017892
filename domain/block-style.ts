import { readNumber } from './number-read.ts'
import { readsAsWords } from './quantity-words.ts'

/** The style that a block of cells is written in; `either` where it makes no difference, `ambiguous` where nobody can tell. */
export type BlockStyle = 'vi' | 'en' | 'either' | 'ambiguous'

/** The numbers in a text, as far as it is no words; what stands in brackets is a note, and "6.1OO" no number. */
function numbersIn(text: string): string[] {
  const trimmed = text.normalize('NFC').trim()
  if (trimmed.startsWith("'") || readsAsWords(trimmed)) return []
  const [numbers = ''] = trimmed.split('(', 1)
  return numbers.match(/(?<![\p{L}\d.,])\d[\d.,]*\d(?![\p{L}\d.,])/gu) ?? []
}

/** What one number says of its style; null where it is a number in neither. */
function styleOfNumber(number: string): BlockStyle | null {
  const [vi, en] = [readNumber(number, 'vi'), readNumber(number, 'en')]
  if (vi.ok && en.ok) return vi.value === en.value ? 'either' : 'ambiguous'
  return vi.ok ? 'vi' : en.ok ? 'en' : null
}

/** What to ask about: the first number that has two readings, or two numbers that contradict each other. */
export type Undecided = string | { vi: string; en: string }
export type Said =
  | { style: Exclude<BlockStyle, 'ambiguous'>; undecided: null }
  | { style: 'ambiguous'; undecided: Undecided }

/**
 * The style of all figures of a block: "1.234" alone is decided by its neighbours, unless they contradict each other.
 */
export function blockStyle(texts: readonly string[]): Said {
  const numbers = texts.flatMap(numbersIn).map((text) => ({ text, style: styleOfNumber(text) }))
  const says = (wanted: BlockStyle) => numbers.find(({ style }) => style === wanted)?.text ?? null
  const [vi, en, undecided] = [says('vi'), says('en'), says('ambiguous')]
  if (vi !== null && en !== null) return { style: 'ambiguous', undecided: undecided ?? { vi, en } }
  if (vi !== null || en !== null) return { style: vi !== null ? 'vi' : 'en', undecided: null }
  return undecided === null ? { style: 'either', undecided } : { style: 'ambiguous', undecided }
}
