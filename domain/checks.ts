import { assessLine } from './assessment.ts'
import { checkActual } from './check-actual.ts'
import { checkBreakdown } from './check-breakdown.ts'
import { checkPlans } from './check-plans.ts'
import { checkReported } from './check-reported.ts'
import { checkScale } from './check-scale.ts'
import { checkStatements, type SheetToCheck } from './check-statements.ts'
import { figureKinds } from './figure.ts'
import type { Finding, FoundOnLine, LineFinding } from './finding.ts'
import type { SheetLine } from './sheet.ts'

/** Checks warn and explain; they never refuse. */

/** What needs a second look on a sheet: on the whole of it, then line by line. */
export const checkSheet = (sheet: SheetToCheck): Finding[] => [
  ...checkStatements(sheet).map((detail): Finding => ({ lineId: null, indicatorCode: null, figures: [], ...detail })),
  ...checkLines(sheet.lines, sheet.previousLines),
]

/**
 * What needs a second look on the lines of a sheet (domain rules 1 and 6–10, and the catalogue's cautions): in the
 * order of the sheet, and within a line in the order of LineDetail. Lines that were ended are left out, and figures of
 * another definition of the indicator are not compared with (rule 13).
 */
export function checkLines(lines: readonly SheetLine[], previousLines: readonly SheetLine[]): LineFinding[] {
  const live = lines.filter(({ endedAt }) => endedAt === null)
  const parts = Map.groupBy(live, ({ indicator }) => indicator.parentCode)
  const before = new Map(previousLines.map((line) => [line.indicator.id, line]))
  return live.flatMap((line) => {
    const { id, code } = line.indicator
    const found = checkLine(line, parts.get(code) ?? [], before.get(id) ?? null)
    return found.map((one): LineFinding => ({ lineId: line.id, indicatorCode: code, ...one }))
  })
}

function checkLine(line: SheetLine, parts: readonly SheetLine[], previous: SheetLine | null): FoundOnLine[] {
  const assessment = assessLine(line, previous)
  const misread = checkScale(line, previous)
  return [
    ...checkReported(line, assessment),
    ...checkPlans(line, assessment, misread),
    ...checkActual(line, assessment, previous),
    ...checkBreakdown(line, parts),
    ...cautions(line),
  ]
}

/** A caution is about figures: there is none where nothing is recorded. */
function cautions({ indicator: { caution }, figures }: SheetLine): FoundOnLine[] {
  const recorded = figureKinds.filter((kind) => figures[kind]?.quantity)
  return caution !== null && recorded.length > 0 ? [{ kind: 'caution', caution, figures: recorded }] : []
}
