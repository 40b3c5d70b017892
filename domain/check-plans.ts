import type { Achievement } from './achievement.ts'
import { type Assessment, planKindOf, tierKinds } from './assessment.ts'
import { Decimal } from './decimal.ts'
import { type FigureKind, statedTiers, type Tier, tiers } from './figure.ts'
import type { FoundOnLine, LineDetail, PlanSide } from './finding.ts'
import type { Direction } from './indicator.ts'
import { areDisjoint, type Interval, intervalOf, pointAt } from './interval.ts'
import { judge } from './judge.ts'
import { exactly, type Quantity } from './quantity.ts'
import type { SheetLine } from './sheet.ts'
import { type ReportedVerdict, reportableVerdicts, type Verdict } from './verdict.ts'

/** A line against its plans (domain rules 1, 5 and 9). A value that was probably misread is no outlier besides. */
export const checkPlans = (line: SheetLine, assessment: Assessment, misread: readonly FoundOnLine[]): FoundOnLine[] => [
  ...tiersDiffer(line, assessment),
  ...boundActual(assessment),
  ...misread,
  ...(misread.length > 0 ? [] : outliers(assessment, line.indicator.direction)),
]

export const percentOfPlan = (achievement: Achievement): Quantity | null =>
  achievement.kind === 'ratio' ? achievement.percent : null

export const asReportable = (verdict: Verdict | null): ReportedVerdict | null =>
  reportableVerdicts.find((reportable) => reportable === verdict) ?? null

type Side = PlanSide & { figures: FigureKind[] }

/**
 * What can be said of a line against one plan, the best first: computed, by the percent that a source states, by its
 * verdict. Of a neutral line the sides of 100% are told apart, as where higher is better; shares of a structure have
 * none.
 */
function sidesOf({ indicator }: SheetLine, assessment: Assessment, tier: Tier): Side[] {
  const { actual, reported, [tier]: judged } = assessment
  const { valueType } = indicator
  const direction: Direction = indicator.direction === 'neutral' ? 'higher' : indicator.direction
  const plan = judged.plan?.quantity ?? null
  const stated = reported[tier].percent?.quantity ?? null
  const sides = [
    {
      verdict: judge(plan, actual?.quantity ?? null, { valueType, direction }),
      percent: percentOfPlan(judged.achievement),
      reported: false,
      figures: actual ? [actual.stage, planKindOf[tier]] : [],
    },
    {
      verdict: judge(exactly(100), stated, { valueType: 'share', direction }),
      percent: stated,
      reported: true,
      figures: [tierKinds[tier].percent],
    },
    { verdict: reported[tier].verdict, percent: null, reported: true, figures: [tierKinds[tier].verdict] },
  ]
  return sides.flatMap((side) => {
    const verdict = asReportable(side.verdict)
    return verdict ? [{ ...side, verdict }] : []
  })
}

type Form = (side: Side) => boolean
const anyForm: readonly Form[] = [() => true]
/** A neutral line has no computed verdict (domain rule 3): a percent stands against a percent, a source against a source. */
const neutralForms: readonly Form[] = [({ percent }) => percent !== null, (side) => side.reported && !side.percent]

function tiersDiffer(line: SheetLine, assessment: Assessment): FoundOnLine[] {
  const [ofAssigned, ofAdopted] = [sidesOf(line, assessment, 'assigned'), sidesOf(line, assessment, 'adopted')]
  for (const form of line.indicator.direction === 'neutral' ? neutralForms : anyForm) {
    const [assigned, adopted] = [ofAssigned.find(form), ofAdopted.find(form)]
    if (assigned && adopted) return assigned.verdict === adopted.verdict ? [] : [differ(assigned, adopted)]
  }
  return []
}

function differ({ figures: ofAssigned, ...assigned }: Side, { figures: ofAdopted, ...adopted }: Side): FoundOnLine {
  return { kind: 'tiers_differ', assigned, adopted, figures: [...new Set([...ofAssigned, ...ofAdopted])] }
}

const bounds: readonly Quantity['qualifier'][] = ['above', 'below', 'at_least', 'at_most']

/** "Trên 14.000" of a plan, or at a percent of one: before the official figure it asks for the number itself. */
function boundActual({ actual, reported, assigned, adopted }: Assessment): FoundOnLine[] {
  if (!actual || actual.stage === 'official' || !bounds.includes(actual.quantity.qualifier)) return []
  const against = [assigned.plan, adopted.plan, ...statedTiers.map((tier) => reported[tier].percent)].some(Boolean)
  return against ? [{ kind: 'bound_actual', actual: actual.quantity, figures: [actual.stage] }] : []
}

/**
 * More than twice a plan, or less than a third of it (33,3%, as it is printed). All that were published as remarkable
 * (211%, 608%, 681,8%) are above the one; below the other a year's result is a plan that failed, or part of a year.
 * Either wants a word. Where lower is better no result is too low: none of ten poor households is what was hoped for.
 */
const usual: Interval = {
  low: pointAt(Decimal('33.3')).low,
  high: pointAt(Decimal(200)).high,
  approximate: false,
}

const usualOf = (direction: Direction): Interval =>
  direction === 'lower' ? { ...usual, low: { infinite: -1, at: Decimal(0), nudge: 0 } } : usual

type Reading = Omit<Extract<LineDetail, { kind: 'outlier' }>, 'kind'> & { figures: FigureKind[]; note: string | null }

/** Of each plan the computed percent, else the stated one; a note of the figure says why (domain rule 9). */
function outliers({ actual, reported, ...judged }: Assessment, direction: Direction): FoundOnLine[] {
  const computed = tiers.flatMap((tier): Reading[] => {
    const percent = percentOfPlan(judged[tier].achievement)
    if (!actual || !percent) return []
    return [{ tier, percent, reported: false, figures: [actual.stage, planKindOf[tier]], note: actual.note }]
  })
  const stated = statedTiers.flatMap((tier): Reading[] => {
    const percent = reported[tier].percent
    if (!percent?.quantity || computed.some((one) => one.tier === tier)) return []
    const note = actual?.note ?? percent.note
    return [{ tier, percent: percent.quantity, reported: true, figures: [tierKinds[tier].percent], note }]
  })
  const found = [...computed, ...stated].flatMap(({ note, ...reading }): FoundOnLine[] => {
    const known = intervalOf(reading.percent, 'share')
    return known && !note && areDisjoint(known, usualOf(direction)) ? [{ kind: 'outlier', ...reading }] : []
  })
  // Where both plans are far off, the line needs one note.
  return found.slice(0, 1)
}
