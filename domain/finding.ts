import type { FigureKind, StatedTier, Tier } from './figure.ts'
import type { Quantity } from './quantity.ts'
import type { ReportedVerdict } from './verdict.ts'

/** What a check found on a sheet, in the order in which the kinds are listed for one line. A warning, never a refusal. */
export type FindingDetail =
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
  /** The parts do not add up to the whole; `gap` is whole − parts. */
  | { kind: 'sum_incomplete'; figure: FigureKind; whole: Quantity; sum: Quantity; gap: Quantity }
  /** The shares of a whole do not add up to 100. The line is the parent's. */
  | { kind: 'share_total'; figure: FigureKind; sum: Quantity }
  /** The catalogue warns of the indicator, in its own words. */
  | { kind: 'caution'; caution: string }

export type Finding = { lineId: string; indicatorCode: string } & FindingDetail
