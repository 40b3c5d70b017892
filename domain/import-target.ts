import type { FigureKind } from './figure.ts'
import type { ImportRecord } from './import.ts'
import type { PlacedRow } from './import-rows.ts'
import type { NameableUnit } from './import-units.ts'
import { lineNumber, lineOffice } from './inputs/add-line.ts'
import { type Action, writeAction } from './permissions.ts'
import type { Quantity } from './quantity.ts'
import type { IndicatorView } from './sheet.ts'
import { type SheetState, writing } from './sheet-state.ts'
import { existsIn } from './unit.ts'

/** Where the figures of a file would go, and why they may not. */

export type LedgerLine = {
  id: string
  indicator: IndicatorView
  endedAt: string | null
  figures: Partial<Record<FigureKind, LedgerFigure>>
}
export type LedgerFigure = { version: number; quantity: Quantity | null; note: string | null }

/** A sheet as an import meets it: the live lines by code, and the ended ones by the id of their definition. */
export type LedgerSheet = {
  id: string
  state: SheetState
  live: ReadonlyMap<string, LedgerLine>
  ended: ReadonlyMap<string, LedgerLine>
}

/** A line that the file has figures of: on the sheet already, or to be added to it. */
export type TargetLine = {
  first: PlacedRow<unknown>
  indicator: IndicatorView
  /** On the sheet, or ended and to come back; null: a new one. */
  line: LedgerLine | null
  isLive: boolean
  cells: Map<FigureKind, { record: ImportRecord; current: LedgerFigure | null }>
}
export type TargetSheet<Unit> = {
  unit: Unit
  year: number
  /** Null: it would be opened. */
  sheet: LedgerSheet | null
  lines: Map<string, TargetLine>
}

/** Whether the file lists the line itself, with its sets, as our export does: then it is added without figures, too. */
export const isListed = ({ first: { inAssignedSet, inAdoptedSet }, isLive }: TargetLine): boolean =>
  !isLive && (inAssignedSet !== null || inAdoptedSet !== null)

export type May<Unit> = (unit: Unit, action: Action) => boolean

/** Why nothing can be written on this line, as a message key; null where it can. */
export function lineProblem<Unit extends NameableUnit>(
  { unit, year, sheet }: Pick<TargetSheet<Unit>, 'unit' | 'year' | 'sheet'>,
  { first, isLive }: Pick<TargetLine, 'first' | 'isLive'>,
  may: May<Unit>,
): string | null {
  if (sheet === null && !existsIn(unit, year)) return 'unit_not_valid'
  if (sheet === null && !may(unit, 'open_year')) return 'open_year'
  if (sheet !== null && writing[sheet.state] === 'closed') return `sheet_${sheet.state}`
  if (isLive) return null
  if (sheet !== null && sheet.state !== 'draft') return 'line_needs_draft'
  if (!may(unit, 'edit_lines')) return 'edit_lines'
  if (!lineNumber.safeParse(first.number).success) return 'bad_line_number'
  return lineOffice.safeParse(first.office).success ? null : 'bad_line_office'
}

/** Why figures of this kind may not be written, as the action that is missing; null where they may. */
export function kindProblem<Unit>(unit: Unit, kind: FigureKind | null, may: May<Unit>): string | null {
  const action = kind && writeAction(kind)
  return action && !may(unit, action) ? action : null
}
