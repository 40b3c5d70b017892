import { type AcknowledgeFindingInput, acknowledgeFindingInput } from '#domain/inputs/acknowledge-finding.ts'
import { ok, refuse } from '#domain/refusal.ts'
import { reviewSheet } from '#domain/review.ts'
import type { Command } from '../command.ts'
import { findSheet } from '../queries/find-sheet.ts'
import { liveLines, readSheetLines } from '../queries/sheet-lines.ts'
import { readRemarks } from '../queries/sheet-remarks.ts'
import { acknowledgements } from '../schema/acknowledgements.ts'
import { build, statement } from '../statement.ts'
import { findSheetPlace, type SheetPlace } from './places.ts'

/**
 * Says of a finding that it was looked at and why it may stand, on a sheet in any state: no figure changes. The checks
 * run again here, and what they do not find, or not of these figures, is refused. No guard is needed: should a figure
 * change before this lands, the fingerprint is that of another finding, and the changed one is open.
 */
export const acknowledgeFinding: Command<AcknowledgeFindingInput, Record<string, never>, SheetPlace> = {
  name: 'acknowledge_finding',
  action: 'review_findings',
  input: acknowledgeFindingInput,
  find: findSheetPlace,

  async plan({ reader, place: { sheet, unit }, journalId }, { indicator = null, finding: key, fingerprint, note }) {
    const previous = await findSheet(reader, unit.id, sheet.year - 1)
    const lines = await readSheetLines(reader, previous ? [sheet.id, previous.id] : [sheet.id])
    const remarks = await readRemarks(reader, [sheet.id])
    const findings = reviewSheet({
      state: sheet.state,
      lines: lines.get(sheet.id) ?? [],
      previousLines: previous ? liveLines(lines.get(previous.id)) : [],
      ...(remarks.get(sheet.id) ?? { statements: [], acknowledgements: [] }),
    })
    const seen = findings.find((one) => one.finding.indicatorCode === indicator && one.key === key)
    if (seen?.fingerprint !== fingerprint)
      return refuse('conflict', { reason: seen ? 'finding_changed' : 'finding_gone' })
    const { lineId } = seen.finding
    return ok({
      statements: [
        statement(
          build
            .insert(acknowledgements)
            .values({ journalId, sheetId: sheet.id, lineId, finding: key, fingerprint, note }),
        ),
      ],
      output: {},
      journal: {
        unitId: unit.id,
        sheetId: sheet.id,
        reason: note,
        detail: { year: sheet.year, indicator, finding: key, fingerprint },
      },
    })
  },
}
