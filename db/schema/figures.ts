import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Change, FigureKind } from '#domain/figure.ts'
import type { Qualifier } from '#domain/quantity-words.ts'
import { documents } from './documents.ts'
import { journal } from './journal.ts'
import { lines } from './sheets.ts'

/**
 * A quantity in columns (domain/quantity.ts): all null is an empty cell. At most 15 significant digits, so that a
 * double gives back what was typed.
 */
const quantityColumns = () => ({
  value: real('value'),
  /** Upper end of a range. */
  high: real('high'),
  /** 82/82. */
  denominator: real('denominator'),
  /** Null for an empty cell, `exact` for words. */
  qualifier: text('qualifier').$type<Qualifier>(),
  text: text('text'),
})

const quantityShape = sql`("value" is not null or ("high" is null and "denominator" is null))
  and (("qualifier" is null) = ("value" is null and "text" is null))
  and ("qualifier" is null or "qualifier" in ('exact', 'above', 'below', 'at_least', 'at_most', 'about'))
  and ("high" is null or "high" >= "value")`

/** Append-only: every change of every figure. What stood before is the row of the version before. */
export const revisions = sqliteTable(
  'revisions',
  {
    lineId: text('line_id')
      .notNull()
      .references(() => lines.id),
    kind: text('kind').$type<FigureKind>().notNull(),
    /** 1, 2, 3 … per line and kind, without gaps: the optimistic lock. */
    version: integer('version').notNull(),
    journalId: text('journal_id')
      .notNull()
      .references(() => journal.id),
    change: text('change').$type<Change>().notNull(),
    ...quantityColumns(),
    /** The text as it was typed. */
    entered: text('entered').notNull(),
    note: text('note'),
    documentId: text('document_id').references(() => documents.id),
  },
  (table) => [
    primaryKey({ columns: [table.lineId, table.kind, table.version] }),
    index('revisions_journal').on(table.journalId),
    // What a document is the source of; most revisions that cite none cost nothing here.
    index('revisions_document')
      .on(table.documentId, table.lineId, table.kind, table.version)
      .where(sql`"document_id" is not null`),
    check('revisions_quantity', quantityShape),
    check('revisions_change', sql`"change" in ('entry', 'correction', 'adjustment')`),
  ],
)

/** The current figure of each line and kind: written by the trigger on `revisions` alone. */
export const figures = sqliteTable(
  'figures',
  {
    lineId: text('line_id')
      .notNull()
      .references(() => lines.id),
    kind: text('kind').$type<FigureKind>().notNull(),
    version: integer('version').notNull(),
    journalId: text('journal_id')
      .notNull()
      .references(() => journal.id),
    ...quantityColumns(),
    note: text('note'),
    documentId: text('document_id').references(() => documents.id),
  },
  (table) => [primaryKey({ columns: [table.lineId, table.kind] })],
)
