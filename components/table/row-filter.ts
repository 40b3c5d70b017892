import { reportedVerdicts } from '#domain/assessment.ts'
import { tiers } from '#domain/figure.ts'
import type { Verdict } from '#domain/verdict.ts'
import type { SheetQuery } from './sheet-query.ts'
import { liveRows, type SheetRow, type SheetRows } from './sheet-rows.ts'

/**
 * What is said of a line on any tier: computed where the line is in that tier's set, so that nothing counted is left
 * out, or where a verdict could be given; what sources report; and that a neutral line is not judged, whatever its set.
 */
function verdictsOf({ line, assessment }: SheetRow): Verdict[] {
  const inSet = { assigned: line.inAssignedSet, adopted: line.inAdoptedSet }
  const computed = tiers
    .map((tier) => ({ verdict: assessment[tier].verdict, counted: inSet[tier] }))
    .filter(({ verdict, counted }) => counted || verdict !== 'awaiting')
  return [...computed, ...reportedVerdicts(assessment)].map(({ verdict }) => verdict)
}

const linesOf = (sheet: SheetRows): SheetRow[] =>
  [...liveRows(sheet), ...sheet.ended].filter(({ line }) => !line.indicator.heading)

/** How many lines say each verdict, on whatever tier; a line may say several. */
export function countSaid(sheet: SheetRows): (verdict: Verdict) => number {
  const said = linesOf(sheet).map(verdictsOf)
  return (verdict) => said.filter((of) => of.includes(verdict)).length
}

/**
 * The rows that a query lets through, and how many lines of how many those are. A heading stays with its parts; a group
 * without rows is gone, the letters of the others stay.
 */
export function filterRows(
  sheet: SheetRows,
  { verdict, group }: Pick<SheetQuery, 'verdict' | 'group'>,
): SheetRows & { shown: number; total: number } {
  const passes = (row: SheetRow) =>
    (group === null || row.line.indicator.group === group) &&
    (verdict === null || (!row.line.indicator.heading && verdictsOf(row).includes(verdict)))
  const through = (rows: SheetRow[]) => {
    const passed = rows.filter(passes)
    const wholes = new Set(passed.map(({ parent }) => parent?.code))
    const isHead = ({ line: { indicator } }: SheetRow) => indicator.heading && wholes.has(indicator.code)
    return rows.filter((row) => passed.includes(row) || isHead(row))
  }
  const filtered = {
    groups: sheet.groups
      .map(({ rows, ...rest }) => ({ ...rest, rows: through(rows) }))
      .filter(({ rows }) => rows.length > 0),
    ended: through(sheet.ended),
  }
  return { ...filtered, shown: linesOf(filtered).length, total: linesOf(sheet).length }
}
