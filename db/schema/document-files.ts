import { sql } from 'drizzle-orm'
import { check, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { FileType } from '#domain/file-type.ts'
import { documents } from './documents.ts'
import { journal } from './journal.ts'

/**
 * Append-only: the files that documents have and had, the last version being the one that is shown. The bytes are in
 * the store (db/files.ts) under their SHA-256. Who and when is in the journal row.
 */
export const documentFiles = sqliteTable(
  'document_files',
  {
    documentId: text('document_id')
      .notNull()
      .references(() => documents.id),
    /** 1, 2, 3 … per document: of two who attach at once, one does. */
    version: integer('version').notNull(),
    journalId: text('journal_id')
      .notNull()
      .references(() => journal.id),
    /** Under which it is saved where it is downloaded; its ending is that of its content. */
    name: text('name').notNull(),
    type: text('type').$type<FileType>().notNull(),
    sha256: text('sha256').notNull(),
    /** Bytes. */
    size: integer('size').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.documentId, table.version] }),
    check('document_files_content', sql`length("sha256") = 64 and "size" > 0`),
  ],
)
