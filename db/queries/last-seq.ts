import { max } from 'drizzle-orm'
import type { Reader } from '../engine.ts'
import { journal } from '../schema/journal.ts'

/** The newest row of the journal: what was read after it is guarded by it (guardNothingSince); 0 where there is none. */
export async function lastSeq(reader: Reader): Promise<number> {
  const [row] = await reader.select({ seq: max(journal.seq) }).from(journal)
  return row?.seq ?? 0
}
