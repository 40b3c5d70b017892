import type { Encoding, FileInspection, FoundText, FoundWorkbook, Separator } from '#domain/file-found.ts'
import type { FileTable } from '#domain/file-table.ts'
import { type Result, refuse } from '#domain/refusal.ts'

/** What a person chose where the file does not decide it, or decides it wrongly. */
export type ReadChoices = { encoding?: Encoding; separator?: Separator; worksheet?: string }

export type Reading = {
  /** Hears how many rows of how many have come; at the least once, at the end. */
  onProgress?: (rows: number, of: number) => void
  /** Ends the reading; it then rejects with the signal's reason. */
  signal?: AbortSignal
}

export type FileRead = { table: FileTable; found: FoundText | FoundWorkbook }

/**
 * The table in a file, read by a process of its own that is ended after 10 seconds. Refused: `invalid` with problems
 * whose path is `file`, `encoding`, `worksheet`, or a place such as `row 17, column C` or `Sheet1!C17`.
 */
export async function readFileTable(
  _path: string,
  _choices: ReadChoices = {},
  _reading: Reading = {},
): Promise<Result<FileRead>> {
  return refuse('invalid')
}

/** What a file is and what has to be chosen before it can be read. Refused as reading is. */
export async function inspectFile(
  _path: string,
  _reading: Pick<Reading, 'signal'> = {},
): Promise<Result<FileInspection>> {
  return refuse('invalid')
}
