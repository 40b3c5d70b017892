/** Imports in a test: a file as a table, its preview, its commit, and what the ledger holds then. */
import { createHash } from 'node:crypto'
import { nanoid } from 'nanoid'
import { chooseImport } from '#db/commands/choose-import.ts'
import { commitImport } from '#db/commands/commit-import.ts'
import { startImport } from '#db/commands/start-import.ts'
import type { Engine } from '#db/engine.ts'
import { exportSheets } from '#db/queries/export-sheets.ts'
import { type PlannedDiff, type PlannedImport, planImport } from '#db/queries/plan-import.ts'
import { write } from '#db/write.ts'
import { csvWriters } from '#domain/export-cells.ts'
import { type ExportLayout, exportCells, exportHeader } from '#domain/export-columns.ts'
import type { FileCell, FileTable } from '#domain/file-table.ts'
import type { ImportChoices } from '#domain/import-reading.ts'
import type { Actor } from '#domain/permissions.ts'
import { ok } from '#domain/refusal.ts'
import { granted } from '#tests/support/database.ts'

export const tableOf = (...rows: FileCell[][]): FileTable => ({ worksheet: '', rows })

export type Attempt = { engine: Engine; actor: Actor; table: FileTable; choices?: ImportChoices }

/** The difference of a preview that asks nothing. */
export async function previewed({ engine, actor, table, choices = {} }: Attempt): Promise<PlannedDiff> {
  const planned: PlannedImport = await planImport(engine.reader, actor, table, choices)
  if (!planned.diff) throw new Error(`Asked: ${JSON.stringify(planned.questions)}`)
  return planned.diff
}

/** Hands a file in, and says how it is to be read. */
export async function started({ engine, actor, table, choices }: Attempt): Promise<string> {
  const sha256 = createHash('sha256').update(JSON.stringify(table)).digest('hex')
  const file = { key: nanoid(), fileName: 'số liệu.csv', sha256, size: 1000 }
  const { id } = granted(await write(engine, startImport, actor, file))
  if (choices) granted(await write(engine, chooseImport, actor, { key: nanoid(), import: id, choices }))
  return id
}

/** Commits what a preview showed; `more` are the other fields of the commit. */
export const committing = async (attempt: Attempt, id: string, more: object = {}) => {
  const { engine, actor, table } = attempt
  const { summary } = await previewed(attempt)
  const input = { key: nanoid(), import: id, diff: summary.hash, ...more }
  return write(
    engine,
    commitImport(async () => ok(table)),
    actor,
    input,
  )
}

/** Start, preview and commit in one. */
export async function imported(attempt: Attempt, more: object = {}) {
  const id = await started(attempt)
  return { id, output: granted(await committing(attempt, id, more)) }
}

/** What the product's own export of a ledger says, as a reader of files gives it. */
export async function exportedTable(engine: Engine, actor: Actor, layout: ExportLayout): Promise<FileTable> {
  const rows: string[][] = [[...exportHeader]]
  for await (const { lines, previousLines, ...sheet } of exportSheets(engine.reader, actor, {})) {
    const previous = new Map(previousLines.map((line) => [line.indicator.id, line]))
    for (const line of lines) {
      rows.push(exportCells({ ...sheet, line, previous: previous.get(line.indicator.id) ?? null }, csvWriters[layout]))
    }
  }
  return tableOf(...rows)
}
