import { columnLetter } from '#domain/column-letter.ts'
import type { FileCell } from '#domain/file-table.ts'
import { limits } from './limits.ts'
import { type Place, Unreadable } from './unreadable.ts'
import { cellsIn, type Piece, placeOf, type WorksheetCell } from './worksheet-cells.ts'
import { attributeOf, tagsOf, xmlText } from './xml.ts'

/** What the reader of workbooks does not tell of a cell: that it is an error, a formula without a value, or a percent. */
export type Remark = Required<Place> & { cell: Extract<FileCell, { error: string }> | 'percent' }

/** A text in the place of another one, which may be ''. */
type Change = { from: Piece; to: string }

export type CheckedWorksheet = {
  /** The last that hold something. */
  rows: number
  columns: number
  remarks: Remark[]
  /** In the order of their places: what would make the reader give up the whole file. */
  changes: Change[]
  /** Cells that a merged one covers are blank, whatever a file keeps in them. */
  merged: { from: Required<Place>; to: Required<Place> }[]
}

const placesOf = (range: string | undefined) => {
  const [from, to = from] = (range ?? '').split(':')
  return { from: placeOf(from), to: placeOf(to) }
}

/** A formula, or what stands for a number, is shown as long as this. */
const SHOWN = 100
const shown = (bytes: string) => xmlText(Buffer.from(bytes, 'latin1').toString())

const number = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*$/i
const isNumber = ({ text }: Piece): boolean => number.test(xmlText(text))

/** The remark that a cell calls for. Spaces are no number, and nothing to be said either. */
function remarkOn({ attributes, v, f }: WorksheetCell, isPercent: (style: string) => boolean): Remark['cell'] | null {
  const type = attributeOf(attributes.text, 't') ?? 'n'
  if (type === 'e') return { error: shown(v?.text ?? '#N/A') }
  if (v === undefined) {
    return f === undefined || type === 'inlineStr' ? null : { error: `=${shown(f.text)}`.slice(0, SHOWN) }
  }
  if (type !== 'n' || v.text.trim() === '') return null
  if (!isNumber(v)) return { error: shown(v.text).trim().slice(0, SHOWN) }
  return isPercent(attributeOf(attributes.text, 's') ?? '0') ? 'percent' : null
}

/** What has to be another text before the reader sees a cell: it knows none without an address, and no false number. */
function changesOf({ place, attributes, addressed, v }: WorksheetCell): Change[] {
  const address = () => ` r="${columnLetter(place.column)}${place.row}"`
  const isFalse = v !== undefined && v.text !== '' && !isNumber(v) && (attributeOf(attributes.text, 't') ?? 'n') === 'n'
  return [
    ...(addressed ? [] : [{ from: { at: attributes.at, text: '' }, to: address() }]),
    ...(isFalse ? [{ from: v, to: '' }] : []),
  ]
}

/**
 * Looks through a worksheet before it is read: how far it reaches, and what has to be said of its cells. Refused: what
 * reaches further than is read, with the cell that does, and addresses that are none.
 */
export function checkWorksheet(part: Buffer, isPercent: (style: string) => boolean): CheckedWorksheet {
  // Tags and addresses are ASCII; a byte a character keeps a long worksheet in its own size.
  const xml = part.toString('latin1')
  const remarks: Remark[] = []
  const changes: Change[] = []
  let rows = 0
  let columns = 0
  for (const cell of cellsIn(xml)) {
    for (const change of changesOf(cell)) changes.push(change)
    if (!cell.filled) continue
    const { place } = cell
    if (place.column > limits.columns) throw Unreadable.at(place, 'too_many_columns', { maximum: limits.columns })
    if (place.row > limits.rows) throw Unreadable.at(place, 'too_many_rows', { maximum: limits.rows })
    rows = Math.max(rows, place.row)
    columns = Math.max(columns, place.column)
    const remark = remarkOn(cell, isPercent)
    if (remark !== null) remarks.push({ ...place, cell: remark })
  }
  if (rows * columns > limits.cells) {
    throw Unreadable.file('too_many_cells', { row: 'none', rows, columns, maximum: limits.cells })
  }
  const merged = tagsOf(xml, 'mergeCell').map((tag) => placesOf(attributeOf(tag, 'ref')))
  return { rows, columns, remarks, changes, merged }
}

/** The worksheet as the reader gets it. */
export function soundWorksheet(part: Buffer, changes: readonly Change[]): Buffer {
  if (changes.length === 0) return part
  const xml = part.toString('latin1')
  let sound = ''
  let done = 0
  for (const { from, to } of changes) {
    sound += xml.slice(done, from.at) + to
    done = from.at + from.text.length
  }
  return Buffer.from(sound + xml.slice(done), 'latin1')
}
