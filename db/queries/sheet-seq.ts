import { eq, max, type SQL, sql } from 'drizzle-orm'
import { QueryBuilder, type SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { importSheets, imports } from '../schema/imports.ts'
import { journal } from '../schema/journal.ts'

/** Seq of the newest row under which an import wrote on a sheet or was undone; 0: none. Over several sheets it names none. */
export const newestImportOf = (sheetId: SQLiteColumn): SQL<number> =>
  sql<number>`coalesce((${new QueryBuilder()
    .select({ seq: max(journal.seq) })
    .from(importSheets)
    .innerJoin(imports, eq(imports.id, importSheets.importId))
    .innerJoin(journal, sql`${journal.id} in (${imports.committedId}, ${imports.undoneId})`)
    .where(eq(importSheets.sheetId, sheetId))}), 0)`

/** Seq of the newest row of the journal that names a sheet, or wrote on it; 0: none. */
export const newestOf = (sheetId: SQLiteColumn): SQL<number> =>
  sql<number>`max(coalesce((${new QueryBuilder()
    .select({ seq: max(journal.seq) })
    .from(journal)
    .where(eq(journal.sheetId, sheetId))}), 0), ${newestImportOf(sheetId)})`
