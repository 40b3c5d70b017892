import { eq, type SQLWrapper, sql } from 'drizzle-orm'
import type { AcknowledgementView, StatementView } from '#domain/sheet.ts'
import type { Reader } from '../engine.ts'
import { prepared } from '../prepared.ts'
import { acknowledgements } from '../schema/acknowledgements.ts'
import { documents } from '../schema/documents.ts'
import { journal } from '../schema/journal.ts'
import { users } from '../schema/people.ts'
import { statements } from '../schema/sheets.ts'
import { amongNamed, documentColumns, writtenColumns } from './columns.ts'

/** What was written about sheets beside their figures, each list in the order in which it was recorded. */
export type Remarks = { statements: StatementView[]; acknowledgements: AcknowledgementView[] }

/** A row as one text, so that rows of several shapes can come by one statement. */
const json = (columns: Record<string, SQLWrapper>) =>
  sql<string>`json_object(${sql.join(
    Object.entries(columns).flatMap(([name, column]) => [sql`${name}`, column]),
    sql`, `,
  )})`

const statementBody = json({
  subject: statements.subject,
  tier: statements.tier,
  setName: statements.setName,
  count: statements.count,
  total: statements.total,
  qualifier: statements.qualifier,
  note: statements.note,
  document: json(documentColumns),
} satisfies Record<keyof StatementView, SQLWrapper>)

const acknowledgementBody = json({
  lineId: acknowledgements.lineId,
  finding: acknowledgements.finding,
  fingerprint: acknowledgements.fingerprint,
  note: acknowledgements.note,
  ...writtenColumns,
} satisfies Record<keyof AcknowledgementView, SQLWrapper>)

const listOf = (list: keyof Remarks) => sql<keyof Remarks>`${list}`.as('list')
const placeIn = (table: SQLWrapper) => sql<number>`${table}."rowid"`.as('place')

const selectRemarks = prepared((reader) =>
  reader
    .select({
      list: listOf('statements'),
      sheetId: statements.sheetId,
      place: placeIn(statements),
      body: statementBody.as('body'),
    })
    .from(statements)
    .innerJoin(documents, eq(documents.id, statements.documentId))
    .where(amongNamed(statements.sheetId, 'sheets'))
    .unionAll(
      reader
        .select({
          list: listOf('acknowledgements'),
          sheetId: acknowledgements.sheetId,
          place: placeIn(acknowledgements),
          body: acknowledgementBody.as('body'),
        })
        .from(acknowledgements)
        .innerJoin(journal, eq(journal.id, acknowledgements.journalId))
        .innerJoin(users, eq(users.id, journal.actorId))
        .where(amongNamed(acknowledgements.sheetId, 'sheets')),
    )
    .orderBy(sql`"place"`)
    .prepare(),
)

/** The remarks of sheets, by the id of the sheet: one statement, however many. */
export async function readRemarks(reader: Reader, sheetIds: readonly string[]): Promise<Map<string, Remarks>> {
  const rows = await selectRemarks(reader).all({ sheets: JSON.stringify(sheetIds) })
  const sheets = new Map<string, Remarks>(sheetIds.map((id) => [id, { statements: [], acknowledgements: [] }]))
  // Of the shape that the body of its list has, above.
  for (const { list, sheetId, body } of rows) sheets.get(sheetId)?.[list].push(JSON.parse(body))
  return sheets
}
