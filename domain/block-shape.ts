import { foldName, nameReader } from './block-names.ts'
import { spokenUnit, unitReader } from './block-units.ts'
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
  /** What rows at the top say of each column of figures, '' for nothing. */
  headings: string[]
  /** Whether one of these rows has a label of the sheet; otherwise it has years. */
  labelled: boolean
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
  const nameOf = (row: readonly string[]): string => {
    const names = nameColumns.map((index) => row[index] ?? '')
    return names.find(knows) ?? names.findLast((name) => !isBlank(name)) ?? ''
  }
  const known = new Set(labels.map(foldName))
  const isLabel = (text: string): boolean => known.has(foldName(text))
  const hasUnits =
    nameColumns.length > 0 &&
    !columnOf(rows, afterNames).some(isLabel) &&
    areUnits(
      rows.map((row) => ({ name: nameOf(row), text: row[afterNames] ?? '', behind: row.slice(afterNames + 1) })),
      lines,
    )
  const figuresFrom = afterNames + (hasUnits ? 1 : 0)

  const isLabels = (row: readonly string[]): boolean => {
    const filled = row.slice(figuresFrom).filter((text) => !isBlank(text))
    return filled.some(isLabel) && !filled.some(looksLikeNumber)
  }
  const [first = [], ...more] = rows
  const hasYears = more.length > 0 && !knows(nameOf(first)) && areYears(first.slice(figuresFrom))
  const afterYears = hasYears ? more : rows
  const firstFigures = afterYears.findIndex((row) => !isLabels(row))
  const labelRows = firstFigures === -1 ? afterYears.length : firstFigures
  const body = labelRows + (hasYears ? 1 : 0)
  return {
    named: nameColumns.length > 0,
    rows: rows.slice(body).map((row) => ({
      name: nameOf(row).trim(),
      unit: hasUnits ? (row[afterNames] ?? '').trim() : null,
      figures: row.slice(figuresFrom),
    })),
    headings: headingsOf(rows.slice(0, body).map((row) => row.slice(figuresFrom))),
    labelled: labelRows > 0,
  }
}

/** The lowest label above each column. */
const headingsOf = (rows: readonly (readonly string[])[]): string[] =>
  Array.from({ length: Math.max(0, ...rows.map((row) => row.length)) }, (_, index) =>
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

/** Years that follow each other, or are called so: no figures, but what they are of. */
function areYears(texts: readonly string[]): boolean {
  const filled = texts.filter((text) => !isBlank(text))
  const years = new Set(filled.map((text) => Number(/^\s*(?:năm\s+|year\s+)?((?:19|20)\d\d)\s*$/iu.exec(text)?.[1])))
  const inARow = years.size > 1 && Math.max(...years) - Math.min(...years) === years.size - 1
  return years.size > 0 && !years.has(Number.NaN) && (inARow || filled.some((text) => /\p{L}/u.test(text)))
}

/** "hộ", "m2", "km²/người": words, no figure with words in front as in "trên 14.000", and no "x" that stands for nothing. */
const looksLikeUnit = (text: string): boolean => /^\s*(?:[%‰]|\p{L}{2})/u.test(text) && !/(?<!m)\d/iu.test(text)

/** What stands in a row where its unit may be, and behind that. */
type BeforeFigures = { name: string; text: string; behind: readonly string[] }

/**
 * Whether a column holds units of measure: no number is in it, and some unit that is known; or words in every row that
 * goes on with a number and names a line with a unit, as where all is in one that nobody knows.
 */
function areUnits(rows: readonly BeforeFigures[], lines: readonly SheetLine[]): boolean {
  const isKnown = unitReader(lines.map(({ indicator }) => indicator.unitOfMeasure))
  if (rows.some(({ text }) => looksLikeNumber(spokenUnit(text)))) return false
  if (rows.some(({ text }) => isKnown(text))) return true
  const reader = nameReader(lines)
  const measured = rows.filter(({ name, behind }) => {
    const line = reader.next(name)
    return typeof line !== 'string' && line.indicator.unitOfMeasure !== '' && behind.some(looksLikeNumber)
  })
  return measured.length > 0 && measured.every(({ text }) => looksLikeUnit(text))
}
