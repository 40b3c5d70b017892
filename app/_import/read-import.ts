import { inspectFile, readFileTable } from '#app/_files/read-file.ts'
import { databaseFile } from '#db/env.ts'
import { filesBeside, pathOfFile } from '#db/files.ts'
import type { FileInspection, FoundText, FoundWorkbook } from '#domain/file-found.ts'
import type { FileTable } from '#domain/file-table.ts'
import { cellText } from '#domain/import-columns.ts'
import { isOwnHeader } from '#domain/import-labels.ts'
import type { ImportChoices, ImportQuestion } from '#domain/import-reading.ts'
import { ok, type Result, refuse } from '#domain/refusal.ts'

/** The file of an import as a table, or what must be chosen before it is one. */
export type ImportFile =
  | { table: FileTable; found: FoundText | FoundWorkbook; question: null }
  | { table: null; question: ImportQuestion }

/** Where the file of an import is kept. */
export const importedFile = (sha256: string): string => pathOfFile(filesBeside(databaseFile()), sha256)

/** Reads it in a process of its own; refused as `readFileTable` is. */
export async function readImport(
  path: string,
  { encoding, separator, worksheet }: ImportChoices,
  onShare: (share: number) => void = () => undefined,
): Promise<Result<ImportFile>> {
  if (encoding === undefined && worksheet === undefined) {
    const inspected = await inspectFile(path)
    if (!inspected.ok) return inspected
    const question = questionOf(inspected.value)
    const own = question && (await readOwnWorksheet(path, question, onShare))
    if (own) return own
    if (question) return ok({ table: null, question })
  }
  const chosen = {
    ...(encoding === undefined ? {} : { encoding }),
    ...(separator === undefined ? {} : { separator }),
    ...(worksheet === undefined ? {} : { worksheet }),
  }
  const read = await readFileTable(path, chosen, { onProgress: onShare })
  return read.ok ? ok({ ...read.value, question: null }) : read
}

/**
 * Our own workbook has a worksheet that says what it is beside the figures: of two worksheets the only one with our head
 * is meant. Null where there are others, or which one is meant is to be asked.
 */
async function readOwnWorksheet(
  path: string,
  question: ImportQuestion,
  onShare: (share: number) => void,
): Promise<Result<ImportFile> | null> {
  if (question.ask !== 'worksheet' || question.options.length !== 2) return null
  const own: ImportFile[] = []
  for (const { worksheet } of question.options) {
    const read = await readFileTable(path, { worksheet }, { onProgress: onShare })
    if (!read.ok) return read
    const [head = []] = read.value.table.rows
    if (isOwnHeader(head.map((cell) => cellText(cell)))) own.push({ ...read.value, question: null })
  }
  const [only, ...others] = own
  return only && others.length === 0 ? ok(only) : null
}

/** Bytes that may be text in several encodings, and a workbook with several sheets that hold something. */
function questionOf(inspected: FileInspection): ImportQuestion | null {
  if (!inspected.certain) {
    const options = inspected.offers.map(({ encoding, rows }) => ({ encoding, sample: rows }))
    return { ask: 'encoding', options }
  }
  if (inspected.found.kind === 'csv') return null
  const filled = inspected.found.worksheets.filter(({ rows, hidden }) => rows > 0 && !hidden)
  if (filled.length < 2) return null
  return { ask: 'worksheet', options: filled.map(({ name, rows }) => ({ worksheet: name, rows })) }
}

/** The table that a commit writes: with nothing left to ask, because the preview before it was read in the same way. */
export async function readChosenTable(sha256: string, choices: ImportChoices): Promise<Result<FileTable>> {
  const read = await readImport(importedFile(sha256), choices)
  if (!read.ok) return read
  return read.value.table ? ok(read.value.table) : refuse('conflict', { reason: 'diff_changed' })
}
