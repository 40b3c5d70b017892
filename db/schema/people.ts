import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Role } from '#domain/permissions.ts'
import { units } from './units.ts'

export const users = sqliteTable('users', {
  id: text('id').primaryKey(),
  /** Lower case, unique; what is typed at sign-in. */
  username: text('username').notNull().unique(),
  name: text('name').notNull(),
  /** argon2id in PHC form; null for system actors, who cannot sign in. */
  passwordHash: text('password_hash'),
  /** Changes with the password: a session that carries another stamp is over, as is one of an account that ended. */
  stamp: text('stamp').notNull(),
  /** A loader or the operator's command line, not a person. */
  system: integer('system', { mode: 'boolean' }).notNull(),
  createdAt: text('created_at').notNull(),
  /** UTC; null while the account is in use. Accounts are ended, never deleted. */
  endedAt: text('ended_at'),
})

/** A role of a person over a unit and everything below it; an administrator's grant names no unit. */
export const grants = sqliteTable(
  'grants',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    role: text('role').$type<Role>().notNull(),
    unitId: text('unit_id').references(() => units.id),
    grantedAt: text('granted_at').notNull(),
    endedAt: text('ended_at'),
  },
  (table) => [index('grants_user').on(table.userId), index('grants_unit').on(table.unitId)],
)
