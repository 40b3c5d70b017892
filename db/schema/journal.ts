import { sql } from 'drizzle-orm'
import { check, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { users } from './people.ts'

/**
 * Every write, of any sort, is exactly one row. Append-only: triggers refuse update, delete and replacement.
 * `id` is made by the application, so that a plan can refer to it; `seq` is the order in which rows landed.
 */
export const journal = sqliteTable(
  'journal',
  {
    seq: integer('seq').primaryKey({ autoIncrement: true }),
    id: text('id').notNull().unique(),
    /** UTC, ISO 8601 with milliseconds. */
    at: text('at').notNull(),
    actorId: text('actor_id')
      .notNull()
      .references(() => users.id),
    /** The command's name, e.g. `set_figures`. */
    action: text('action').notNull(),
    unitId: text('unit_id'),
    sheetId: text('sheet_id'),
    reason: text('reason'),
    documentId: text('document_id'),
    /** Idempotency: the same key again answers `result`; with another `body_hash` it is refused. */
    key: text('key').notNull(),
    bodyHash: text('body_hash').notNull(),
    /** JSON: what the command answered. */
    result: text('result').notNull(),
    /** JSON: what a reader of the journal needs besides, never a secret. */
    detail: text('detail').notNull(),
  },
  (table) => [
    uniqueIndex('journal_actor_key').on(table.actorId, table.key),
    uniqueIndex('journal_sheet_seq').on(table.sheetId, table.seq),
  ],
)

/** Holds nothing: a row that is not ok fails its check, and with it the batch (ARCHITECTURE, "A write"). */
export const guards = sqliteTable('_guard', { ok: integer('ok').notNull() }, () => [
  check('guard_holds', sql`"ok" = 1`),
])
