import { and, desc, eq, inArray } from 'drizzle-orm'
import type { Reader } from '../engine.ts'
import { journal } from '../schema/journal.ts'
import { users } from '../schema/people.ts'
import { writtenColumns } from './columns.ts'

/** Why a sheet came back, by whom, and when (UTC). */
export type Return = { comment: string; by: string; at: string }

const moves = ['submit_sheet', 'return_sheet', 'approve_sheet', 'lock_sheet', 'reopen_sheet']

/** The comment with which a sheet was returned, where that was the last step taken with it; null otherwise. */
export async function findLastReturn(reader: Reader, sheetId: string): Promise<Return | null> {
  const [row] = await reader
    .select({ action: journal.action, comment: journal.reason, ...writtenColumns })
    .from(journal)
    .innerJoin(users, eq(users.id, journal.actorId))
    .where(and(eq(journal.sheetId, sheetId), inArray(journal.action, moves)))
    .orderBy(desc(journal.seq))
    .limit(1)
  return row?.action === 'return_sheet' && row.comment !== null
    ? { comment: row.comment, by: row.by, at: row.at }
    : null
}
