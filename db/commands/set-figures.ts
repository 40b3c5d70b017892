import { sql } from 'drizzle-orm'
import { type CellAddress, type FigureKind, figureKinds, figureKindTable } from '#domain/figure.ts'
import { figureText, parseFigure } from '#domain/figure-text.ts'
import { type SetFiguresInput, setFiguresInput } from '#domain/inputs/set-figures.ts'
import { writeAction } from '#domain/permissions.ts'
import { type Quantity, quantitiesEqual } from '#domain/quantity.ts'
import { ok, type Problem, refuse } from '#domain/refusal.ts'
import { writing } from '#domain/sheet-state.ts'
import type { Command, Plan, Planning } from '../command.ts'
import { guardSheetState, guardUnchanged } from '../guard.ts'
import { findDocument } from '../queries/find-document.ts'
import { findSheet } from '../queries/find-sheet.ts'
import { liveLines, readSheetLines } from '../queries/sheet-lines.ts'
import { revisions } from '../schema/figures.ts'
import { indicators } from '../schema/indicators.ts'
import { lines as sheetLines } from '../schema/sheets.ts'
import { build, statement } from '../statement.ts'
import { type Cell, locate } from './locate-cells.ts'
import { findSheetPlace, type SheetPlace } from './places.ts'
import { type ScaleWarning, scaleWarnings } from './scale-warnings.ts'

/**
 * What is kept of a cell after the write: `quantity` as it would be typed in the request's locale, `version` null where
 * it has never been written.
 */
export type SavedCell = CellAddress & { quantity: string; version: number | null }
/** What stands in a cell that somebody else changed in between. */
export type Theirs = SavedCell & { by: string | null; at: string | null }
export type SetFiguresOutput = { saved: SavedCell[]; warnings: ScaleWarning[] }

/**
 * Sets one or many cells of a sheet, all or nothing. In a draft freely, in a submitted sheet with a reason; a plan
 * is adjusted only by citing the document that decided it. A cell that holds the same already is left as it is.
 */
export const setFigures: Command<SetFiguresInput, SetFiguresOutput, SheetPlace> = {
  name: 'set_figures',
  action: 'write_figures',
  also: ({ changes }) => [...new Set(kindsIn(changes).map(writeAction))],
  input: setFiguresInput,
  find: findSheetPlace,

  async plan(planning, input) {
    const { sheet, unit } = planning.place
    const rule = writing[sheet.state]
    if (rule === 'closed') return refuse('closed', { reason: `sheet_${sheet.state}` })

    const previous = await findSheet(planning.reader, unit.id, sheet.year - 1)
    const lines = await readSheetLines(
      planning.reader,
      previous ? [sheet.id, previous.id] : [sheet.id],
      input.changes.map(({ indicator }) => indicator),
    )
    const { cells, misplaced } = locate(input, lines.get(sheet.id) ?? [])
    const stale = cells.filter(({ change, current }) => change.expectedVersion !== (current?.version ?? null))
    if (stale.length > 0) {
      return refuse('conflict', { reason: 'changed_since', detail: { theirs: stale.map(theirs(input.locale)) } })
    }
    const document = input.document === undefined ? null : await findDocument(planning.reader, input.document)
    const problems: Problem[] = [
      ...misplaced,
      ...(rule === 'with_reason' && !input.reason ? [{ path: 'reason', reason: 'reason_required' }] : []),
      ...(input.document !== undefined && !document ? [{ path: 'document', reason: 'unknown_document' }] : []),
      ...cells.flatMap((cell) => adjustmentProblems(cell, input)),
    ]
    const read = cells.map((cell) => ({
      ...cell,
      parsed: parseFigure(cell.change.kind, cell.change.quantity, cell.line.indicator, input.locale),
    }))
    for (const { path, parsed } of read) {
      if (!parsed.ok) problems.push({ ...parsed.error, path: `${path}.quantity` })
    }
    if (problems.length > 0) return refuse('invalid', { problems })

    const written = read.flatMap(({ parsed, ...cell }) => (parsed.ok ? [{ ...cell, quantity: parsed.value }] : []))
    const warnings = scaleWarnings(
      changedValues(written),
      previous ? liveLines(lines.get(previous.id)) : [],
      input.locale,
    )
    return ok(planRevisions(planning, input, written, document?.id, warnings))
  },
}

/** The kinds of figure that an unparsed input names: what must be allowed is known before its content is looked at. */
const kindsIn = (changes: unknown): FigureKind[] =>
  figureKinds.filter((kind) => Array.isArray(changes) && changes.some((change) => change?.kind === kind))

/** An adjustment is of a plan that was recorded, and cites its document (glossary). */
function adjustmentProblems({ path, change, current }: Cell, input: SetFiguresInput): Problem[] {
  if (input.change !== 'adjustment') return []
  if (figureKindTable[change.kind].group !== 'plan')
    return [{ path: `${path}.kind`, reason: 'only_plans_are_adjusted' }]
  if (!current?.quantity) return [{ path: `${path}.kind`, reason: 'no_plan_to_adjust' }]
  return input.document === undefined ? [{ path: 'document', reason: 'document_required' }] : []
}

const theirs =
  (locale: 'vi' | 'en') =>
  (cell: Cell): Theirs => ({
    ...describe(cell, cell.current?.quantity ?? null, cell.current?.version ?? null, locale),
    by: cell.current?.by ?? null,
    at: cell.current?.at ?? null,
  })

function describe(
  { change: { indicator, kind }, line }: Cell,
  quantity: Quantity | null,
  version: number | null,
  style: 'vi' | 'en',
): SavedCell {
  return { indicator, kind, quantity: quantity ? figureText(kind, quantity, line.indicator, style) : '', version }
}

type Written = Cell & { quantity: Quantity | null }
const EMPTY = { value: null, high: null, denominator: null, qualifier: null, text: null }

function planRevisions(
  { journalId, place: { sheet, unit } }: Planning<SheetPlace>,
  input: SetFiguresInput,
  cells: readonly Written[],
  documentId: string | undefined,
  warnings: ScaleWarning[],
): Plan<SetFiguresOutput> {
  const revised = cells.map((cell) => {
    const { change, line, current, quantity } = cell
    const sameQuantity = quantitiesEqual(quantity, current?.quantity ?? null)
    const kindOfChange = input.change ?? (current && sheet.state === 'submitted' ? 'correction' : 'entry')
    const revision = {
      lineId: line.id,
      kind: change.kind,
      version: (current?.version ?? 0) + 1,
      journalId,
      change: kindOfChange,
      ...(quantity ?? EMPTY),
      entered: change.quantity,
      note: (change.note ?? current?.note) || null,
      // Another quantity is not what the earlier document says; another note leaves the document.
      documentId: documentId ?? (sameQuantity ? documentOf(line.id, change.kind) : null),
    }
    return { ...cell, revision: isChange(cell, input.document) ? revision : null }
  })
  const rows = revised.flatMap(({ revision }) => (revision ? [revision] : []))
  return {
    statements:
      rows.length === 0
        ? []
        : [
            guardSheetState(sheet.id, sheet.state),
            ...guardReading(cells),
            ...rows.map((row) => statement(build.insert(revisions).values(row))),
          ],
    output: {
      saved: revised.map(({ revision, ...cell }) =>
        describe(cell, cell.quantity, (revision ?? cell.current)?.version ?? null, input.locale),
      ),
      warnings,
    },
    journal: {
      unitId: unit.id,
      sheetId: sheet.id,
      reason: input.reason,
      documentId,
      detail: { year: sheet.year, cells: rows.length },
    },
  }
}

/** The lines are still on the sheet, and what was typed still means what it was read as. */
const guardReading = (cells: readonly Written[]) => {
  const lines = [...new Map(cells.map(({ line }) => [line.id, line])).values()]
  return [
    guardUnchanged(
      sheetLines,
      lines.map(({ id }) => ({ id, endedAt: null })),
    ),
    guardUnchanged(
      indicators,
      lines.map(({ indicator: { id, valueType, unitOfMeasure, heading } }) => ({
        id,
        valueType,
        unitOfMeasure,
        heading,
      })),
    ),
  ]
}

/** The document that the cell cites when the batch lands; the version is locked, so it is the one the plan saw. */
const documentOf = (lineId: string, kind: FigureKind) =>
  sql<string | null>`(select "document_id" from "figures" where "line_id" = ${lineId} and "kind" = ${kind})`

/** A cell that would hold what it holds already is left alone: opening and leaving it changes nothing. */
const isChange = ({ change, current, quantity }: Written, document: string | undefined): boolean =>
  !quantitiesEqual(quantity, current?.quantity ?? null) ||
  (change.note !== undefined && change.note !== (current?.note ?? '')) ||
  (document !== undefined && document !== current?.document?.code)

const changedValues = (cells: readonly Written[]) =>
  cells
    .filter(({ current, quantity }) => !quantitiesEqual(quantity, current?.quantity ?? null))
    .map(({ line, change, quantity }) => ({ line, kind: change.kind, quantity }))
