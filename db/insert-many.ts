import { getTableColumns, getTableName, type InferInsertModel } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Statement } from './engine.ts'

/** Rows of one statement; SQLite takes 32.766 values, and no table has so many columns. */
const ROWS = 500

/**
 * Statements that insert many rows, each row with the fields of the first: few texts however many rows, so that they
 * are compiled once, and every value bound as it is.
 */
export function insertMany<Table extends SQLiteTable>(
  table: Table,
  rows: readonly InferInsertModel<Table>[],
): Statement[] {
  const given = rows[0] ?? {}
  const columns = Object.entries(getTableColumns(table)).filter(([field]) => field in given)
  const names = columns.map(([, { name }]) => `"${name}"`).join(', ')
  const row = `(${columns.map(() => '?').join(', ')})`
  const statements: Statement[] = []
  for (let from = 0; from < rows.length; from += ROWS) {
    const some = rows.slice(from, from + ROWS)
    statements.push({
      sql: `insert into "${getTableName(table)}" (${names}) values ${some.map(() => row).join(', ')}`,
      params: some.flatMap((values) => {
        const fields: Record<string, unknown> = values
        return columns.map(([field, column]) => (fields[field] == null ? null : column.mapToDriverValue(fields[field])))
      }),
    })
  }
  return statements
}
