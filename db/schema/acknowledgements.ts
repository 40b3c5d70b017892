import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { journal } from './journal.ts'
import { lines, sheets } from './sheets.ts'

/**
 * Append-only: a finding of the checks was looked at, and why it may stand. It holds for the figures of its
 * fingerprint; with any other the finding is back. Who and when is in the journal row.
 */
export const acknowledgements = sqliteTable(
  'acknowledgements',
  {
    journalId: text('journal_id')
      .primaryKey()
      .references(() => journal.id),
    sheetId: text('sheet_id')
      .notNull()
      .references(() => sheets.id),
    /** Null: it is about the sheet as a whole. */
    lineId: text('line_id').references(() => lines.id),
    /** `findingKey` and `fingerprint` of domain/finding.ts. */
    finding: text('finding').notNull(),
    fingerprint: text('fingerprint').notNull(),
    note: text('note').notNull(),
  },
  (table) => [index('acknowledgements_sheet').on(table.sheetId)],
)
