import { eq, inArray, or, type SQL } from 'drizzle-orm'
import { alias, QueryBuilder } from 'drizzle-orm/sqlite-core'
import type { Target } from '#domain/permissions.ts'
import type { Reader } from '../engine.ts'
import { revisions } from '../schema/figures.ts'
import { lines, sheets, statements } from '../schema/sheets.ts'
import { units } from '../schema/units.ts'

const parents = alias(units, 'parent')
const grandparents = alias(units, 'grandparent')

export type UnitTarget = Extract<Target, { kind: 'unit' }>

/** The condition on `units` that they have a figure, now or earlier, or a statement from a document. */
export function citesDocument(documentId: string): SQL | undefined {
  const ofFigures = new QueryBuilder()
    .select({ id: sheets.unitId })
    .from(revisions)
    .innerJoin(lines, eq(lines.id, revisions.lineId))
    .innerJoin(sheets, eq(sheets.id, lines.sheetId))
    .where(eq(revisions.documentId, documentId))
  const ofStatements = new QueryBuilder()
    .select({ id: sheets.unitId })
    .from(statements)
    .innerJoin(sheets, eq(sheets.id, statements.sheetId))
    .where(eq(statements.documentId, documentId))
  return or(inArray(units.id, ofFigures), inArray(units.id, ofStatements))
}

/** The units that cite a document, as targets of a permission. */
export async function listCitingUnits(reader: Reader, documentId: string): Promise<UnitTarget[]> {
  const rows = await reader
    .select({
      id: units.id,
      parentId: parents.id,
      grandparentId: grandparents.id,
      recordsOwnAssignedPlan: units.recordsOwnAssignedPlan,
    })
    .from(units)
    .leftJoin(parents, eq(parents.id, units.parentId))
    .leftJoin(grandparents, eq(grandparents.id, parents.parentId))
    .where(citesDocument(documentId))
  return rows.map(({ id, parentId, grandparentId, recordsOwnAssignedPlan }) => ({
    kind: 'unit',
    lineage: [id, parentId, grandparentId].filter((one) => one !== null),
    recordsOwnAssignedPlan,
  }))
}
