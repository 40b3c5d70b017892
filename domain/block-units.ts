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
export const isSameUnit = (a: string, b: string): boolean => foldUnit(a) === foldUnit(b)

/** What units have in common that differ by a power of ten alone: đồng of "tỷ đồng", of "tỷ" and of "triệu VNĐ". */
function baseOf(unit: string): string {
  const base = spokenUnit(unit).replace(scaleAtStart, '')
  return foldUnit(namesMoney(base) ? 'đồng' : base)
}

/** Tells the units that are known where figures are in `units`: these, their multiples by powers of ten, and money. */
export function unitReader(units: readonly string[]): (cell: string) => boolean {
  const stated = units.filter((unit) => unit !== '')
  const known = new Set([...stated.map(foldUnit), ...stated.map(baseOf), baseOf('đồng')])
  return (cell) => cell.trim() !== '' && (known.has(foldUnit(cell)) || known.has(baseOf(cell)))
}
