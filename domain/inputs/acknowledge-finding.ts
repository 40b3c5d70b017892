import { z } from 'zod'
import { indicatorCode, key, optional, prose, slug, year } from './common.ts'

/** That a finding was looked at, and why it may stand: the finding as the person saw it. */
export const acknowledgeFindingInput = z.strictObject({
  unit: slug,
  year,
  key,
  /** Of the line; absent where the finding is about the sheet as a whole. */
  indicator: optional(indicatorCode),
  /** `findingKey` and `fingerprint` of domain/finding.ts. */
  finding: z.string().min(1, 'required').max(500, 'too_long'),
  fingerprint: z.string().min(1, 'required').max(5000, 'too_long'),
  note: prose(1000).pipe(z.string().min(1, 'note_required')),
})
export type AcknowledgeFindingInput = z.output<typeof acknowledgeFindingInput>
