import { eq, sql } from 'drizzle-orm'
import { type UndoImportInput, undoImportInput } from '#domain/inputs/import.ts'
import { type Actor, type Authority, authority, writeAction } from '#domain/permissions.ts'
import { ok, type Result, refuse } from '#domain/refusal.ts'
import { writing } from '#domain/sheet-state.ts'
import type { Command } from '../command.ts'
import { guardAuthority, guardNothingSince } from '../guard.ts'
import { insertMany } from '../insert-many.ts'
import { readImportUnits } from '../queries/import-names.ts'
import {
  readWrittenCells,
  readWrittenSheets,
  readWrittenSince,
  type WrittenCell,
  type WrittenSheet,
} from '../queries/import-written.ts'
import { lastSeq } from '../queries/last-seq.ts'
import { revisions } from '../schema/figures.ts'
import { imports } from '../schema/imports.ts'
import { build, statement } from '../statement.ts'
import { findImportPlace, type ImportPlace } from './import-place.ts'

export type UndoImportOutput = { figures: number; lines: number }

/** So many figures and lines are named where some have changed since. */
const MOST_NAMED = 100

/**
 * Takes a committed import back as a whole: every figure is again what it was, by a new revision, and the lines that it
 * added are ended. Sheets that it opened stay, empty. Refused where anything of it was written again since.
 */
export const undoImport: Command<UndoImportInput, UndoImportOutput, ImportPlace> = {
  name: 'undo_import',
  action: 'import_figures',
  input: undoImportInput,
  find: findImportPlace,

  async plan({ reader, actor, at, journalId, place: { found } }, { reason }) {
    const { id, state, committedId, fileName } = found
    if (state !== 'committed' || committedId === null) return refuse('closed', { reason: `import_${state}` })
    const seq = await lastSeq(reader)
    const sheets = await readWrittenSheets(reader, id)
    const cells = await readWrittenCells(reader, committedId)
    const units = new Map((await readImportUnits(reader, actor)).map((unit) => [unit.id, unit]))
    const relied = mayUndo(actor, sheets, cells, (unitId) => units.get(unitId)?.target)
    if (!relied.ok) return relied

    const since = await readWrittenSince(reader, id, committedId)
    if (since.length > 0) {
      const detail = { count: since.length, changed: since.slice(0, MOST_NAMED) }
      return refuse('conflict', { reason: 'import_changed_since', detail })
    }
    if (sheets.some((sheet) => sheet.state === 'submitted') && !reason) {
      return refuse('invalid', { problems: [{ path: 'reason', reason: 'reason_required' }] })
    }
    const submitted = new Set(sheets.flatMap((sheet) => (sheet.state === 'submitted' ? [sheet.id] : [])))
    const addedLines = sheets.reduce((sum, sheet) => sum + sheet.addedLines, 0)
    const [only, ...others] = sheets
    const output = { figures: cells.length, lines: addedLines }
    return ok({
      statements: [
        guardNothingSince(
          seq,
          sheets.map((sheet) => sheet.id),
          journalId,
        ),
        ...relied.value.map((one) => guardAuthority(actor.id, one)),
        ...insertMany(
          revisions,
          cells.map((cell) => restored(cell, journalId, submitted.has(cell.sheetId))),
        ),
        statement(sql`update "lines" set "ended_at" = coalesce("added"."ended_at", ${at})
          from "import_lines" as "added"
          where "added"."import_id" = ${id} and "lines"."id" = "added"."line_id" and "lines"."ended_at" is null`),
        statement(build.update(imports).set({ state: 'undone', undoneId: journalId }).where(eq(imports.id, id))),
      ],
      output,
      journal: {
        ...(only && others.length === 0 ? { unitId: only.unitId, sheetId: only.id } : {}),
        reason,
        detail: { import: id, fileName, ...output },
      },
    })
  },
}

const EMPTY = { value: null, high: null, denominator: null, qualifier: null, text: null, entered: '' }

function restored({ lineId, kind, version, before }: WrittenCell, journalId: string, correction: boolean) {
  const { value, high, denominator, qualifier, text, entered } = before ?? EMPTY
  return {
    ...{ lineId, kind, version: version + 1, journalId },
    ...{ value, high, denominator, qualifier, text, entered },
    change: correction ? ('correction' as const) : ('entry' as const),
    note: before?.note ?? null,
    documentId: before?.documentId ?? null,
  }
}

type TargetOf = (unitId: string) => Parameters<typeof authority>[2] | undefined

/** What lets the actor write all of it again; refused where a sheet is closed, or a right is gone. */
function mayUndo(
  actor: Actor,
  sheets: readonly WrittenSheet[],
  cells: readonly WrittenCell[],
  targetOf: TargetOf,
): Result<Authority[]> {
  const grants = new Map<string, Authority>()
  const kinds = Map.groupBy(cells, ({ sheetId }) => sheetId)
  for (const { id, unitId, state, addedLines } of sheets) {
    if (writing[state] === 'closed' || (addedLines > 0 && state !== 'draft')) {
      return refuse('closed', { reason: `sheet_${state}` })
    }
    const target = targetOf(unitId)
    const actions = new Set((kinds.get(id) ?? []).map(({ kind }) => writeAction(kind)))
    for (const action of [...actions, ...(addedLines > 0 ? ['edit_lines' as const] : [])]) {
      const relied = target && authority(actor, action, target)
      if (!relied) return refuse('forbidden', { reason: action })
      if (relied.kind === 'grant') grants.set(relied.grantId, relied)
    }
  }
  return ok([...grants.values()])
}
