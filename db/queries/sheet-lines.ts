import { and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { alias, QueryBuilder } from 'drizzle-orm/sqlite-core'
import { type Change, type FigureKind, planKinds } from '#domain/figure.ts'
import { planSteps } from '#domain/plan-steps.ts'
import type { Qualifier } from '#domain/quantity-words.ts'
import type { DocumentView, FigureView, SheetLine } from '#domain/sheet.ts'
import type { Reader } from '../engine.ts'
import { documents } from '../schema/documents.ts'
import { figures, revisions } from '../schema/figures.ts'
import { indicators } from '../schema/indicators.ts'
import { journal } from '../schema/journal.ts'
import { users } from '../schema/people.ts'
import { lines } from '../schema/sheets.ts'
import {
  aboutLines,
  documentColumns,
  figureColumns,
  indicatorColumns,
  lineColumns,
  quantityColumns,
  quantityOf,
  writtenColumns,
} from './columns.ts'

const parents = alias(indicators, 'parent')

/** The lines that are on the sheet still: an ended one is nothing to compare with. */
export const liveLines = (lines: readonly SheetLine[] = []): SheetLine[] =>
  lines.filter(({ endedAt }) => endedAt === null)

const selectLines = (reader: Reader, wanted: SQL | undefined) =>
  reader
    .select({
      ...lineColumns,
      endedAt: lines.endedAt,
      indicator: indicatorColumns,
      parentCode: parents.code,
    })
    .from(lines)
    .innerJoin(indicators, eq(indicators.id, lines.indicatorId))
    .leftJoin(parents, eq(parents.id, indicators.parentId))
    .where(wanted)
    .orderBy(asc(lines.sheetId), asc(lines.position))
    .prepare()

/** Where a plan comes from, and who wrote its revisions: beside those of the figure, so by names of their own. */
const written = alias(journal, 'written')
const writers = alias(users, 'writer')
const cited = alias(documents, 'cited')

/** The revisions of a plan that has several, as JSON, oldest first: only these may be adjustments, and few there are. */
const planRevisions = sql<
  string | null
>`case when ${figures.version} > 1 and ${inArray(figures.kind, planKinds)} then (${new QueryBuilder()
  .select({
    all: sql`json_group_array(json_array(${sql.join(
      [
        ...[revisions.change, written.at, writers.name],
        ...[revisions.value, revisions.high, revisions.denominator, revisions.qualifier, revisions.text],
        ...[cited.code, cited.title, cited.publisher, cited.number, cited.url, cited.dated],
      ],
      sql`, `,
    )}) order by ${revisions.version})`,
  })
  .from(revisions)
  .innerJoin(written, eq(written.id, revisions.journalId))
  .innerJoin(writers, eq(writers.id, written.actorId))
  .leftJoin(cited, eq(cited.id, revisions.documentId))
  .where(
    and(
      eq(revisions.lineId, figures.lineId),
      eq(revisions.kind, figures.kind),
      // An import that was undone, and its undo, never were a decision.
      sql`${revisions.journalId} not in (
        select "committed_id" from "imports" where "state" = 'undone'
        union all select "undone_id" from "imports" where "state" = 'undone')`,
    ),
  )}) end`

const selectFigures = (reader: Reader, wanted: SQL | undefined) =>
  reader
    .select({
      ...figureColumns,
      ...writtenColumns,
      quantity: quantityColumns,
      document: documentColumns,
      planRevisions: planRevisions.as('plan_revisions'),
    })
    .from(figures)
    .innerJoin(lines, eq(lines.id, figures.lineId))
    .innerJoin(journal, eq(journal.id, figures.journalId))
    .innerJoin(users, eq(users.id, journal.actorId))
    .leftJoin(documents, eq(documents.id, figures.documentId))
    .where(wanted)
    .prepare()

/** A figure as it comes; there are thousands, and to name each column of each costs more than to read them. */
type FigureRow = [
  ...[lineId: string, kind: FigureKind, version: number, note: string | null, at: string, by: string],
  ...[value: number | null, high: number | null, denominator: number | null],
  ...[qualifier: Qualifier | null, text: string | null],
  ...CitedRow,
  ...[planRevisions: string | null],
]
type RevisionRow = [
  ...[change: Change, at: string, by: string],
  ...[value: number | null, high: number | null, denominator: number | null],
  ...[qualifier: Qualifier | null, text: string | null],
  ...CitedRow,
]
type CitedRow = [
  ...[code: string | null, title: string, publisher: string | null],
  ...[number: string | null, url: string | null, dated: string | null],
]

const documentOf = ([code, title, publisher, number, url, dated]: CitedRow): DocumentView | null =>
  code === null ? null : { code, title, publisher, number, url, dated }

/** The steps of a plan that was adjusted, from its revisions as JSON; of any other none. */
function stepsOf(json: string | null): Pick<FigureView, 'steps'> {
  if (json === null) return {}
  // JSON knows no types: the columns as planRevisions has them.
  const steps = planSteps(
    (JSON.parse(json) as RevisionRow[]).map(
      ([change, at, by, value, high, denominator, qualifier, text, ...document]) => ({
        change,
        at,
        by,
        quantity: quantityOf({ value, high, denominator, qualifier, text }),
        document: documentOf(document),
      }),
    ),
  )
  return steps.length > 1 ? { steps } : {}
}

const ask = aboutLines((reader, where) => ({
  lines: selectLines(reader, where),
  figures: selectFigures(reader, where),
}))

/**
 * The lines of sheets with all their figures, in the order of the sheet, or only those of some indicators (by code, in
 * whatever version); two statements, however many sheets.
 */
export async function readSheetLines(
  reader: Reader,
  sheetIds: readonly string[],
  codes?: readonly string[],
): Promise<Map<string, SheetLine[]>> {
  const { queries, wanted } = ask(reader, sheetIds, codes)
  const lineRows = await queries.lines.all(wanted)
  // values() knows no types: the columns as selectFigures has them.
  const figureRows = (await queries.figures.values(wanted)) as FigureRow[]

  const sheets = new Map<string, SheetLine[]>(sheetIds.map((id) => [id, []]))
  const byId = new Map<string, SheetLine>()
  for (const { sheetId, indicator, parentCode, ...row } of lineRows) {
    const line: SheetLine = { ...row, indicator: { ...indicator, parentCode }, figures: {} }
    byId.set(line.id, line)
    sheets.get(sheetId)?.push(line)
  }
  for (const [lineId, kind, version, note, at, by, value, high, denominator, qualifier, text, ...rest] of figureRows) {
    const [code, title, publisher, number, url, dated, revised] = rest
    const document = documentOf([code, title, publisher, number, url, dated])
    const quantity = quantityOf({ value, high, denominator, qualifier, text })
    const line = byId.get(lineId)
    if (line) line.figures[kind] = { quantity, version, note, document, at, by, ...stepsOf(revised) }
  }
  return sheets
}
