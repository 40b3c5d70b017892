import { type Place, Unreadable } from './unreadable.ts'
import { attributeOf, tagPattern } from './xml.ts'

/** A stretch of a worksheet's XML. */
export type Piece = { at: number; text: string }

export type WorksheetCell = {
  place: Required<Place>
  /** The inside of its tag, and whether that says the place. */
  attributes: Piece
  addressed: boolean
  /** Whether anything is in it, read or not. */
  filled: boolean
  /** The texts of <v> and <f>. */
  v?: Piece
  f?: Piece
}

/** The last row of any spreadsheet. */
const LAST_ROW = 1_048_576

/** B3 is row 3, column 2. Refused: what is no address. */
export function placeOf(address: string | undefined): Required<Place> {
  const [, letters = '', digits] = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(address ?? '') ?? []
  const row = Number(digits)
  if (letters === '' || row > LAST_ROW) throw Unreadable.file('damaged')
  return { row, column: [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) }
}

const tags = tagPattern('row|c|v|f|is')

/**
 * All cells of a worksheet in their order. One without an address stands behind the one before, a row without a number
 * below the one before. Refused: places that contradict each other, and tags within a value.
 */
export function* cellsIn(xml: string): Generator<WorksheetCell> {
  let numbered = false
  let row = 0
  let column = 0
  let cell: WorksheetCell | null = null
  for (const match of xml.matchAll(tags)) {
    const [tag, closing, name, inside = ''] = match
    const end = match.index + tag.length
    const single = inside.endsWith('/')
    if (name === 'row' || name === 'c') {
      if (cell) yield cell
      cell = null
      if (closing !== '') continue
    }
    if (name === 'row') {
      const number = attributeOf(inside, 'r')
      numbered = number !== undefined
      row = numbered ? Number(number) : row + 1
      column = 0
      if (!(row <= LAST_ROW)) throw Unreadable.file('damaged')
    } else if (name === 'c') {
      const address = attributeOf(inside, 'r')
      const place = address === undefined ? { row, column: column + 1 } : placeOf(address)
      // The reader of workbooks would take the address that has a prefix.
      if ((numbered && place.row !== row) || inside.includes(':r=')) throw Unreadable.file('damaged')
      row = place.row
      column = place.column
      const attributes = { at: end - 1 - inside.length, text: inside }
      cell = { place, attributes, addressed: address !== undefined, filled: false }
    } else if (cell && closing === '') {
      cell.filled = true
      if (name === 'is' || (name === 'v' && single)) continue
      const text = single ? '' : xml.slice(end, xml.indexOf('<', end))
      if (!single && !xml.startsWith('</', end + text.length)) throw Unreadable.file('damaged')
      cell[name === 'v' ? 'v' : 'f'] = { at: end, text }
    }
  }
  if (cell) yield cell
}
