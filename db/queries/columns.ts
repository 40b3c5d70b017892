import { and, inArray, type SQL, sql } from 'drizzle-orm'
import { QueryBuilder, type SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { Quantity } from '#domain/quantity.ts'
import type { Reader } from '../engine.ts'
import { prepared } from '../prepared.ts'
import { documents } from '../schema/documents.ts'
import { figures } from '../schema/figures.ts'
import { indicators } from '../schema/indicators.ts'
import { journal } from '../schema/journal.ts'
import { users } from '../schema/people.ts'
import { lines } from '../schema/sheets.ts'

/** The column is one of these: as one parameter, because SQLite takes no more than 32.766. */
export const among = (column: SQLiteColumn, values: readonly string[]): SQL =>
  sql`${column} in (select "value" from json_each(${JSON.stringify(values)}))`

/** The same in a prepared query, whose placeholder of that name takes the values as JSON. */
export const amongNamed = (column: SQLiteColumn, name: string): SQL =>
  sql`${column} in (select "value" from json_each(${sql.placeholder(name)}))`

const linesOfSheets = amongNamed(lines.sheetId, 'sheets')
const linesOfIndicators = inArray(
  lines.indicatorId,
  new QueryBuilder().select({ id: indicators.id }).from(indicators).where(amongNamed(indicators.code, 'indicators')),
)

/**
 * Queries about the lines of sheets, or only those of indicators by code, in whatever version: built once of each kind.
 * What they are asked with is `wanted`.
 */
export function aboutLines<Queries>(build: (reader: Reader, where: SQL | undefined) => Queries) {
  const whole = prepared((reader) => build(reader, linesOfSheets))
  const some = prepared((reader) => build(reader, and(linesOfSheets, linesOfIndicators)))
  return (reader: Reader, sheetIds: readonly string[], codes?: readonly string[]) => ({
    queries: (codes ? some : whole)(reader),
    wanted: { sheets: JSON.stringify(sheetIds), indicators: JSON.stringify(codes ?? []) },
  })
}

/** Column sets that several questions select, so that each shape is read in one way. */
export const documentColumns = {
  code: documents.code,
  title: documents.title,
  publisher: documents.publisher,
  number: documents.number,
  url: documents.url,
  dated: documents.dated,
}

export const indicatorColumns = {
  id: indicators.id,
  code: indicators.code,
  version: indicators.version,
  nameVi: indicators.nameVi,
  nameEn: indicators.nameEn,
  shortVi: indicators.shortVi,
  shortEn: indicators.shortEn,
  group: indicators.group,
  valueType: indicators.valueType,
  direction: indicators.direction,
  unitOfMeasure: indicators.unitOfMeasure,
  decimals: indicators.decimals,
  breakdownRule: indicators.breakdownRule,
  heading: indicators.heading,
  caution: indicators.caution,
}

/** What a line says of itself, and a figure; what they refer to is joined or looked up beside them. */
export const lineColumns = {
  sheetId: lines.sheetId,
  id: lines.id,
  position: lines.position,
  number: lines.number,
  office: lines.office,
  inAssignedSet: lines.inAssignedSet,
  inAdoptedSet: lines.inAdoptedSet,
}

export const figureColumns = {
  lineId: figures.lineId,
  kind: figures.kind,
  version: figures.version,
  note: figures.note,
}

/** When something was written (UTC, ISO 8601) and the name of whoever did: of the journal's row and its actor. */
export const writtenColumns = { at: journal.at, by: users.name }

/** A row of the journal: which, when (UTC, ISO 8601), by what command, and by whom. */
export const journalColumns = {
  ...{ seq: journal.seq, at: journal.at, action: journal.action },
  ...{ username: users.username, name: users.name },
}

export const quantityColumns = {
  value: figures.value,
  high: figures.high,
  denominator: figures.denominator,
  qualifier: figures.qualifier,
  text: figures.text,
}

type QuantityRow = { [K in keyof Quantity]: Quantity[K] | null }

/** A quantity from its columns; null for an empty cell, which has no qualifier. */
export const quantityOf = ({ value, high, denominator, qualifier, text }: QuantityRow): Quantity | null =>
  qualifier === null ? null : { value, high, denominator, qualifier, text }
