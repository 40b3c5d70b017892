import { foldName } from './block-names.ts'
import { unguardText } from './csv.ts'
import type { FileCell, FileTable } from './file-table.ts'
import { isOwnHeader, ownRole, rolesOfLabels } from './import-labels.ts'
import { type ImportChoices, type ImportColumn, isFigureRole } from './import-reading.ts'

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

/** Text is guarded in a CSV, where a spreadsheet would run it; in a workbook an apostrophe is the writer's own. */
export const unguarded = (table: FileTable): FileTable =>
  table.worksheet === ''
    ? {
        ...table,
        rows: table.rows.map((row) => row.map((cell) => (typeof cell === 'string' ? unguardText(cell) : cell))),
      }
    : table

const textsOf = (row: readonly FileCell[] = []): string[] => row.map((cell) => cellText(cell).normalize('NFC').trim())

/** "1, 2, 3 …, 8 = 7/5": the row that numbers the columns of a Biểu. */
const numbersColumns = (texts: readonly string[]): boolean => {
  const filled = texts.filter((text) => text !== '')
  return filled.length > 2 && filled.every((text, index) => new RegExp(`^\\(?${index + 1}\\)?( ?=.*)?$`).test(text))
}

export type Header = {
  /** Row of the last labels, from 1; null where none was found. */
  row: number | null
  labels: string[]
  own: boolean
}

/** The labels above the figures: the first row that names indicators and something else, and the rows that belong to it. */
export function findHeader({ rows }: FileTable, chosen: number | undefined): Header {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  const nothing: Header = { row: null, labels: Array.from({ length: width }, () => ''), own: false }
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
  const labels = nothing.labels.map((_, column) => labelOf(head.map((texts) => texts[column] ?? '')))
  return { row: last + 1, labels, own }
}

/** Whether a row below the first labels has more of them: it says nothing where the indicator's name would stand. */
function goesOn(texts: string[], first: readonly FileCell[] = []): boolean {
  if (numbersColumns(texts)) return true
  const names = rolesOfLabels(textsOf(first)).indexOf('indicator')
  const known = rolesOfLabels(texts).some((role) => role !== null)
  return known && (texts[names] ?? '') === ''
}

/** The lowest text above a column that says what it holds, else the lowest; numbers of columns say nothing. */
function labelOf(texts: readonly string[]): string {
  const words = texts.filter((text) => /\p{L}/u.test(text))
  return words.findLast((text) => rolesOfLabels([text])[0] !== null) ?? words.at(-1) ?? ''
}

/** The labels of a table as they are remembered: another file with the same ones is read in the same way. */
export const labelsKey = (labels: readonly string[]): string => labels.map(foldName).join('\n')

/** What each column holds: as chosen, as remembered of such a file, or as its label says. */
export function columnsOf(
  { labels, own }: Header,
  chosen: ImportChoices['roles'] = {},
  remembered: ImportChoices['roles'] = {},
): ImportColumn[] {
  const found = own ? labels.map((label) => ownRole(label) ?? 'ignored') : rolesOfLabels(labels)
  return labels.map((label, column) => {
    const [choice, memory, role] = [chosen[column], remembered[column], found[column]]
    if (choice !== undefined) return { label, role: choice, from: 'chosen' as const }
    if (memory !== undefined) return { label, role: memory, from: 'remembered' as const }
    if (role) return { label, role, from: own ? ('own' as const) : ('found' as const) }
    return { label, role: 'ignored' as const, from: 'none' as const }
  })
}

/** What no column holds, so that nothing could be imported. */
export const missingColumns = (columns: readonly ImportColumn[]): ('indicator' | 'figures')[] => [
  ...(columns.some(({ role }) => role === 'indicator') ? [] : (['indicator'] as const)),
  ...(columns.some(({ role }) => isFigureRole(role)) ? [] : (['figures'] as const)),
]
