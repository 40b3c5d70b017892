import { asc, eq, sql } from 'drizzle-orm'
import type { StatementView } from '#domain/sheet.ts'
import type { Reader } from '../engine.ts'
import { prepared } from '../prepared.ts'
import { documents } from '../schema/documents.ts'
import { statements } from '../schema/sheets.ts'
import { amongNamed, documentColumns } from './columns.ts'

const selectStatements = prepared((reader) =>
  reader
    .select({
      sheetId: statements.sheetId,
      subject: statements.subject,
      tier: statements.tier,
      setName: statements.setName,
      count: statements.count,
      total: statements.total,
      qualifier: statements.qualifier,
      note: statements.note,
      document: documentColumns,
    })
    .from(statements)
    .innerJoin(documents, eq(documents.id, statements.documentId))
    .where(amongNamed(statements.sheetId, 'sheets'))
    .orderBy(asc(sql`${statements}."rowid"`))
    .prepare(),
)

/** What documents say about sheets as a whole, by the id of the sheet, in the order in which it was recorded. */
export async function readStatements(
  reader: Reader,
  sheetIds: readonly string[],
): Promise<Map<string, StatementView[]>> {
  const rows = await selectStatements(reader).all({ sheets: JSON.stringify(sheetIds) })
  const sheets = new Map<string, StatementView[]>(sheetIds.map((id) => [id, []]))
  for (const { sheetId, ...statement } of rows) sheets.get(sheetId)?.push(statement)
  return sheets
}
