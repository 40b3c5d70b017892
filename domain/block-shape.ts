import { foldName, nameReader } from './block-names.ts'
import type { SheetLine } from './sheet.ts'

/** What the columns of a block are: in front names, perhaps, then figures. */

export type BlockRow = {
  name: string
  /** What a column of units says; null where the block has none. */
  unit: string | null
  figures: readonly string[]
}

export type BlockShape = {
  /** Whether rows have names; otherwise they go where they stand. */
  named: boolean
  rows: BlockRow[]
  /** What rows of labels at the top say of each column of figures, '' for nothing; null where there are none. */
  headings: string[] | null
}

/** Number, code and name stand in front, as in the official Biểu; figures from the fourth column on at the latest. */
const NAME_COLUMNS = 3

export const isBlank = (text: string): boolean => text.trim() === ''
const looksLikeNumber = (text: string): boolean => /^\s*[+\-−]?\d/u.test(text)
const columnOf = (rows: readonly (readonly string[])[], index: number): string[] => rows.map((row) => row[index] ?? '')

/** Finds the names and units in front of a block's figures, and the headings above; `labels` are the sheet's columns. */
export function shapeOf(
  rows: readonly (readonly string[])[],
  lines: readonly SheetLine[],
  labels: readonly string[],
): BlockShape {
  const { knows } = nameReader(lines)
  const width = rows.reduce((most, row) => Math.max(most, row.length), 1)
  // The last column may hold words that happen to be a name; a block of names alone has no figures to place.
  const front = [...Array(Math.min(NAME_COLUMNS, width - 1)).keys()]
  const nameColumns = front.filter((index) => areNames(columnOf(rows, index), knows))
  const afterNames = (nameColumns.at(-1) ?? -1) + 1
  const hasUnits = nameColumns.length > 0 && areUnits(columnOf(rows, afterNames), lines)
  const figuresFrom = afterNames + (hasUnits ? 1 : 0)

  const known = new Set(labels.map(foldName))
  const isHeading = (row: readonly string[]): boolean => {
    const filled = row.slice(figuresFrom).filter((text) => !isBlank(text))
    return filled.some((text) => known.has(foldName(text))) && !filled.some(looksLikeNumber)
  }
  const firstFigures = rows.findIndex((row) => !isHeading(row))
  const body = firstFigures === -1 ? rows.length : firstFigures
  const nameOf = (row: readonly string[]): string => {
    const names = nameColumns.map((index) => row[index] ?? '')
    return names.find(knows) ?? names.findLast((name) => !isBlank(name)) ?? ''
  }
  return {
    named: nameColumns.length > 0,
    rows: rows.slice(body).map((row) => ({
      name: nameOf(row).trim(),
      unit: hasUnits ? (row[afterNames] ?? '').trim() : null,
      figures: row.slice(figuresFrom),
    })),
    headings: body === 0 ? null : headingsOf(rows.slice(0, body).map((row) => row.slice(figuresFrom))),
  }
}

/** The lowest label above each column. */
const headingsOf = (rows: readonly (readonly string[])[]): string[] =>
  Array.from({ length: Math.max(...rows.map((row) => row.length)) }, (_, index) =>
    (columnOf(rows, index).findLast((text) => !isBlank(text)) ?? '').trim(),
  )

/** Whether a column names lines. A code may look like a number: then one that is known is no sign yet, nor are 1, 2, 3. */
function areNames(texts: readonly string[], knows: (text: string) => boolean): boolean {
  const filled = texts.filter((text) => !isBlank(text))
  return (
    filled.some((text) => /\p{L}/u.test(text) && knows(text)) ||
    (filled.length > 1 && filled.every((text) => text.trim().length > 2 && knows(text)))
  )
}

/** Whether a column holds units of measure: no number is in it, and some unit of the sheet. */
function areUnits(texts: readonly string[], lines: readonly SheetLine[]): boolean {
  const units = new Set(lines.map(({ indicator }) => foldName(indicator.unitOfMeasure)).filter(Boolean))
  return !texts.some(looksLikeNumber) && texts.some((text) => units.has(foldName(text)))
}
