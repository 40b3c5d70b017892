import { type FigureKind, figureKindTable } from './figure.ts'
import { readsAsWords } from './quantity-words.ts'
import { searchKey } from './unit.ts'
import { namesMoney, scaleAtStart } from './unit-words.ts'

/** Units of measure as a column of a table gives them. */

const thousands = ['nghìn', 'triệu', 'tỷ']

/** A unit as it stands behind a number, from the cell of a table: "(1.000 đồng)" is "nghìn đồng". */
export const spokenUnit = (cell: string): string =>
  cell
    .normalize('NFC')
    .trim()
    .replace(/^\((.*)\)$/u, '$1')
    .replace(
      /^1((?:[.,\s]?000){1,3})\s*(?=\p{L})/u,
      (_, zeros: string) => `${thousands[zeros.split('000').length - 2]} `,
    )

/** Units as they are compared: without diacritics and case, and "m²" as "m2". */
const foldUnit = (unit: string): string => searchKey(spokenUnit(unit).normalize('NFKC'))
const isSameUnit = (a: string, b: string): boolean => a === b || foldUnit(a) === foldUnit(b)

/** What units have in common that differ by a power of ten alone: đồng of "tỷ đồng", of "tỷ" and of "triệu VNĐ". */
function baseOf(unit: string): string {
  const base = spokenUnit(unit).replace(scaleAtStart, '')
  return foldUnit(namesMoney(base) ? 'đồng' : base)
}

/** Whether two units are of one sort and not the same, so that a number in them is moved by powers of ten. */
export const unitsDisagree = (a: string, b: string): boolean => !isSameUnit(a, b) && baseOf(a) === baseOf(b)

/** Tells the units that are known where figures are in `units`: these, their multiples by powers of ten, and money. */
export function unitReader(units: readonly string[]): (cell: string) => boolean {
  const stated = units.filter((unit) => unit !== '')
  const known = new Set([...stated.map(foldUnit), ...stated.map(baseOf), baseOf('đồng')])
  return (cell) => cell.trim() !== '' && (known.has(foldUnit(cell)) || known.has(baseOf(cell)))
}

/** What stands in a cell, with the unit that its row names behind it where its number is in another than the indicator's. */
export function withUnit(text: string, kind: FigureKind, unit: string, own: string): string {
  const typed = text.trim()
  const counts = figureKindTable[kind].content === 'quantity' && /\d/.test(typed)
  const words = typed.startsWith("'") || readsAsWords(typed)
  return unit === '' || own === '' || !counts || words || isSameUnit(unit, own) ? typed : `${typed} ${spokenUnit(unit)}`
}
