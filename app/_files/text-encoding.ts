import { isUtf8 } from 'node:buffer'
import type { Encoding, FoundText } from '#domain/file-found.ts'

/** What the bytes themselves say: certain of one, or the ones that a person has to choose from. */
export type Evidence = { encoding: Encoding; by: FoundText['encodingBy'] } | { couldBe: Encoding[] }

const marks: [Encoding, ...number[]][] = [
  ['utf-8', 0xef, 0xbb, 0xbf],
  ['utf-16le', 0xff, 0xfe],
  ['utf-16be', 0xfe, 0xff],
]

const SAMPLE = 64 * 1024

/** Half of the bytes of UTF-16 are 0 where the letters are Latin, and on one side: Vietnamese has a third of them so. */
function wideEncoding(bytes: Buffer): Encoding | null {
  const sample = bytes.subarray(0, SAMPLE)
  const zeros = [0, 0] as [even: number, odd: number]
  for (let at = sample.indexOf(0); at >= 0; at = sample.indexOf(0, at + 1)) zeros[at % 2 === 0 ? 0 : 1]++
  const [even, odd] = zeros
  if (Math.max(even, odd) < sample.length / 6 || Math.min(even, odd) > Math.max(even, odd) / 10) return null
  return odd > even ? 'utf-16le' : 'utf-16be'
}

/** ạ…ỹ in UTF-8. As Windows-1258 it would be three characters that no word has beside each other. */
const vietnameseUtf8 = /\xe1[\xba\xbb][\x80-\xbf]/

export function weighEncoding(bytes: Buffer): Evidence {
  const marked = marks.find(([, ...mark]) => mark.every((byte, at) => bytes[at] === byte))
  if (marked) return { encoding: marked[0], by: 'byte_order_mark' }
  if (bytes.includes(0)) {
    const wide = wideEncoding(bytes)
    // Zeros here and there are no encoding: the reader refuses them where they stand.
    if (wide !== null) return { couldBe: [wide] }
  }
  // With letters that only UTF-8 has, what is not UTF-8 is a fault in it, to be named by its place.
  if (isUtf8(bytes) || vietnameseUtf8.test(bytes.toString('latin1'))) return { encoding: 'utf-8', by: 'valid_utf8' }
  return { couldBe: ['windows-1258'] }
}

export type Decoded = {
  /** NFC, without a byte order mark. */
  text: string
  /** Where the first bytes stand in it that are no text of this encoding; −1 where all are. */
  wrongAt: number
}

/** What Windows-1258 leaves without a letter. */
const unassigned = /[\x80-\x9f]/

/** Windows-1258 writes most tones as a character of their own, so that it is NFC only after it is composed. */
export function decodeText(bytes: Buffer, encoding: Encoding): Decoded {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes).normalize('NFC')
    return { text, wrongAt: encoding === 'windows-1258' ? text.search(unassigned) : -1 }
  } catch {
    const text = new TextDecoder(encoding).decode(bytes).normalize('NFC')
    return { text, wrongAt: text.indexOf('\uFFFD') }
  }
}
