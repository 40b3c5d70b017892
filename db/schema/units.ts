import {
  type AnySQLiteColumn,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'
import type { Succession, UnitKind } from '#domain/unit.ts'

/** Administrative units. An official code is re-used by other units, so code and start date together are the key. */
export const units = sqliteTable(
  'units',
  {
    id: text('id').primaryKey(),
    /** The unit's name in URLs; unique for ever. */
    slug: text('slug').notNull().unique(),
    /** Official code: text with leading zeros ("021"). */
    code: text('code').notNull(),
    /** ISO date from which the unit is kept in this ledger under this code; not its foundation. */
    validFrom: text('valid_from').notNull(),
    /** Last ISO date of validity; null while the unit exists. */
    validTo: text('valid_to'),
    /** Without its kind: "Bắc Từ Liêm". NFC. */
    name: text('name').notNull(),
    kind: text('kind').$type<UnitKind>().notNull(),
    parentId: text('parent_id').references((): AnySQLiteColumn => units.id),
    /** Its superior does not work here, so its own editors record the assigned plan (DOMAIN, permissions). */
    recordsOwnAssignedPlan: integer('records_own_assigned_plan', { mode: 'boolean' }).notNull(),
  },
  (table) => [
    uniqueIndex('units_code_valid_from').on(table.code, table.validFrom),
    index('units_parent').on(table.parentId),
  ],
)

/** Which unit feeds which at a reorganisation: many-to-many, whole or part (domain rule 12). */
export const unitSuccessions = sqliteTable(
  'unit_successions',
  {
    predecessorId: text('predecessor_id')
      .notNull()
      .references(() => units.id),
    successorId: text('successor_id')
      .notNull()
      .references(() => units.id),
    part: text('part').$type<Succession['part']>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.predecessorId, table.successorId] }),
    index('unit_successions_successor').on(table.successorId),
  ],
)
