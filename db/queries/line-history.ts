import type { FigureKind } from '#domain/figure.ts'
import type { Actor } from '#domain/permissions.ts'
import type { SheetLine } from '#domain/sheet.ts'
import type { Reader } from '../engine.ts'
import { type CellRevision, readRevisions } from './cell-history.ts'
import { readSheetLines } from './sheet-lines.ts'
import { findYear } from './unit-sheet.ts'
import type { UnitView } from './unit-view.ts'

export type LineHistory = {
  unit: UnitView
  year: number
  line: SheetLine
  /** Newest first; a kind that was never written is missing. */
  revisions: Map<FigureKind, CellRevision[]>
}

/** A line with everything that ever became of its figures; null where it does not exist or may not be known. */
export async function getLineHistory(
  reader: Reader,
  actor: Actor,
  { unit: slug, year, code }: { unit: string; year: number; code: string },
): Promise<LineHistory | null> {
  const place = await findYear(reader, actor, slug, year)
  if (!place) return null
  const found = (await readSheetLines(reader, [place.sheet.id], [code])).get(place.sheet.id) ?? []
  // The live line, where an ended one of an older definition has the code too.
  const line = found.find(({ endedAt }) => endedAt === null) ?? found[0]
  return line ? { unit: place.unit, year, line, revisions: await readRevisions(reader, line.id) } : null
}
