import { and, eq, gt, isNull, notInArray, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { FigureKind } from '#domain/figure.ts'
import { type Actor, can } from '#domain/permissions.ts'
import type { FigureView } from '#domain/sheet.ts'
import type { Reader } from '../engine.ts'
import { prepared } from '../prepared.ts'
import { quietActions } from '../quiet-actions.ts'
import { documents } from '../schema/documents.ts'
import { figures, revisions } from '../schema/figures.ts'
import { indicators } from '../schema/indicators.ts'
import { journal } from '../schema/journal.ts'
import { users } from '../schema/people.ts'
import { lines, sheets } from '../schema/sheets.ts'
import { documentColumns, figureColumns, quantityColumns, quantityOf, writtenColumns } from './columns.ts'
import { findSheet } from './find-sheet.ts'
import { findUnit } from './find-unit.ts'
import { newestImportOf, newestOf } from './sheet-seq.ts'

/** A figure that changed, as it stands now; without the steps of an adjusted plan. */
export type ChangedFigure = Omit<FigureView, 'steps'> & { indicator: string; kind: FigureKind }

export type SheetChanges = {
  /** The newest row of the journal that names the sheet or wrote on it, or 0: everything up to there is known. */
  seq: number
  /** More than figures changed, or the ledger was wound back: the page is to be read anew. */
  page: boolean
  /** Of the lines on the sheet, one for each cell. */
  figures: ChangedFigure[]
}

const ofSheet = eq(journal.sheetId, sql.placeholder('sheet'))
const later = alias(journal, 'later')
const otherwise = and(
  eq(later.sheetId, sql.placeholder('sheet')),
  gt(later.seq, sql.placeholder('since')),
  notInArray(later.action, ['set_figures', ...quietActions]),
)

const selectNewest = prepared((reader) =>
  reader
    .select({
      seq: newestOf(sheets.id),
      imported: newestImportOf(sheets.id),
      page: sql<number>`exists ${reader.select({ one: sql`1` }).from(later).where(otherwise)}`,
    })
    .from(sheets)
    .where(eq(sheets.id, sql.placeholder('sheet')))
    .prepare(),
)

/** A revision that is the version that stands: so every cell is there once, with its last change. */
const selectFigures = prepared((reader) =>
  reader
    .select({
      indicator: indicators.code,
      kind: figureColumns.kind,
      version: figureColumns.version,
      note: figureColumns.note,
      quantity: quantityColumns,
      document: documentColumns,
      ...writtenColumns,
    })
    .from(journal)
    .innerJoin(revisions, eq(revisions.journalId, journal.id))
    .innerJoin(
      figures,
      and(
        eq(figures.lineId, revisions.lineId),
        eq(figures.kind, revisions.kind),
        eq(figures.version, revisions.version),
      ),
    )
    .innerJoin(lines, eq(lines.id, figures.lineId))
    .innerJoin(indicators, eq(indicators.id, lines.indicatorId))
    .innerJoin(users, eq(users.id, journal.actorId))
    .leftJoin(documents, eq(documents.id, figures.documentId))
    .where(and(ofSheet, gt(journal.seq, sql.placeholder('since')), isNull(lines.endedAt)))
    .prepare(),
)

/**
 * What was written on a sheet after a row of the journal (`since`, 0: all of it); null where the sheet does not exist or
 * may not be known. Where nothing was, no figure is looked at.
 */
export async function getSheetChanges(
  reader: Reader,
  actor: Actor,
  { unit: slug, year, since }: { unit: string; year: number; since: number },
): Promise<SheetChanges | null> {
  const unit = await findUnit(reader, slug)
  if (!unit || !can(actor, 'read', unit.target)) return null
  const sheet = await findSheet(reader, unit.id, year)
  if (!sheet) return null

  // Before the figures: what lands in between is told now and once more, never not at all.
  const [newest] = await selectNewest(reader).all({ sheet: sheet.id, since })
  const seq = newest?.seq ?? 0
  const page = newest?.page === 1 || (newest?.imported ?? 0) > since || since > seq
  if (seq <= since) return { seq, page, figures: [] }
  const rows = await selectFigures(reader).all({ sheet: sheet.id, since })
  return { seq, page, figures: rows.map(({ quantity, ...figure }) => ({ ...figure, quantity: quantityOf(quantity) })) }
}
