import type { Encoding, EncodingOffer, FileInspection, FoundText, Separator } from '#domain/file-found.ts'
import { firstRecords, placeIn, readRecords } from './csv-records.ts'
import { findSeparator } from './csv-separator.ts'
import { limits } from './limits.ts'
import { decodeText, weighEncoding } from './text-encoding.ts'
import { Unreadable } from './unreadable.ts'

const PREVIEW = 10
/** Bytes enough for the first rows; even, for two bytes a character. */
const PREVIEW_BYTES = 64 * 1024

type TextChoices = { encoding?: Encoding; separator?: Separator }
type ReadText = { text: string; found: FoundText }

/**
 * The text of a file and how it was found, or the encodings that a person has to choose from first. Refused, with their
 * place: bytes that are no text of the encoding, and zeros, which no text has.
 */
function openText(bytes: Buffer, choices: TextChoices): ReadText | { couldBe: Encoding[] } {
  const evidence = choices.encoding ? ({ encoding: choices.encoding, by: 'chosen' } as const) : weighEncoding(bytes)
  if ('couldBe' in evidence) return evidence
  const { encoding, by } = evidence
  const { text, wrongAt } = decodeText(bytes, encoding)
  const separator = findSeparator(text, choices.separator)
  if (wrongAt >= 0) throw Unreadable.at(placeIn(text, wrongAt, separator.separator), 'wrong_encoding', { encoding })
  const zeroAt = text.indexOf('\0')
  if (zeroAt >= 0) throw Unreadable.at(placeIn(text, zeroAt, separator.separator), 'zero_byte')
  if (text.trim() === '') throw Unreadable.file('no_rows')
  return { text, found: { kind: 'csv', size: bytes.length, encoding, encodingBy: by, ...separator } }
}

/** What the first rows are in an encoding that the file may have. */
function offer(bytes: Buffer, encoding: Encoding): EncodingOffer {
  const { text } = decodeText(bytes.subarray(0, PREVIEW_BYTES), encoding)
  return { encoding, rows: firstRecords(text, findSeparator(text, undefined).separator, PREVIEW) }
}

export function inspectText(bytes: Buffer): FileInspection {
  const opened = openText(bytes, {})
  if ('couldBe' in opened) {
    const offers = opened.couldBe.map((encoding) => offer(bytes, encoding))
    return { certain: false, kind: 'csv', size: bytes.length, offers }
  }
  const { text, found } = opened
  return { certain: true, found, firstRows: firstRecords(text, found.separator, PREVIEW) }
}

/** Reads a text file's rows; `hear` gets each. Refused: an encoding that is not certain and was not chosen. */
export async function readText(
  bytes: Buffer,
  choices: TextChoices,
  hear: (row: string[], share: number) => Promise<void>,
): Promise<FoundText> {
  const opened = openText(bytes, choices)
  if ('couldBe' in opened) throw Unreadable.file('encoding_not_certain')
  const { text, found } = opened
  let row = 0
  let cells = 0
  // An estimate, from the length of the rows so far.
  let characters = 0
  for await (const record of readRecords(text, found.separator)) {
    row++
    if (row > limits.rows) throw Unreadable.at({ row }, 'too_many_rows', { maximum: limits.rows })
    if (record.length > limits.columns) throw Unreadable.at({ row }, 'too_many_columns', { maximum: limits.columns })
    cells += record.length
    if (cells > limits.cells) throw Unreadable.at({ row }, 'too_many_cells', { maximum: limits.cells })
    for (const cell of record) characters += cell.length + 1
    const declares = row === 1 && found.separatorBy === 'declared'
    await hear(declares ? [] : record, Math.min(1, characters / text.length))
  }
  return found
}
