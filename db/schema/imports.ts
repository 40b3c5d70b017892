import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { ImportState } from '#domain/import.ts'
import type { ImportChoices } from '#domain/import-reading.ts'
import { journal } from './journal.ts'
import { users } from './people.ts'
import { lines, sheets } from './sheets.ts'

/** A file that somebody handed in to be imported. The file itself is beside the database (db/files.ts). */
export const imports = sqliteTable(
  'imports',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    fileName: text('file_name').notNull(),
    sha256: text('sha256').notNull(),
    /** Bytes. */
    size: integer('size').notNull(),
    /** When it was handed in: UTC, ISO 8601. */
    at: text('at').notNull(),
    choices: text('choices', { mode: 'json' }).$type<ImportChoices>().notNull(),
    state: text('state').$type<ImportState>().notNull(),
    /** The rows under which it was written, and taken back. */
    committedId: text('committed_id').references(() => journal.id),
    undoneId: text('undone_id').references(() => journal.id),
  },
  (table) => [index('imports_user').on(table.userId, table.at)],
)

/** Append-only: the sheets that a committed import wrote on. */
export const importSheets = sqliteTable(
  'import_sheets',
  {
    importId: text('import_id')
      .notNull()
      .references(() => imports.id),
    sheetId: text('sheet_id')
      .notNull()
      .references(() => sheets.id),
    /** Whether the import opened it. */
    opened: integer('opened', { mode: 'boolean' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.importId, table.sheetId] }), index('import_sheets_sheet').on(table.sheetId)],
)

/** Append-only: the lines that a committed import added, so that they can be ended again. */
export const importLines = sqliteTable(
  'import_lines',
  {
    importId: text('import_id')
      .notNull()
      .references(() => imports.id),
    lineId: text('line_id')
      .notNull()
      .references(() => lines.id),
    /** When the line, which came back, had been ended; null: it is new. */
    endedAt: text('ended_at'),
  },
  (table) => [primaryKey({ columns: [table.importId, table.lineId] })],
)

/** How somebody last read files with these labels: a help for the next one, no part of the ledger's promises. */
export const importMappings = sqliteTable(
  'import_mappings',
  {
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    /** SHA-256 of the labels of the columns, folded. */
    labels: text('labels').notNull(),
    choices: text('choices', { mode: 'json' }).$type<ImportChoices>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.labels] })],
)
