import type { FigureKind } from './figure.ts'
import type { Quantity } from './quantity.ts'
import type { SheetState } from './sheet-state.ts'

/**
 * An import: a file that somebody handed in, how its columns are to be read, and what it would change cell by cell.
 * Nothing is written before the commit, and the commit makes the same difference as the preview or none.
 */
export const importStates = ['open', 'committed', 'discarded', 'undone'] as const
export type ImportState = (typeof importStates)[number]

/** What became of one cell of the file, or of a row as a whole. A blank cell leaves its figure and is only counted. */
export const importOutcomes = ['new', 'changed', 'unchanged', 'skipped', 'error'] as const
export type ImportOutcome = (typeof importOutcomes)[number]

/** Why a cell is skipped: it is no figure of a line, or says itself that it holds none. */
export const skipReasons = [
  'no_figures', // the name of a group, or a note below the table
  'heading', // a heading has no figures of its own
  'formula_error', // #DIV/0! counts as missing
  'left_out', // this unit or indicator was left out by hand
  'comes_back', // no cell of the file: a figure of an ended line, in force again with its line
] as const

/** Why a cell is in error, beside what is wrong with its text (the problems of quantity-problems.ts). */
export const importErrors = [
  'unknown_unit', // or one that the person may not read
  'several_units',
  'unit_missing',
  'unit_not_valid', // the unit does not exist in that year
  'unknown_year',
  'unknown_indicator',
  'several_indicators',
  'indicator_missing',
  'other_version', // the line on the sheet is of another definition (domain rule 13)
  'same_cell_twice', // values: row, the other one
  'other_stage', // brackets name another stage than the column, among other words
  'units_disagree', // the label of the column names another power of ten than the row
  'date', // a date stands where a number should
  'not_in_year', // the indicator is not valid in that year
  'sheet_approved',
  'sheet_locked',
  'line_needs_draft', // a line can only be added to a draft
  'write_figures',
  'write_assigned_plan',
  'open_year',
  'edit_lines',
  'bad_line_number', // of a line that would be added
  'bad_line_office',
] as const

export type ImportRecord = {
  /** As a person counts them in the file, from 1; the column is null where the row as a whole is meant. */
  row: number
  column: number | null
  outcome: ImportOutcome
  /** Of `skipped` and `error`: a key of `import.reason` or `problem` in the messages. */
  reason: string | null
  values?: Record<string, string | number>
  /** Slug, year, code: as far as they are known. */
  unit: string | null
  year: number | null
  indicator: string | null
  kind: FigureKind | null
  /** As it stands in the file. */
  text: string
  before: Quantity | null
  after: Quantity | null
}

/** The records of one outcome and cause; they are kept together, and read page by page. */
export type ImportGroup = {
  /** Of this group in the preview: 0, 1, 2 … */
  index: number
  outcome: ImportOutcome
  reason: string | null
  count: number
}

/** A sheet that the import would write on. */
export type ImportSheet = {
  unit: string
  unitName: string
  year: number
  /** Null: it would be opened, as a draft. */
  state: SheetState | null
  newFigures: number
  changedFigures: number
  addedLines: number
}

export type ImportDiff = {
  /** SHA-256 of everything that would be written, and over what: the commit names it and does nothing else. */
  hash: string
  counts: Record<ImportOutcome, number>
  /** Cells without anything in them. */
  blank: number
  groups: ImportGroup[]
  /** Rows with an error, as they are downloaded. */
  errorRows: number
  /** By unit and year. */
  sheets: ImportSheet[]
  openedSheets: number
  addedLines: number
  /** A submitted sheet is corrected: the commit says why. */
  reasonRequired: boolean
  /** Recorded plans that would change, which the commit may call an adjustment by a document. */
  changedPlans: number
  /** Names that no unit or indicator has, or several; to be matched by hand. At most 200 of each. */
  unmatched: { units: UnmatchedName[]; indicators: UnmatchedName[] }
  /** Figures to be written that are probably misread: how many, and the first of them, at most 5. */
  suspects: { count: number; first: ImportSuspect[] }
  /** Names of this file that were matched as in an earlier one: text of the file → slug or code; null: left out. */
  remembered: { units: Record<string, string | null>; indicators: Record<string, string | null> }
}
/** 1.000 times off the plans and the year before; `suggestion` is what was probably meant. */
export type ImportSuspect = { row: number; kind: FigureKind; value: Quantity; suggestion: Quantity }
export type UnmatchedName = { text: string; rows: number; several: boolean }

/** How a long one goes on; `total` is null while it is not known. */
export type ImportProgress = { phase: 'reading' | 'comparing' | 'writing'; done: number; total: number | null }
