import { sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** The decision, resolution, report or article a figure comes from. */
export const documents = sqliteTable('documents', {
  id: text('id').primaryKey(),
  /** Short stable name, e.g. `btl-plan-2023`. */
  code: text('code').notNull().unique(),
  title: text('title').notNull(),
  publisher: text('publisher'),
  /** Number of a decision or resolution, e.g. "37/NQ-HĐND". */
  number: text('number'),
  url: text('url'),
  /** ISO date of the document, not of the period it speaks of. */
  dated: text('dated'),
})
