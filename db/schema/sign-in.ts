import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { users } from './people.ts'

/** Beside the ledger: who is signed in, and who tries to. Nothing here is journalled, and rows are deleted. */

/** A session of one browser. Signed out, its row is gone; ended by itself, it is kept a while to say why. */
export const sessions = sqliteTable(
  'sessions',
  {
    /** SHA-256 of the id in the cookie, base64url: who reads this table can be nobody. */
    idHash: text('id_hash').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    /** The account's stamp at the sign-in: under another one the session is over. */
    stamp: text('stamp').notNull(),
    /** UTC, ISO 8601 with milliseconds, as all times. */
    signedInAt: text('signed_in_at').notNull(),
    /** The last request, to the minute. */
    seenAt: text('seen_at').notNull(),
  },
  (table) => [index('sessions_user').on(table.userId)],
)

/** How often something was tried lately (db/sign-in-limits.ts). A row that has expired counts for nothing. */
export const signInAttempts = sqliteTable(
  'sign_in_attempts',
  {
    /** SHA-256 of what is counted, base64url: a password typed into the field of the name is not kept. */
    key: text('key').primaryKey(),
    count: integer('count').notNull(),
    expiresAt: text('expires_at').notNull(),
  },
  (table) => [index('sign_in_attempts_expires').on(table.expiresAt)],
)
