import { type Assessment, assessLine, inSet } from '#domain/assessment.ts'
import type { Tier } from '#domain/figure.ts'
import { oncePer } from '#domain/once-per.ts'
import { type ReviewedFinding, reviewSheet } from '#domain/review.ts'
import { countVerdicts, type VerdictCounts } from '#domain/roll-up.ts'
import type { SheetLine } from '#domain/sheet.ts'
import type { SheetContent } from './overview-sheet.ts'

/** A line that is on the sheet still, with what is judged of it. */
export type JudgedLine = { line: SheetLine; assessment: Assessment }

/** Judged once for as long as the lines are remembered. */
export const judgeLines = oncePer((lines: readonly SheetLine[]): readonly JudgedLine[] =>
  live(lines).map((line) => ({ line, assessment: assessLine(line) })),
)

const live = (lines: readonly SheetLine[]) => lines.filter(({ endedAt }) => endedAt === null)
const noLines: readonly SheetLine[] = []

/** By the lines of a sheet, then by those of the year before. A sheet's state and remarks change only with its lines. */
const reviews = oncePer((_lines: readonly SheetLine[]) => new WeakMap<readonly SheetLine[], ReviewedFinding[]>())

/** What needs a second look on a sheet, found once for as long as it and the one before are remembered. */
export function reviewOnce(sheet: SheetContent, previous: SheetContent | null): readonly ReviewedFinding[] {
  const before = previous?.lines ?? noLines
  const known = reviews(sheet.lines)
  const found = known.get(before) ?? reviewSheet({ ...sheet, previousLines: live(before) })
  known.set(before, found)
  return found
}

/** `unplanned`: of the awaiting, those that have a result and no plan; what they wait for is the plan. */
export type JudgedCounts = VerdictCounts & { unplanned: number }

/** `countTier` of lines that are judged already; counted once for as long as they are remembered. */
export const countJudged = (lines: readonly JudgedLine[], tier: Tier): JudgedCounts => countsOf(lines)[tier]

const countsOf = oncePer((lines: readonly JudgedLine[]) => ({
  assigned: count(lines, 'assigned'),
  adopted: count(lines, 'adopted'),
}))

function count(lines: readonly JudgedLine[], tier: Tier): JudgedCounts {
  const set = lines.filter(({ line }) => inSet(line, tier)).map(({ assessment }) => assessment)
  const unplanned = set.filter((one) => one.actual && !one[tier].plan && one[tier].verdict === 'awaiting').length
  return { ...countVerdicts(set.map((one) => one[tier].verdict)), unplanned }
}

/** Counts of one tier over units; those of different tiers are never added up (domain rule 1). */
export const sumCounts = (all: readonly JudgedCounts[]): JudgedCounts =>
  all.reduce(
    (sum, one) => ({
      total: sum.total + one.total,
      met: sum.met + one.met,
      exceeded: sum.exceeded + one.exceeded,
      missed: sum.missed + one.missed,
      awaiting: sum.awaiting + one.awaiting,
      notJudged: sum.notJudged + one.notJudged,
      unplanned: sum.unplanned + one.unplanned,
    }),
    countJudged([], 'adopted'),
  )
