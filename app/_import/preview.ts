import type { Reader } from '#db/engine.ts'
import { getImport } from '#db/queries/find-import.ts'
import { type PlannedDiff, type PlannedImport, planImport } from '#db/queries/plan-import.ts'
import type { ImportProgress } from '#domain/import.ts'
import { cellText } from '#domain/import-columns.ts'
import type { ImportChoices, ImportPreview, ImportReading } from '#domain/import-reading.ts'
import type { Actor } from '#domain/permissions.ts'
import { ok, type Result, refuse } from '#domain/refusal.ts'
import { keepPreview } from './kept-preview.ts'
import { type ImportFile, importedFile, readImport } from './read-import.ts'

/** Rows that are shown while somebody chooses what the columns are. */
const SAMPLE = 12

export type Previewed = { preview: ImportPreview; diff: PlannedDiff | null }

/** What importing a file would change, or what must be asked first. Refused where the file cannot be read. */
export async function previewFile(
  reader: Reader,
  actor: Actor,
  { path, choices }: { path: string; choices: ImportChoices },
  onProgress: (progress: ImportProgress) => void,
): Promise<Result<Previewed>> {
  const read = await readImport(path, choices, (share) =>
    onProgress({ phase: 'reading', done: Math.round(share * 100), total: 100 }),
  )
  if (!read.ok) return read
  const file = read.value
  const head = { choices, at: new Date().toISOString() }
  if (file.question !== null) {
    return ok({ preview: { ...head, reading: null, questions: [file.question], diff: null }, diff: null })
  }
  const planned = await planImport(reader, actor, file.table, choices, onProgress)
  const { questions, diff } = planned
  const preview = { ...head, reading: readingOf(file, planned), questions, diff: diff?.summary ?? null }
  return ok({ preview, diff })
}

/** Makes the preview of an open import anew and keeps it. Refused: not found, closed, or a file that cannot be read. */
export async function makePreview(
  reader: Reader,
  actor: Actor,
  id: string,
  onProgress: (progress: ImportProgress) => void,
): Promise<Result<ImportPreview>> {
  const found = await getImport(reader, actor, id)
  if (!found) return refuse('not_found')
  const { choices, state, sha256 } = found
  if (state !== 'open') return refuse('closed', { reason: `import_${state}` })
  const previewed = await previewFile(reader, actor, { path: importedFile(sha256), choices }, onProgress)
  if (!previewed.ok) return previewed
  const { preview, diff } = previewed.value
  await keepPreview(id, preview, diff?.groups ?? [], diff?.errors ?? { header: [], rows: [] })
  return ok(preview)
}

function readingOf({ table, found }: ImportFile & { table: object }, planned: PlannedImport): ImportReading {
  const { headerRow, columns, unitOfTable, unread, style } = planned
  // Where the head stands far below titles, the rows around it are what tells the columns.
  const from = Math.max(0, (headerRow ?? 0) - SAMPLE / 2)
  return {
    kind: found.kind,
    encoding: found.kind === 'csv' ? found.encoding : null,
    separator: found.kind === 'csv' ? found.separator : null,
    worksheet: table.worksheet,
    worksheets: found.kind === 'xlsx' ? found.worksheets.map(({ name }) => name) : [],
    rows: table.rows.length,
    width: columns.length,
    headerRow,
    columns,
    unitOfTable,
    unread,
    style,
    sample: table.rows
      .slice(from, from + SAMPLE)
      .map((cells, index) => ({ row: from + index + 1, cells: cells.map(cellText) })),
  }
}
