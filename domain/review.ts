import type { SheetToCheck } from './check-statements.ts'
import { checkSheet } from './checks.ts'
import { type Finding, findingKey, fingerprint } from './finding.ts'
import type { AcknowledgementView, IndicatorView } from './sheet.ts'

/** A finding as it is worked on. */
export type ReviewedFinding = {
  finding: Finding
  key: string
  fingerprint: string
  /** The line's; null where it is about the sheet as a whole. */
  indicator: IndicatorView | null
  /** The last that was made of just these figures; null where it is open, again or still. */
  acknowledgement: AcknowledgementView | null
}

/** What needs a second look on a sheet, and what of it had one. */
export function reviewSheet({
  acknowledgements,
  ...sheet
}: SheetToCheck & { acknowledgements: readonly AcknowledgementView[] }): ReviewedFinding[] {
  const lines = new Map(sheet.lines.map((line) => [line.id, line]))
  return checkSheet(sheet).map((finding) => {
    const line = lines.get(finding.lineId ?? '') ?? null
    const seen = { key: findingKey(finding), fingerprint: fingerprint(finding, line) }
    const acknowledgement = acknowledgements.findLast(
      (one) => one.lineId === finding.lineId && one.finding === seen.key && one.fingerprint === seen.fingerprint,
    )
    return { finding, ...seen, indicator: line?.indicator ?? null, acknowledgement: acknowledgement ?? null }
  })
}

export const openFindings = <Reviewed extends Pick<ReviewedFinding, 'acknowledgement'>>(
  findings: readonly Reviewed[],
): Reviewed[] => findings.filter(({ acknowledgement }) => acknowledgement === null)
