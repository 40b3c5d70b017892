import { and, desc, eq, isNull, max, notInArray, type SQL, sql } from 'drizzle-orm'
import { alias, QueryBuilder, type SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { SheetLine } from '#domain/sheet.ts'
import type { Reader } from '../engine.ts'
import { quietActions } from '../quiet-actions.ts'
import { journal } from '../schema/journal.ts'
import { readSheetLines } from './sheet-lines.ts'
import { type Remarks, readRemarks } from './sheet-remarks.ts'

/**
 * What was read of sheets, kept while nothing was written: reading and judging thousands of figures costs far more than
 * the page that shows them. Every write is a row of the journal, so a sheet is what it was while the last row that names
 * it, and the last that names no sheet (the catalogue, documents, names of people), are the ones under which it was read;
 * that somebody took figures away changes none.
 * Who may read a sheet is never remembered: the statement that lists sheets says that each time, and the stamp with it.
 */
export type RememberedSheet = { lines: readonly SheetLine[] } & Readonly<Remarks>

/** A sheet as a list names it: its id, and under which rows of the journal it stands. */
export type Stamped = { id: string; stamp: string }

/** So many lines are kept of each ledger, those of the sheets that were asked for last: some tens of megabytes. */
const KEPT_LINES = 20_000

const ofProduct = alias(journal, 'of_product')

/** The stamp as a column of a statement that lists sheets by this id; to be read before the content. */
export const stampOf = (sheetId: SQLiteColumn): SQL<string> => {
  const ofSheet = new QueryBuilder()
    .select({ seq: max(journal.seq) })
    .from(journal)
    .where(eq(journal.sheetId, sheetId))
  const rest = new QueryBuilder()
    .select({ seq: ofProduct.seq })
    .from(ofProduct)
    .where(and(isNull(ofProduct.sheetId), notInArray(ofProduct.action, quietActions)))
    // Not max(): the index is read from its end to the first that is none of these, not all of it.
    .orderBy(desc(ofProduct.seq))
    .limit(1)
  return sql<string>`coalesce((${ofSheet}), 0) || '/' || coalesce((${rest}), 0)`
}

const noRemarks: Remarks = { statements: [], acknowledgements: [] }

type Kept = RememberedSheet & { stamp: string }
/** By reader: another engine, and with it another file, is another memory. In the order in which they were asked for. */
const memories = new WeakMap<Reader, Map<string, Kept>>()

function memoryOf(reader: Reader): Map<string, Kept> {
  const memory = memories.get(reader) ?? new Map<string, Kept>()
  memories.set(reader, memory)
  return memory
}

/** The content of sheets by id: what is remembered, and the rest in three statements. Frozen: every reader shares it. */
export async function readSheets(reader: Reader, wanted: readonly Stamped[]): Promise<Map<string, RememberedSheet>> {
  const memory = memoryOf(reader)
  const found = new Map<string, Kept>()
  for (const { id, stamp } of wanted) {
    const kept = memory.get(id)
    if (kept?.stamp === stamp) found.set(id, kept)
  }
  const missing = wanted.filter(({ id }) => !found.has(id))
  if (missing.length > 0) {
    const ids = missing.map(({ id }) => id)
    const lines = await readSheetLines(reader, ids)
    const remarks = await readRemarks(reader, ids)
    for (const { id, stamp } of missing) {
      const { statements, acknowledgements } = remarks.get(id) ?? noRemarks
      found.set(id, frozen({ stamp, lines: lines.get(id) ?? [], statements, acknowledgements }))
    }
  }
  for (const [id, kept] of found) {
    memory.delete(id)
    memory.set(id, kept)
  }
  forgetOldest(memory)
  return found
}

function forgetOldest(memory: Map<string, Kept>): void {
  let lines = 0
  for (const [id, kept] of [...memory].reverse()) {
    lines += Math.max(1, kept.lines.length)
    if (lines > KEPT_LINES) memory.delete(id)
  }
}

/** Plain data without cycles, all the way down. */
function frozen<Content extends object>(content: Content): Content {
  for (const value of Object.values(content)) if (typeof value === 'object' && value !== null) frozen(value)
  return Object.freeze(content)
}
