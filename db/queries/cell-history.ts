import { and, asc, desc, eq, isNotNull } from 'drizzle-orm'
import type { Change, FigureKind } from '#domain/figure.ts'
import { type Actor, can } from '#domain/permissions.ts'
import type { Quantity } from '#domain/quantity.ts'
import type { DocumentView } from '#domain/sheet.ts'
import type { Reader } from '../engine.ts'
import { documents } from '../schema/documents.ts'
import { revisions } from '../schema/figures.ts'
import { indicators } from '../schema/indicators.ts'
import { journal } from '../schema/journal.ts'
import { users } from '../schema/people.ts'
import { lines } from '../schema/sheets.ts'
import { documentColumns, quantityOf, writtenColumns } from './columns.ts'
import { findSheet } from './find-sheet.ts'
import { findUnit } from './find-unit.ts'

export type CellRevision = {
  version: number
  change: Change
  /** Null: the cell was empty, or was emptied. */
  before: Quantity | null
  after: Quantity | null
  /** As it was typed. */
  entered: string
  note: string | null
  reason: string | null
  document: DocumentView | null
  /** UTC, ISO 8601. */
  at: string
  by: string
}

export type CellAddress = { unit: string; year: number; indicator: string; kind: FigureKind }

/** Every revision of one cell, newest first; null where the line does not exist or the actor may not read it. */
export async function getCellHistory(
  reader: Reader,
  actor: Actor,
  { unit: slug, year, indicator, kind }: CellAddress,
): Promise<CellRevision[] | null> {
  const unit = await findUnit(reader, slug)
  if (!unit || !can(actor, 'read', unit.target)) return null
  const sheet = await findSheet(reader, unit.id, year)
  if (!sheet) return null
  // The live line, where an ended one of an older definition has the code too.
  const [line] = await reader
    .select({ id: lines.id })
    .from(lines)
    .innerJoin(indicators, eq(indicators.id, lines.indicatorId))
    .where(and(eq(lines.sheetId, sheet.id), eq(indicators.code, indicator)))
    .orderBy(asc(isNotNull(lines.endedAt)))
    .limit(1)
  if (!line) return null

  const revised = await readRevisions(reader, line.id)
  return revised.get(kind) ?? []
}

/** Every revision of the figures of a line, kind by kind, newest first. */
export async function readRevisions(reader: Reader, lineId: string): Promise<Map<FigureKind, CellRevision[]>> {
  const rows = await reader
    .select({
      kind: revisions.kind,
      version: revisions.version,
      change: revisions.change,
      value: revisions.value,
      high: revisions.high,
      denominator: revisions.denominator,
      qualifier: revisions.qualifier,
      text: revisions.text,
      entered: revisions.entered,
      note: revisions.note,
      reason: journal.reason,
      document: documentColumns,
      ...writtenColumns,
    })
    .from(revisions)
    .innerJoin(journal, eq(journal.id, revisions.journalId))
    .innerJoin(users, eq(users.id, journal.actorId))
    .leftJoin(documents, eq(documents.id, revisions.documentId))
    .where(eq(revisions.lineId, lineId))
    .orderBy(desc(revisions.version))
  const kinds = Map.groupBy(rows, ({ kind }) => kind)
  return new Map([...kinds].map(([kind, ofKind]) => [kind, ofKind.map(withBefore)]))
}

type RevisionRow = Omit<CellRevision, 'before' | 'after'> & Parameters<typeof quantityOf>[0] & { kind: FigureKind }

/** What stood before is the version before: the row that follows. */
function withBefore(row: RevisionRow, index: number, all: readonly RevisionRow[]): CellRevision {
  const { kind: _kind, value, high, denominator, qualifier, text, ...revision } = row
  const earlier = all[index + 1]
  const after = quantityOf({ value, high, denominator, qualifier, text })
  return { ...revision, before: earlier ? quantityOf(earlier) : null, after }
}
