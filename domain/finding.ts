import type { Growth } from './achievement.ts'
import type { ActualStage, FigureKind, StatedTier, Tier } from './figure.ts'
import type { Quantity } from './quantity.ts'
import { formatQuantity } from './quantity-format.ts'
import type { SheetLine } from './sheet.ts'
import type { ReportedVerdict } from './verdict.ts'

/** What a line is against one plan, computed or `reported`; the percent is null where none can be said. */
export type PlanSide = { verdict: ReportedVerdict; percent: Quantity | null; reported: boolean }

/** What a check found on a line, in the order in which the kinds are listed. A warning, never a refusal. */
export type LineDetail =
  /** A source gives a verdict and a percent of plan that cannot both be true; each with the tier it names. */
  | {
      kind: 'contradiction'
      verdict: ReportedVerdict
      verdictTier: StatedTier
      percent: Quantity
      percentTier: StatedTier
    }
  /** The stated percent is not the computed one, its rounding allowed for. */
  | { kind: 'stated_differs'; tier: Tier; stated: Quantity; computed: Quantity }
  /** A source's verdict is not the computed one; "met" includes the exceeded, as in counts. */
  | { kind: 'verdict_differs'; tier: StatedTier; stated: ReportedVerdict; computed: ReportedVerdict }
  /** The stated difference from a plan is that of neither the other plan nor the actual. */
  | { kind: 'difference_differs'; tier: Tier; stated: Quantity; computed: Quantity }
  /** The stated growth is not the computed one, in percent, its rounding allowed for. */
  | { kind: 'growth_differs'; stated: Quantity; computed: Quantity }
  /** The line does not fare on one plan as on the other: 102% of the assigned, 97,4% of the adopted. */
  | { kind: 'tiers_differ'; assigned: PlanSide; adopted: PlanSide }
  /** The actual is a bound, so its percent of plan, or the plan behind a stated percent, is one too. */
  | { kind: 'bound_actual'; actual: Quantity }
  /** 1.000 times off the plans and the year before; `suggestion` is what was probably meant. */
  | { kind: 'suspect_scale'; figure: FigureKind; value: Quantity; suggestion: Quantity }
  /** Far from the plan, and no note says why; `reported` where the percent is a source's, not computed. */
  | { kind: 'outlier'; tier: StatedTier; percent: Quantity; reported: boolean }
  /** A value that cannot be: a share outside 0–100, a part above its whole, fewer than none. */
  | { kind: 'impossible'; figure: FigureKind; value: Quantity; why: 'share' | 'fraction' | 'negative' }
  /** A later stage differs much from the first one, or changes a verdict. */
  | {
      kind: 'estimate_revised'
      from: ActualStage
      before: Quantity
      to: ActualStage
      after: Quantity
      change: Growth | null
      verdicts: { tier: Tier; before: ReportedVerdict; after: ReportedVerdict }[]
    }
  /** The actual is that of the year before, to the last of many digits. */
  | { kind: 'carried_forward'; actual: Quantity }
  /** The parts do not add up to the whole; `gap` is whole − parts. */
  | { kind: 'sum_incomplete'; figure: FigureKind; whole: Quantity; sum: Quantity; gap: Quantity }
  /** The shares of a whole do not add up to 100. The line is the parent's. */
  | { kind: 'share_total'; figure: FigureKind; sum: Quantity }
  /** The catalogue warns of the indicator, in its own words. */
  | { kind: 'caution'; caution: string }

/** What a check found on a sheet as a whole. */
export type SheetDetail =
  /** Indicators were assigned or adopted, and there is no result of any of them; `count` is stated, or of lines. */
  | { kind: 'awaiting'; tier: Tier; count: number; stated: boolean }
  /** A stated count of a tier is above the most, or below the least, that the sheet's own verdicts leave room for. */
  | {
      kind: 'stated_counts'
      tier: Tier
      subject: 'met_count' | 'exceeded_count'
      stated: number
      total: number
      limit: 'most' | 'least'
      computed: number
    }
  /** The parts of a stated count ("4 economic, 15 other") are more than the whole. */
  | { kind: 'stated_parts'; tier: StatedTier; whole: number; sum: number }

export type FindingDetail = LineDetail | SheetDetail

/** A detail with the kinds of figure of its line that it rests on. */
export type FoundOnLine = LineDetail & { figures: readonly FigureKind[] }

export type LineFinding = { lineId: string; indicatorCode: string } & FoundOnLine
export type Finding = LineFinding | ({ lineId: null; indicatorCode: null; figures: readonly [] } & SheetDetail)

/** Tells the findings of a line, or of a sheet as a whole, apart; the same as long as it rests on the same cells. */
export const findingKey = (finding: Finding): string =>
  [
    finding.kind,
    'tier' in finding ? finding.tier : null,
    'subject' in finding ? finding.subject : null,
    ...finding.figures,
  ]
    .filter((part) => part !== null)
    .join(' ')

const isQuantity = (value: unknown): value is Quantity =>
  typeof value === 'object' && value !== null && 'qualifier' in value

/**
 * Everything that a finding says and the figures it rests on, as one text: whoever acknowledged it acknowledged this.
 * With any of the figures it is another, and with the same again it is the same. `line` is the finding's.
 *
 * Fields stand in the order of their names, so that the text does not hang on how a check is written.
 */
export function fingerprint({ lineId, indicatorCode, figures, ...said }: Finding, line: SheetLine | null): string {
  const rest = Object.fromEntries(figures.map((kind) => [kind, line?.figures[kind]?.quantity ?? null]))
  return JSON.stringify({ ...said, figures: rest }, (_key, value: unknown) => {
    if (isQuantity(value)) return formatQuantity(value, { style: 'plain' })
    return isRecord(value) ? Object.fromEntries(Object.entries(value).sort(byName)) : value
  })
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const byName = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : 1)
