import { type Assessment, assessLine, inSet } from '#domain/assessment.ts'
import { checkSheet } from '#domain/checks.ts'
import type { Tier } from '#domain/figure.ts'
import type { Finding } from '#domain/finding.ts'
import { oncePer } from '#domain/once-per.ts'
import { countVerdicts, type VerdictCounts } from '#domain/roll-up.ts'
import type { SheetLine } from '#domain/sheet.ts'

/** A line that is on the sheet still, with what is judged of it. */
export type JudgedLine = { line: SheetLine; assessment: Assessment; findings: readonly Finding[] }

/** Judged once for as long as the lines are remembered. */
export const judgeLines = oncePer((lines: readonly SheetLine[]): readonly JudgedLine[] => {
  const findings = Map.groupBy(checkSheet(lines), ({ lineId }) => lineId)
  return lines
    .filter(({ endedAt }) => endedAt === null)
    .map((line) => ({ line, assessment: assessLine(line), findings: findings.get(line.id) ?? [] }))
})

/** `countTier` of lines that are judged already. */
export const countJudged = (lines: readonly JudgedLine[], tier: Tier): VerdictCounts =>
  countVerdicts(lines.filter(({ line }) => inSet(line, tier)).map(({ assessment }) => assessment[tier].verdict))

/** Counts of one tier over units; those of different tiers are never added up (domain rule 1). */
export const sumCounts = (all: readonly VerdictCounts[]): VerdictCounts =>
  all.reduce(
    (sum, one) => ({
      total: sum.total + one.total,
      met: sum.met + one.met,
      exceeded: sum.exceeded + one.exceeded,
      missed: sum.missed + one.missed,
      awaiting: sum.awaiting + one.awaiting,
      notJudged: sum.notJudged + one.notJudged,
    }),
    countVerdicts([]),
  )
