import { type AnySQLiteColumn, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { BreakdownRule, Direction, IndicatorGroup, ValueType } from '#domain/indicator.ts'

/** The catalogue of indicators, a row for each version of a definition (domain rule 13). */
export const indicators = sqliteTable(
  'indicators',
  {
    id: text('id').primaryKey(),
    code: text('code').notNull(),
    version: integer('version').notNull(),
    /** As published, NFC. */
    nameVi: text('name_vi').notNull(),
    nameEn: text('name_en').notNull(),
    /** For heads of tables and cards, where a whole name has no room; null: the whole name is short enough. */
    shortVi: text('short_vi'),
    shortEn: text('short_en'),
    group: text('group').$type<IndicatorGroup>().notNull(),
    valueType: text('value_type').$type<ValueType>().notNull(),
    direction: text('direction').$type<Direction>().notNull(),
    /** In Vietnamese, as published; empty for a heading and for pure words. */
    unitOfMeasure: text('unit_of_measure').notNull(),
    /** Usual decimals, for display only: a value with more keeps them. */
    decimals: integer('decimals').notNull(),
    parentId: text('parent_id').references((): AnySQLiteColumn => indicators.id),
    /** What this indicator's children do together; `none` where it has none. */
    breakdownRule: text('breakdown_rule').$type<BreakdownRule>().notNull(),
    /** A heading (of a structure or a flow) has no figures of its own. */
    heading: integer('heading', { mode: 'boolean' }).notNull(),
    /** What a reader should doubt about the definition, e.g. a unit of measure that is probably misprinted. */
    caution: text('caution'),
    validFromYear: integer('valid_from_year').notNull(),
    validToYear: integer('valid_to_year'),
  },
  (table) => [uniqueIndex('indicators_code_version').on(table.code, table.version)],
)
