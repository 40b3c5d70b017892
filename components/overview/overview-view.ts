import type { Tier } from '#domain/figure.ts'
import type { Finding } from '#domain/finding.ts'
import type { IndicatorGroup } from '#domain/indicator.ts'
import type { ReviewedFinding } from '#domain/review.ts'
import type { StatementView } from '#domain/sheet.ts'
import { type JudgedLine, judgeLines, reviewOnce } from './judged.ts'
import type { OverviewSheet, OverviewUnit, SheetContent } from './overview-sheet.ts'

/** One unit in one year with what is judged of it, in one group of indicators or in all: what every part of the page shows. */
export type JudgedSheet = {
  unit: OverviewUnit
  year: number
  /** The year before the one that is looked at. */
  before: boolean
  state: OverviewSheet['state']
  dueDate: string | null
  /** Of the whole sheet, not of the group. */
  allLines: OverviewSheet['lines']
  lines: readonly JudgedLine[]
  statements: readonly StatementView[]
  /** Of the lines of the group; of the sheet as a whole where all groups are shown. */
  findings: readonly ReviewedFinding[]
}

export type View = { year: number; group: IndicatorGroup | null; against: Tier; previous: boolean }

/** The sheets of a page, each followed by the same unit's of the year before where that is shown. */
export function judgeSheets(sheets: readonly OverviewSheet[], view: View): JudgedSheet[] {
  const { year, group } = view
  const ofGroup = <Part>(parts: readonly Part[], groupOf: (part: Part) => IndicatorGroup | undefined) =>
    group === null ? parts : parts.filter((part) => groupOf(part) === group)
  const judge = (
    { unit, dueDate }: OverviewSheet,
    content: SheetContent,
    previous: SheetContent | null,
    before = false,
  ) => ({
    ...{ unit, year: before ? year - 1 : year, before, state: content.state, dueDate: before ? null : dueDate },
    // What is stated of a whole sheet is not said beside the counts of one group.
    ...{ allLines: content.lines, statements: group === null ? content.statements : [] },
    lines: ofGroup(judgeLines(content.lines), ({ line }) => line.indicator.group),
    findings: ofGroup(reviewOnce(content, previous), ({ indicator }) => indicator?.group),
  })
  return sheets.flatMap((sheet) => [
    judge(sheet, sheet, sheet.previous),
    ...(view.previous && sheet.previous ? [withoutPast(judge(sheet, sheet.previous, null, true))] : []),
  ])
}

/** Checks that look at the year before: of the earliest year that is shown, that is not read. */
const lookingBack = new Set<Finding['kind']>(['growth_differs', 'carried_forward', 'suspect_scale', 'outlier'])
const withoutPast = (sheet: JudgedSheet): JudgedSheet => ({
  ...sheet,
  findings: sheet.findings.filter(({ finding }) => !lookingBack.has(finding.kind)),
})
