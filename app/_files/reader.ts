import type { Encoding, FileInspection, FoundText, FoundWorkbook, Separator } from '#domain/file-found.ts'
import type { FileCell } from '#domain/file-table.ts'
import type { Problem } from '#domain/refusal.ts'

/** What the process that reads is asked, as its one argument, and what it answers, message by message. */

/** What a person chose where the file does not decide it, or decides it wrongly. */
export type ReadChoices = { encoding?: Encoding; separator?: Separator; worksheet?: string }

export type ReaderTask = { inspect: true } | { inspect: false; choices: ReadChoices }

export type ReaderMessage =
  /** The next rows, and the share of the work that is done with them. */
  | { rows: FileCell[][]; share: number }
  | { read: { worksheet: string; found: FoundText | FoundWorkbook } }
  | { inspected: FileInspection }
  | { refused: Problem }
  /** A bug of ours, in the words of its stack. */
  | { fault: string }

/** The number under which the process has the open file: behind its three streams and the channel. */
export const FILE = 4
