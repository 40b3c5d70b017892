import type { Undecided } from './block-style.ts'
import { type FigureKind, figureKinds } from './figure.ts'
import type { Encoding, Separator } from './file-found.ts'
import type { ImportDiff } from './import.ts'
import type { NumberStyle } from './number-format.ts'

/** How a file is read: what was found of it, what a person chose, and what must be asked before anything is compared. */

/** What a column holds. `indicator_version` is in our own export, and says which definition its figures are of. */
export const lineRoles = [
  'unit',
  'year',
  'indicator',
  'indicator_version',
  'line_number',
  'in_assigned_set',
  'in_adopted_set',
  'office',
  // Of the figures in a row, where that is another than the indicator's.
  'unit_of_measure',
] as const
export const columnRoles = [...lineRoles, ...figureKinds, 'ignored'] as const
export type ColumnRole = (typeof columnRoles)[number]
export const isFigureRole = (role: ColumnRole): role is FigureKind => figureKinds.some((kind) => kind === role)

/** Everything that a person chose; what they did not choose is found, or asked. */
export type ImportChoices = {
  encoding?: Encoding | undefined
  separator?: Separator | undefined
  worksheet?: string | undefined
  /** Row of the labels, from 1; the figures begin below it. */
  headerRow?: number | undefined
  /** By column, from 0, as text because JSON has no other keys. Columns that are not named keep what is found. */
  roles?: Record<string, ColumnRole> | undefined
  /** For files without such a column: a slug; a year. */
  unit?: string | undefined
  year?: number | undefined
  /** How 1.234 is read, where the file itself does not decide it. */
  style?: 'vi' | 'en' | undefined
  /** Names matched by hand: text of the file → slug or code; null leaves its rows out. */
  units?: Record<string, string | null> | undefined
  indicators?: Record<string, string | null> | undefined
}

export type ImportColumn = {
  /** Its label; '' where it has none. */
  label: string
  /** Of its figures, as the labels above it have it in brackets; '' where they have none. */
  unit: string
  role: ColumnRole
  /** `own`: a column of our own export; `found`: by its label; `none`: nothing is known of it, and it is ignored. */
  from: 'own' | 'found' | 'remembered' | 'chosen' | 'none'
}

/** What was found of the file. */
export type ImportReading = {
  kind: 'csv' | 'xlsx'
  encoding: Encoding | null
  separator: Separator | null
  worksheet: string
  worksheets: string[]
  /** How many rows and columns the table has, blank ones included. */
  rows: number
  width: number
  /** From 1; null where no row of labels was found. */
  headerRow: number | null
  columns: ImportColumn[]
  /** The unit of measure that stands above the whole table, for indicators in a multiple of it; '' where none does. */
  unitOfTable: string
  /** Columns with numbers of which nobody said what they are, from 0: they are left out. */
  unread: number[]
  /** The style in which texts are read as numbers; null while it is asked. */
  style: NumberStyle | null
  /** The first rows of the table as text, for choosing: at most 12, the header among them. */
  sample: { row: number; cells: string[] }[]
}

/** What must be chosen before there is a difference; several may be asked at once. */
export type ImportQuestion =
  | { ask: 'encoding'; options: { encoding: Encoding; sample: string[][] }[] }
  | { ask: 'worksheet'; options: { worksheet: string; rows: number }[] }
  | { ask: 'header_row' }
  /** No column of indicators, or none of figures. */
  | { ask: 'columns'; missing: ('indicator' | 'figures')[] }
  | { ask: 'unit' }
  | { ask: 'year' }
  | { ask: 'style'; undecided: Undecided }

/** What a preview found: questions, or a difference. `reading` is null while the file itself cannot be read yet. */
export type ImportPreview = {
  /** Of the choices it was made with: a preview of others is out of date. */
  choices: ImportChoices
  /** UTC, ISO 8601. */
  at: string
  reading: ImportReading | null
  questions: ImportQuestion[]
  /** Null while something is asked. */
  diff: ImportDiff | null
}
