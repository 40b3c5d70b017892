import { eq, sql } from 'drizzle-orm'
import type { FileTable } from '#domain/file-table.ts'
import type { ImportProgress } from '#domain/import.ts'
import type { ImportChoices } from '#domain/import-reading.ts'
import { isPlanChange, type LineWrite } from '#domain/import-writes.ts'
import { type CommitImportInput, commitImportInput } from '#domain/inputs/import.ts'
import type { Actor } from '#domain/permissions.ts'
import { ok, type Problem, type Result, refuse } from '#domain/refusal.ts'
import type { Command } from '../command.ts'
import type { Statement } from '../engine.ts'
import { guardAuthority, guardNothingSince } from '../guard.ts'
import { insertMany } from '../insert-many.ts'
import { findDocument } from '../queries/find-document.ts'
import { type PlannedDiff, type PlannedImport, planImport } from '../queries/plan-import.ts'
import { revisions } from '../schema/figures.ts'
import { importLines, importMappings, importSheets, imports } from '../schema/imports.ts'
import { build, statement } from '../statement.ts'
import { prepareLines } from './import-lines.ts'
import { findImportPlace, type ImportPlace } from './import-place.ts'

export type CommitImportOutput = { figures: number; lines: number; sheets: number }

/** Gives the table of the import's file; refused where the file cannot be read as it was chosen. */
export type ReadTable = (choices: ImportChoices) => Promise<Result<FileTable>>

/**
 * Writes all that the preview showed, or nothing: it plans the same difference anew, and is refused where that is
 * another one. Everything lands under one row of the journal. `readTable` knows where the file is, and how to read it.
 */
export const commitImport = (
  readTable: ReadTable,
  onProgress: (progress: ImportProgress) => void = () => undefined,
): Command<CommitImportInput, CommitImportOutput, ImportPlace> => ({
  name: 'commit_import',
  action: 'import_figures',
  input: commitImportInput,
  find: findImportPlace,

  async plan({ reader, actor, journalId, place }, input) {
    const { id, state, choices, fileName, sha256, size } = place.found
    if (state !== 'open') return refuse('closed', { reason: `import_${state}` })
    const table = await readTable(choices)
    if (!table.ok) return table
    const planned = await planImport(reader, actor, table.value, choices, onProgress)
    const { diff } = planned
    if (!diff || diff.summary.hash !== input.diff) return refuse('conflict', { reason: 'diff_changed' })
    const document = input.document === undefined ? null : await findDocument(reader, input.document)
    const problems = problemsOf(input, diff, document !== null)
    if (problems.length > 0) return refuse('invalid', { problems })

    onProgress({ phase: 'writing', done: 0, total: null })
    const foundOf = ({ unit, year }: (typeof diff.writes)[number]) => diff.found.get(`${unit.id} ${year}`)
    const { prepared, statements, added } = prepareLines(diff.writes, foundOf)
    const rows = prepared.flatMap(({ write, lineIds }) =>
      write.lines.flatMap((line) =>
        line.cells.map((cell) =>
          revisionOf(cell, {
            ...{ lineId: lineIds.get(line) ?? '', journalId, documentId: document?.id ?? null },
            correction: write.sheet?.state === 'submitted',
            adjustment: input.adjustment,
          }),
        ),
      ),
    )
    if (rows.length === 0 && added.length === 0) return refuse('invalid', { reason: 'nothing_to_import' })
    const [only, ...others] = prepared
    const output = { figures: rows.length, lines: added.length, sheets: prepared.length }
    return ok({
      statements: [
        guardNothingSince(
          diff.seq,
          prepared.map(({ sheetId }) => sheetId),
          journalId,
        ),
        ...diff.relied.map((relied) => guardAuthority(actor.id, relied)),
        ...statements,
        ...insertMany(revisions, rows),
        ...insertMany(
          importSheets,
          prepared.map(({ sheetId, write }) => ({ importId: id, sheetId, opened: write.sheet === null })),
        ),
        ...insertMany(
          importLines,
          added.map((line) => ({ importId: id, ...line })),
        ),
        ...remember(actor, planned),
        statement(build.update(imports).set({ state: 'committed', committedId: journalId }).where(eq(imports.id, id))),
      ],
      output,
      journal: {
        ...(only && others.length === 0 ? { unitId: only.write.unit.id, sheetId: only.sheetId } : {}),
        reason: input.reason,
        documentId: document?.id,
        detail: { import: id, fileName, sha256, size, ...output, ...detailOf(diff) },
      },
    })
  },
})

/** What a reader of the journal needs: how much, how much was left out, and which sheets, unless they are too many. */
const detailOf = ({ summary: { counts, sheets, openedSheets } }: PlannedDiff) => ({
  ...{ new: counts.new, changed: counts.changed, leftOut: counts.error, opened: openedSheets },
  places: sheets.slice(0, 50).map(({ unit, year }) => `${unit} ${year}`),
})

function problemsOf(input: CommitImportInput, { summary }: PlannedDiff, documentKnown: boolean): Problem[] {
  const { reasonRequired, counts } = summary
  return [
    ...(counts.error > 0 && !input.withoutErrors ? [{ path: 'withoutErrors', reason: 'has_errors' }] : []),
    ...(reasonRequired && !input.reason ? [{ path: 'reason', reason: 'reason_required' }] : []),
    ...(input.document !== undefined && !documentKnown ? [{ path: 'document', reason: 'unknown_document' }] : []),
    ...(input.adjustment && input.document === undefined ? [{ path: 'document', reason: 'document_required' }] : []),
  ]
}

type Under = { lineId: string; journalId: string; documentId: string | null; correction: boolean; adjustment: boolean }
type NewRevision = typeof revisions.$inferInsert

/** A figure that changes is another one than its document gave; its note stays. */
function revisionOf(cell: LineWrite['cells'][number], { correction, adjustment, ...under }: Under): NewRevision {
  const { kind, quantity, text, current } = cell
  const adjusted = adjustment && isPlanChange(cell)
  return {
    ...under,
    ...quantity,
    kind,
    version: (current?.version ?? 0) + 1,
    change: adjusted ? 'adjustment' : correction && current ? 'correction' : 'entry',
    entered: text,
    note: current?.note ?? null,
  }
}

/** How this person read a file with these labels, for the next one. */
function remember(actor: Actor, { mapping, labels }: PlannedImport): Statement[] {
  if (mapping === null) return []
  const row = build.insert(importMappings).values({ userId: actor.id, labels, choices: mapping })
  const set = { choices: sql`excluded."choices"` }
  return [statement(row.onConflictDoUpdate({ target: [importMappings.userId, importMappings.labels], set }))]
}
