import { type Achievement, achieve, derivePlan, type Growth, growth } from './achievement.ts'
import { type ActualStage, bestActual, type StatedTier, statedTiers, type Tier } from './figure.ts'
import { judge } from './judge.ts'
import type { Quantity } from './quantity.ts'
import { countVerdicts, type VerdictCounts } from './roll-up.ts'
import type { FigureView, SheetLine } from './sheet.ts'
import { parseVerdict, type Verdict } from './verdict.ts'

/** A line against one plan tier: what is computed, and beside it, never mixed in, what sources report. */
export type TierAssessment = {
  plan: FigureView | null
  /** A plan implied by an actual and a stated percent, where none is recorded: shown as derived, never exported. */
  derivedPlan: Quantity | null
  achievement: Achievement
  verdict: Verdict
}

export type Reported = { percent: FigureView | null; verdict: Verdict | null; difference: FigureView | null }

export type Assessment = {
  /** The best stage that has a value (domain rule 10). */
  actual: (FigureView & { stage: ActualStage; quantity: Quantity }) | null
  assigned: TierAssessment
  adopted: TierAssessment
  reported: Record<StatedTier, Reported>
  growth: { computed: Growth | null; reported: FigureView | null }
}

const present = (figure: FigureView | undefined): FigureView | null => (figure?.quantity ? figure : null)

/** The kinds of a tier. Put together once: a name that is made for each line is a new text to look up each time. */
const kindsOf = (tier: StatedTier) =>
  ({
    percent: `reported_percent_${tier}`,
    verdict: `reported_verdict_${tier}`,
    difference: `reported_difference_${tier}`,
  }) as const
export const planKindOf = { assigned: 'assigned_plan', adopted: 'adopted_plan' } as const
export const tierKinds = { assigned: kindsOf('assigned'), adopted: kindsOf('adopted'), unstated: kindsOf('unstated') }

const verdictIn = (figure: FigureView | undefined): Verdict | null =>
  figure?.quantity?.text ? parseVerdict(figure.quantity.text) : null

/**
 * Judges one line on both tiers. `previous` is the same line of the year before, or null; growth is computed only
 * within one definition of the indicator (domain rule 13).
 */
export function assessLine(line: SheetLine, previous: SheetLine | null = null): Assessment {
  const { figures, indicator } = line
  const best = bestActual(figures)
  // bestActual gives only figures that have a value.
  const actual = best?.figure.quantity ? { ...best.figure, quantity: best.figure.quantity, stage: best.stage } : null

  const tier = (name: Tier): TierAssessment => {
    const plan = present(figures[planKindOf[name]])
    const percent = present(figures[tierKinds[name].percent])
    return {
      plan,
      derivedPlan:
        !plan && actual && percent?.quantity ? derivePlan(actual.quantity, percent.quantity, indicator) : null,
      achievement: achieve(plan?.quantity ?? null, actual?.quantity ?? null, indicator),
      verdict: judge(plan?.quantity ?? null, actual?.quantity ?? null, indicator),
    }
  }
  const reported = (name: StatedTier): Reported => ({
    percent: present(figures[tierKinds[name].percent]),
    verdict: verdictIn(figures[tierKinds[name].verdict]),
    difference: present(figures[tierKinds[name].difference]),
  })
  const comparable = previous?.indicator.id === indicator.id ? bestActual(previous.figures) : null
  return {
    actual,
    assigned: tier('assigned'),
    adopted: tier('adopted'),
    reported: { assigned: reported('assigned'), adopted: reported('adopted'), unstated: reported('unstated') },
    growth: {
      computed: growth(actual?.quantity ?? null, comparable?.figure.quantity ?? null, indicator),
      reported: present(figures.reported_growth),
    },
  }
}

/** What a line would be against another plan, such as the first one of an adjusted plan (domain rule 11). */
export function assessAgainst(plan: Quantity | null, line: SheetLine): Pick<TierAssessment, 'achievement' | 'verdict'> {
  const actual = bestActual(line.figures)?.figure.quantity ?? null
  return { achievement: achieve(plan, actual, line.indicator), verdict: judge(plan, actual, line.indicator) }
}

/** The verdicts that sources report of a line, with the tier each names, in a fixed order. */
export const reportedVerdicts = ({ reported }: Assessment): { tier: StatedTier; verdict: Verdict }[] =>
  statedTiers.flatMap((tier) => {
    const { verdict } = reported[tier]
    return verdict ? [{ tier, verdict }] : []
  })

/** Whether a line counts under a plan: it is in that tier's set, on the sheet still, and no heading. */
export const inSet = ({ endedAt, indicator, inAssignedSet, inAdoptedSet }: SheetLine, tier: Tier): boolean =>
  endedAt === null && !indicator.heading && (tier === 'assigned' ? inAssignedSet : inAdoptedSet)

/**
 * Computed counts of one tier: the lines of that tier's set, headings and ended lines aside. A line belongs to a set
 * even before any value is known; neutral ones are outside (domain rules 1 and 3).
 */
export function countTier(lines: readonly SheetLine[], tier: Tier): VerdictCounts {
  const set = lines.filter((line) => inSet(line, tier))
  return countVerdicts(
    set.map(({ figures, indicator }) =>
      judge(figures[planKindOf[tier]]?.quantity ?? null, bestActual(figures)?.figure.quantity ?? null, indicator),
    ),
  )
}
