import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { StatedTier } from '#domain/figure.ts'
import type { SheetState } from '#domain/sheet-state.ts'
import type { StatementSubject } from '#domain/statement.ts'
import { documents } from './documents.ts'
import { indicators } from './indicators.ts'
import { units } from './units.ts'

/** One unit in one year. */
export const sheets = sqliteTable(
  'sheets',
  {
    id: text('id').primaryKey(),
    unitId: text('unit_id')
      .notNull()
      .references(() => units.id),
    year: integer('year').notNull(),
    state: text('state').$type<SheetState>().notNull(),
    /** ISO date by which it is to be submitted, where one is set. */
    dueDate: text('due_date'),
  },
  (table) => [uniqueIndex('sheets_unit_year').on(table.unitId, table.year), index('sheets_year').on(table.year)],
)

/** One indicator on one sheet. Ended, never deleted. */
export const lines = sqliteTable(
  'lines',
  {
    id: text('id').primaryKey(),
    sheetId: text('sheet_id')
      .notNull()
      .references(() => sheets.id),
    indicatorId: text('indicator_id')
      .notNull()
      .references(() => indicators.id),
    /** Order on the sheet. */
    position: integer('position').notNull(),
    /** Hierarchical number as printed: "5", "5.1". */
    number: text('number').notNull(),
    /** In the set the superior assigns; in the set the unit's council adopts; in neither: monitored only. */
    inAssignedSet: integer('in_assigned_set', { mode: 'boolean' }).notNull(),
    inAdoptedSet: integer('in_adopted_set', { mode: 'boolean' }).notNull(),
    /** The office that answers for the line, as text. */
    office: text('office'),
    endedAt: text('ended_at'),
  },
  (table) => [
    uniqueIndex('lines_sheet_indicator').on(table.sheetId, table.indicatorId),
    index('lines_indicator').on(table.indicatorId),
  ],
)

/** What a source says about a whole sheet ("24/24, 6 vượt"). Stated beside computed, never mixed (domain rule 1). */
export const statements = sqliteTable(
  'statements',
  {
    id: text('id').primaryKey(),
    sheetId: text('sheet_id')
      .notNull()
      .references(() => sheets.id),
    subject: text('subject').$type<StatementSubject>().notNull(),
    tier: text('tier').$type<StatedTier>().notNull(),
    /** The set of indicators it speaks of, in the source's words; null: the sheet's own. */
    setName: text('set_name'),
    count: integer('count').notNull(),
    /** "of" how many, where the source says. */
    total: integer('total'),
    /** The source's hedge ("cơ bản", "dự kiến"); null where it has none. */
    qualifier: text('qualifier'),
    /** What the source adds, e.g. the names of the six exceeded indicators. */
    note: text('note'),
    documentId: text('document_id')
      .notNull()
      .references(() => documents.id),
  },
  (table) => [index('statements_sheet').on(table.sheetId), index('statements_document').on(table.documentId)],
)
