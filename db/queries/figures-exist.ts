import { eq } from 'drizzle-orm'
import type { Reader } from '../engine.ts'
import { figures } from '../schema/figures.ts'
import { lines } from '../schema/sheets.ts'

/** Whether any figure was ever recorded under this version of an indicator. */
export async function figuresExist(reader: Reader, indicatorId: string): Promise<boolean> {
  const rows = await reader
    .select({ lineId: figures.lineId })
    .from(figures)
    .innerJoin(lines, eq(lines.id, figures.lineId))
    .where(eq(lines.indicatorId, indicatorId))
    .limit(1)
  return rows.length > 0
}
