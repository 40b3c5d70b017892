import type { FileInspection, FoundText, FoundWorkbook } from '#domain/file-found.ts'
import type { FileCell, FileTable } from '#domain/file-table.ts'
import { ok, type Result } from '#domain/refusal.ts'
import type { ReadChoices } from './reader.ts'
import { askReader } from './reader-process.ts'

export type Reading = {
  /** Hears the share of the work that is done, from 0 to 1. */
  onProgress?: (share: number) => void
  /** Ends the reading, which then rejects with the signal's reason. */
  signal?: AbortSignal
}

export type FileRead = { table: FileTable; found: FoundText | FoundWorkbook }

/**
 * The table in a file, read by a process of its own that is ended after 10 seconds of a processor. Refused: `invalid`
 * with one problem whose path is `file`, `worksheet`, or a place as `row 17, column C`; `busy` where too many files are
 * being read.
 */
export async function readFileTable(
  path: string,
  choices: ReadChoices = {},
  { onProgress, signal }: Reading = {},
): Promise<Result<FileRead>> {
  const rows: FileCell[][] = []
  let read: { worksheet: string; found: FoundText | FoundWorkbook } | undefined
  const done = await askReader(
    path,
    { inspect: false, choices },
    (message) => {
      if ('read' in message) read = message.read
      if (!('rows' in message)) return
      for (const row of message.rows) rows.push(row)
      onProgress?.(message.share)
    },
    signal,
  )
  if (!done.ok) return done
  if (read === undefined) throw new Error('The reader of files said nothing of what it read.')
  return ok({ table: { worksheet: read.worksheet, rows }, found: read.found })
}

/** What a file is, and what has to be chosen before it can be read. Refused as reading is. */
export async function inspectFile(path: string, signal?: AbortSignal): Promise<Result<FileInspection>> {
  let inspected: FileInspection | undefined
  const done = await askReader(
    path,
    { inspect: true },
    (message) => {
      if ('inspected' in message) inspected = message.inspected
    },
    signal,
  )
  if (!done.ok) return done
  if (inspected === undefined) throw new Error('The reader of files said nothing of what it found.')
  return ok(inspected)
}
