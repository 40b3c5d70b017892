import type { Tier } from '#domain/figure.ts'
import type { IndicatorGroup } from '#domain/indicator.ts'
import type { StatementView } from '#domain/sheet.ts'
import { type JudgedLine, judgeLines } from './judged.ts'
import type { OverviewSheet, OverviewUnit } from './overview-sheet.ts'

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
}

export type View = { year: number; group: IndicatorGroup | null; against: Tier }

/** The sheets of a page, each followed by the same unit's of the year before where that is shown. */
export function judgeSheets(sheets: readonly OverviewSheet[], { year, group }: View): JudgedSheet[] {
  const ofGroup = (lines: readonly JudgedLine[]) =>
    group === null ? lines : lines.filter(({ line }) => line.indicator.group === group)
  return sheets.flatMap(({ unit, state, dueDate, lines, statements, previous }) => {
    const sheet = (content: Pick<OverviewSheet, 'state' | 'lines' | 'statements'>, before: boolean): JudgedSheet => ({
      ...{ unit, year: before ? year - 1 : year, before, state: content.state, dueDate: before ? null : dueDate },
      ...{ allLines: content.lines, lines: ofGroup(judgeLines(content.lines)), statements: content.statements },
    })
    return [sheet({ state, lines, statements }, false), ...(previous ? [sheet(previous, true)] : [])]
  })
}
