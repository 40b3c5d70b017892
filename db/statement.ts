import { SQL } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { SQLiteSyncDialect } from 'drizzle-orm/sqlite-core'
import type { Statement } from './engine.ts'

const unconnected = drizzle.mock()

/** Builds inserts, updates and deletes without a connection: they become statements, and only `write` commits statements. */
export const build = {
  insert: unconnected.insert.bind(unconnected),
  update: unconnected.update.bind(unconnected),
  delete: unconnected.delete.bind(unconnected),
}

const dialect = new SQLiteSyncDialect()

/** A drizzle builder or `sql` object as a statement; it is not executed. */
export function statement(query: SQL | { toSQL(): { sql: string; params: unknown[] } }): Statement {
  const { sql, params } = query instanceof SQL ? dialect.sqlToQuery(query) : query.toSQL()
  return { sql, params }
}
