import { foldName } from './block-names.ts'
import { unguardText } from './csv.ts'
import type { FileCell, FileTable } from './file-table.ts'
import { bracketOf, isOwnHeader, ownRole, rolesOfLabels, unitOfTitle, yearIn } from './import-labels.ts'
import { type ImportChoices, type ImportColumn, isFigureRole } from './import-reading.ts'
import { formatNumber, type NumberStyle, separators } from './number-format.ts'

/** Where the labels of a table stand, and what its columns hold. */

/** Labels stand in the first rows, below titles as in the official Biểu. */
const HEADER_WITHIN = 40
/** So many rows of labels at most, one above the other: merged heads have two, and a third that numbers the columns. */
const HEADER_ROWS = 4

/** What a cell shows, as text. */
export function cellText(cell: FileCell = ''): string {
  if (typeof cell !== 'object') return String(cell)
  if ('percent' in cell) return `${cell.percent}%`
  return 'date' in cell ? cell.date : cell.error
}

/**
 * What a cell is in a CSV of semicolons, beside text in this style: numbers with the comma of Vietnamese Excel unless the
 * text has dots, days as dd/mm/yyyy. The numbers of a workbook are in no style of their own.
 */
export function csvCell(cell: FileCell = '', style: NumberStyle): string {
  const number = (value: number) =>
    formatNumber(value, { style: separators[style].decimal === '.' ? 'plain' : 'plain_vi' })
  if (typeof cell === 'number') return number(cell)
  if (typeof cell === 'string') return cell
  if ('percent' in cell) return `${number(cell.percent)}%`
  return 'date' in cell ? cell.date.replace(/^(\d{4})-(\d\d)-(\d\d)/, '$3/$2/$1') : cell.error
}

/** Text is guarded in a CSV, where a spreadsheet would run it; in a workbook an apostrophe is the writer's own. */
export const unguarded = (table: FileTable): FileTable =>
  table.worksheet === ''
    ? {
        ...table,
        rows: table.rows.map((row) => row.map((cell) => (typeof cell === 'string' ? unguardText(cell) : cell))),
      }
    : table

/** What a cell names, as names are matched. */
export const nameIn = (cell: FileCell | undefined): string => cellText(cell).normalize('NFC').trim()

const textsOf = (row: readonly FileCell[] = []): string[] => row.map(nameIn)

/** "1, 2, 3 …, 8 = 7/5": the row that numbers the columns of a Biểu. */
const numbersColumns = (texts: readonly string[]): boolean => {
  const filled = texts.filter((text) => text !== '')
  return filled.length > 2 && filled.every((text, index) => new RegExp(`^\\(?${index + 1}\\)?( ?=.*)?$`).test(text))
}

export type Header = {
  /** Row of the last labels, from 1; null where none was found. */
  row: number | null
  labels: string[]
  /** All that stands above each column, from the top down, also what stands over several. */
  heads: string[][]
  /** The texts of the rows above: titles. */
  titles: string[]
  own: boolean
}

/** The labels above the figures: the first row that names indicators and something else, and the rows that belong to it. */
export function findHeader({ rows }: FileTable, chosen: number | undefined): Header {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  const blank = Array.from({ length: width }, () => '')
  const nothing: Header = { row: null, labels: blank, heads: blank.map(() => []), titles: [], own: false }
  const isHead = (texts: string[]) => {
    const roles = rolesOfLabels(texts).filter((role) => role !== null)
    return roles.includes('indicator') && roles.length > 1
  }
  const until = chosen ?? Math.min(rows.length, HEADER_WITHIN)
  let first = rows.slice(0, until).findIndex((row) => isHead(textsOf(row)))
  if (first === -1 && chosen === undefined) return nothing
  if (first === -1 || (chosen !== undefined && chosen - first > HEADER_ROWS)) first = until - 1

  let last = first
  if (chosen !== undefined) last = chosen - 1
  else {
    while (last + 1 < rows.length && last + 1 - first < HEADER_ROWS && goesOn(textsOf(rows[last + 1]), rows[first]))
      last += 1
  }
  const head = rows.slice(first, last + 1).map(textsOf)
  const own = isOwnHeader(head.at(-1) ?? [])
  const labels = blank.map((_, column) => labelOf(head.map((texts) => texts[column] ?? '')))
  const titles = rows.slice(0, first).flatMap(textsOf).filter(hasWords)
  return { row: last + 1, labels, heads: headsOf(head, width), titles, own }
}

const hasWords = (text = ''): boolean => /\p{L}/u.test(text)

/** What stands above each column. A label with others below it goes on over the blank cells beside it: they are merged. */
function headsOf(head: readonly string[][], width: number): string[][] {
  const heads: string[][] = Array.from({ length: width }, () => [])
  for (const [row, texts] of head.entries()) {
    let over = ''
    for (const [column, above] of heads.entries()) {
      const text = texts[column] ?? ''
      const hasMore = head.slice(row + 1).some((lower) => hasWords(lower[column]))
      if (text !== '') over = hasMore ? text : ''
      above.push(text === '' && hasMore ? over : text)
    }
  }
  return heads
}

/** Whether a row below the first labels has more of them: it says nothing where the indicator's name would stand. */
function goesOn(texts: string[], first: readonly FileCell[] = []): boolean {
  if (numbersColumns(texts)) return true
  const names = rolesOfLabels(textsOf(first)).indexOf('indicator')
  const filled = texts.filter((text) => text !== '')
  const known = rolesOfLabels(texts).some((role) => role !== null) || filled.every((text) => /^\(.*\)$/.test(text))
  return filled.length > 0 && known && (texts[names] ?? '') === ''
}

/** The lowest text above a column that says what it holds, else the lowest; numbers of columns say nothing. */
function labelOf(texts: readonly string[]): string {
  const words = texts.filter(hasWords)
  return words.findLast((text) => rolesOfLabels([text])[0] !== null) ?? words.at(-1) ?? ''
}

/** The labels of a table as they are remembered: another file with the same ones is read in the same way. */
export const labelsKey = (labels: readonly string[]): string => labels.map(foldName).join('\n')

export type ColumnGround = {
  chosen?: ImportChoices['roles']
  remembered?: ImportChoices['roles']
  /** The year that the whole file is of, where it was chosen. */
  year?: number | undefined
  /** Whether a text is a unit of measure. */
  isUnit?: (text: string) => boolean
}

/** What each column holds: as chosen, as remembered of such a file, or as its label says; and in which unit. */
export function columnsOf(
  { labels, heads, own }: Header,
  { chosen = {}, remembered = {}, year, isUnit = () => true }: ColumnGround = {},
): ImportColumn[] {
  const years = heads.map((above) => above.map(yearIn).findLast((one) => one !== 0) ?? 0)
  const found = own
    ? labels.map((label) => ownRole(label) ?? 'ignored')
    : rolesOfLabels(labels, { years, year, isUnit })
  return labels.map((label, column) => {
    const unit = own ? '' : (heads[column]?.map(bracketOf).findLast((text) => text !== '' && isUnit(text)) ?? '')
    const [choice, before, role] = [chosen[column], remembered[column], found[column]]
    // A figure of one year was chosen for a file of that year.
    const ofOther = year !== undefined && ![0, year].includes(years[column] ?? 0)
    const memory = before !== undefined && isFigureRole(before) && ofOther ? undefined : before
    if (choice !== undefined) return { label, unit, role: choice, from: 'chosen' as const }
    if (memory !== undefined) return { label, unit, role: memory, from: 'remembered' as const }
    if (role) return { label, unit, role, from: own ? ('own' as const) : ('found' as const) }
    return { label, unit, role: 'ignored' as const, from: 'none' as const }
  })
}

/** The unit of measure that stands above the whole table; '' where none does. */
export const tableUnit = ({ titles }: Header, isUnit: (text: string) => boolean): string =>
  titles.map(unitOfTitle).findLast((text) => text !== '' && isUnit(text)) ?? ''

/** The columns of which nobody said what they are, the file neither, and that hold numbers: from 0. */
export const unreadColumns = (columns: readonly ImportColumn[], rows: FileTable['rows']): number[] =>
  columns.flatMap(({ role, from }, column) =>
    role === 'ignored' && from === 'none' && rows.some((row) => isNumber(row[column])) ? [column] : [],
  )

const isNumber = (cell: FileCell = ''): boolean =>
  typeof cell === 'string'
    ? /^[<>≤≥~≈]?\s*[+\-−]?\d[\d.,\s]*%?$/.test(cell.trim())
    : typeof cell === 'number' || 'percent' in cell

/** What no column holds, so that nothing could be imported. */
export const missingColumns = (columns: readonly ImportColumn[]): ('indicator' | 'figures')[] => [
  ...(columns.some(({ role }) => role === 'indicator') ? [] : (['indicator'] as const)),
  ...(columns.some(({ role }) => isFigureRole(role)) ? [] : (['figures'] as const)),
]
