import { CsvError, type Options, parse } from 'csv-parse'
import { parse as parseAtOnce } from 'csv-parse/sync'
import type { Separator } from '#domain/file-found.ts'
import { limits } from './limits.ts'
import { type Place, Unreadable } from './unreadable.ts'

/** RFC 4180, strictly: a quote that opens or closes in the middle of text would shift every cell after it unseen. */
const optionsFor = (separator: Separator): Options => ({
  delimiter: separator,
  // Named, because a file may mix them and the first one found would be taken for all.
  record_delimiter: ['\r\n', '\n', '\r'],
  relax_column_count: true,
  max_record_size: limits.record,
})

const reasons: Record<string, string> = {
  INVALID_OPENING_QUOTE: 'quote_in_text',
  CSV_INVALID_CLOSING_QUOTE: 'text_after_quote',
  CSV_QUOTE_NOT_CLOSED: 'quote_not_closed',
  CSV_MAX_RECORD_SIZE: 'record_too_long',
}

/** What csv-parse adds to an error: the records before the one that is wrong, and the cells before the wrong one. */
const placeOf = (error: CsvError): Place => {
  const { records, column } = error as CsvError & { records: number; column: number }
  return { row: records + 1, column: column + 1 }
}

/** The records of a text in their order. Refused: quotes that are wrong, with their row and column. */
export async function* readRecords(text: string, separator: Separator): AsyncGenerator<string[]> {
  const parser = parse(optionsFor(separator))
  parser.end(Buffer.from(text))
  try {
    for await (const record of parser) yield record
  } catch (error) {
    const reason = error instanceof CsvError ? reasons[error.code] : undefined
    if (reason === undefined) throw error
    throw Unreadable.at(placeOf(error as CsvError), reason)
  }
}

/** As many of the first records as can be read without a fault. */
export function firstRecords(text: string, separator: Separator, most: number): string[][] {
  const records: string[][] = []
  try {
    const options = { ...optionsFor(separator), to: most }
    parseAtOnce(text, { ...options, on_record: (record: string[]) => void records.push(record) })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
  }
  return records
}

/** The record and cell in which a character stands. */
export function placeIn(text: string, at: number, separator: Separator): Place {
  let row = 0
  let column = 1
  try {
    parseAtOnce(text.slice(0, at), {
      ...optionsFor(separator),
      on_record: (record: string[]) => {
        row++
        column = record.length
        return null
      },
    })
  } catch (error) {
    // Cut within quotes, most likely: the place of the fault is the one that is looked for.
    if (!(error instanceof CsvError)) throw error
    return placeOf(error)
  }
  // Cut at the very beginning of a record, it is the next one's first cell.
  return at === 0 || /[\r\n]/.test(text.charAt(at - 1)) ? { row: row + 1, column: 1 } : { row, column }
}
