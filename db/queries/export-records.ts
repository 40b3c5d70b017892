import { and, asc, eq, gt, gte, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Change, FigureKind } from '#domain/figure.ts'
import type { Quantity } from '#domain/quantity.ts'
import type { Reader } from '../engine.ts'
import { documents } from '../schema/documents.ts'
import { revisions } from '../schema/figures.ts'
import { importSheets, imports } from '../schema/imports.ts'
import { indicators } from '../schema/indicators.ts'
import { journal } from '../schema/journal.ts'
import { users } from '../schema/people.ts'
import { lines, sheets } from '../schema/sheets.ts'
import { units } from '../schema/units.ts'
import { journalColumns, quantityOf } from './columns.ts'
import { when } from './export-filter.ts'

/** Which records: those of a unit (by slug) and a year, or all. Who may ask for them is the command's to say. */
export type RecordFilter = { unit?: string | undefined; year?: number | undefined }

const ROWS_A_PAGE = 2000

/** The row of the journal that a record belongs to: `journalColumns`. */
type Writing = { seq: number; at: string; action: string; username: string; name: string }

export type JournalRecord = Writing & {
  unit: string | null
  year: number | null
  reason: string | null
  document: string | null
  /** JSON. */
  detail: string
}

/** Rows of the journal in their order, a page at a time by key. */
export async function* exportJournal(reader: Reader, filter: RecordFilter): AsyncGenerator<JournalRecord[], void> {
  let after = 0
  for (;;) {
    const page: JournalRecord[] = await reader
      .select({
        ...journalColumns,
        unit: units.slug,
        year: sheets.year,
        reason: journal.reason,
        document: documents.code,
        detail: journal.detail,
      })
      .from(journal)
      .innerJoin(users, eq(users.id, journal.actorId))
      .leftJoin(units, eq(units.id, journal.unitId))
      .leftJoin(sheets, eq(sheets.id, journal.sheetId))
      .leftJoin(documents, eq(documents.id, journal.documentId))
      .where(and(gt(journal.seq, after), or(ofFilter(filter), ofImports(filter))))
      .orderBy(asc(journal.seq))
      .limit(ROWS_A_PAGE)
    yield page
    const last = page.at(-1)
    if (!last || page.length < ROWS_A_PAGE) return
    after = last.seq
  }
}

const ofFilter = ({ unit, year }: RecordFilter): SQL | undefined =>
  and(
    when(unit, (slug) => eq(units.slug, slug)),
    when(year, (one) => eq(sheets.year, one)),
  )

const ofImports = (filter: RecordFilter): SQL | undefined => {
  const sheetsAsked = ofFilter(filter)
  return sheetsAsked && writtenByImport(sheetsAsked)
}

/**
 * Rows of the journal of imports that wrote on such sheets; `condition` is on `units` and `sheets`. An import over
 * several sheets names none: its rows are those of every sheet that it wrote on.
 */
export const writtenByImport = (condition: SQL): SQL =>
  sql`${journal.id} in (
    select "row"."value" from ${importSheets}
      inner join ${imports} on ${imports.id} = ${importSheets.importId}
      inner join ${sheets} on ${sheets.id} = ${importSheets.sheetId}
      inner join ${units} on ${units.id} = ${sheets.unitId}
      inner join json_each(json_array(${imports.committedId}, ${imports.undoneId})) as "row"
    where ${condition})`

const former = alias(revisions, 'former')
const quantityIn = ({ value, high, denominator, qualifier, text }: typeof revisions | typeof former) => ({
  value,
  high,
  denominator,
  qualifier,
  text,
})
/** Rows of an append-only table: each is behind those before it. */
const row = sql<number>`"revisions"."rowid"`

export type RevisionRecord = Writing & {
  unit: string
  year: number
  number: string
  indicator: string
  indicatorVersion: number
  kind: FigureKind
  version: number
  change: Change
  /** Null: empty, or not there yet. */
  before: Quantity | null
  after: Quantity | null
  /** As it was typed. */
  entered: string
  reason: string | null
  note: string | null
  document: string | null
}

/** Every revision of every figure, of ended lines too, in the order in which they were written. */
export async function* exportRevisions(reader: Reader, filter: RecordFilter): AsyncGenerator<RevisionRecord[], void> {
  let place = { seq: 0, row: 0 }
  for (;;) {
    const page = await readRevisions(reader, filter, place)
    yield page.map(({ row: _, before, after, ...rest }) => ({
      ...rest,
      before: before && quantityOf(before),
      after: quantityOf(after),
    }))
    const last = page.at(-1)
    if (!last || page.length < ROWS_A_PAGE) return
    place = last
  }
}

const readRevisions = (reader: Reader, filter: RecordFilter, after: { seq: number; row: number }) =>
  reader
    .select({
      ...journalColumns,
      row,
      unit: units.slug,
      year: sheets.year,
      number: lines.number,
      indicator: indicators.code,
      indicatorVersion: indicators.version,
      kind: revisions.kind,
      version: revisions.version,
      change: revisions.change,
      // First what is never null: where its first column is, Drizzle takes the whole of it for not there.
      before: { version: former.version, ...quantityIn(former) },
      after: quantityIn(revisions),
      entered: revisions.entered,
      reason: journal.reason,
      note: revisions.note,
      document: documents.code,
    })
    .from(journal)
    .innerJoin(revisions, eq(revisions.journalId, journal.id))
    .innerJoin(lines, eq(lines.id, revisions.lineId))
    .innerJoin(sheets, eq(sheets.id, lines.sheetId))
    .innerJoin(units, eq(units.id, sheets.unitId))
    .innerJoin(indicators, eq(indicators.id, lines.indicatorId))
    .innerJoin(users, eq(users.id, journal.actorId))
    .leftJoin(documents, eq(documents.id, revisions.documentId))
    .leftJoin(
      former,
      and(
        eq(former.lineId, revisions.lineId),
        eq(former.kind, revisions.kind),
        eq(former.version, sql`${revisions.version} - 1`),
      ),
    )
    .where(
      and(gte(journal.seq, after.seq), sql`(${journal.seq}, ${row}) > (${after.seq}, ${after.row})`, ofFilter(filter)),
    )
    .orderBy(asc(journal.seq), asc(row))
    .limit(ROWS_A_PAGE)
