import type { FileCell } from '#domain/file-table.ts'
import { limits } from './limits.ts'
import { type Place, Unreadable } from './unreadable.ts'
import { attributeOf, tagsOf, xmlText } from './xml.ts'

/** What the reader of workbooks does not tell of a cell: that it is an error, a formula without a value, or a percent. */
export type Remark = Required<Place> & { cell: Extract<FileCell, { error: string }> | 'percent' }

export type CheckedWorksheet = {
  /** The last that hold something. */
  rows: number
  columns: number
  remarks: Remark[]
  /** Cells that a merged one covers are blank, whatever a file keeps in them. */
  merged: { from: Required<Place>; to: Required<Place> }[]
}

/** The last row of any spreadsheet. */
const LAST_ROW = 1_048_576

/** B3 is row 3, column 2. */
function placeOf(address: string | undefined): Required<Place> {
  const [, letters = '', digits] = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(address ?? '') ?? []
  const row = Number(digits)
  if (letters === '' || row > LAST_ROW) throw Unreadable.file('damaged')
  return { row, column: [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) }
}

const placesOf = (range: string | undefined) => {
  const [from, to = from] = (range ?? '').split(':')
  return { from: placeOf(from), to: placeOf(to) }
}

/** A cell with something in it; one that only has a format is closed at once, or holds nothing. */
const filledCells = /<(?:\w+:)?c(?=[\s>])([^>]*)(?<!\/)>([\s\S]*?)<\/(?:\w+:)?c>/g
const value = /<(?:\w+:)?v(?:\s[^>]*)?>([^<]*)</
const formula = /<(?:\w+:)?f(?:\s[^>]*)?(?:\/>|>([^<]*)<)/

/** A formula is shown as long as this. */
const SHOWN = 100

/** The remark that a cell calls for. */
function remarkOn(attributes: string, content: string, isPercent: (style: string) => boolean): Remark['cell'] | null {
  const type = attributeOf(attributes, 't') ?? 'n'
  const [, shown] = value.exec(content) ?? []
  if (type === 'e') return { error: xmlText(shown ?? '#N/A') }
  if (shown === undefined) {
    const [found, text = ''] = formula.exec(content) ?? []
    const sentence = Buffer.from(text, 'latin1').toString()
    return found === undefined || type === 'inlineStr' ? null : { error: `=${xmlText(sentence)}`.slice(0, SHOWN) }
  }
  return type === 'n' && shown !== '' && isPercent(attributeOf(attributes, 's') ?? '0') ? 'percent' : null
}

/**
 * Looks through a worksheet before it is read: how far it reaches, and what has to be said of its cells. Refused: what
 * reaches further than is read, with the cell that does, and addresses that are none.
 */
export function checkWorksheet(part: Buffer, isPercent: (style: string) => boolean): CheckedWorksheet {
  // Tags and addresses are ASCII; a byte a character keeps a long worksheet in its own size.
  const xml = part.toString('latin1')
  const remarks: Remark[] = []
  let rows = 0
  let columns = 0
  for (const tag of tagsOf(xml, 'row'))
    if (Number(attributeOf(tag, 'r') ?? 1) > LAST_ROW) throw Unreadable.file('damaged')
  for (const [, attributes = '', content = ''] of xml.matchAll(filledCells)) {
    if (!content.includes('<')) continue
    const place = placeOf(attributeOf(attributes, 'r'))
    if (place.column > limits.columns) throw Unreadable.at(place, 'too_many_columns', { maximum: limits.columns })
    if (place.row > limits.rows) throw Unreadable.at(place, 'too_many_rows', { maximum: limits.rows })
    rows = Math.max(rows, place.row)
    columns = Math.max(columns, place.column)
    const cell = remarkOn(attributes, content, isPercent)
    if (cell !== null) remarks.push({ ...place, cell })
  }
  if (rows * columns > limits.cells) throw Unreadable.file('too_many_cells', { rows, columns, maximum: limits.cells })
  return { rows, columns, remarks, merged: tagsOf(xml, 'mergeCell').map((tag) => placesOf(attributeOf(tag, 'ref'))) }
}
