import { z } from 'zod'
import { indicatorCode, key, prose, slug, year } from './common.ts'

/** Takes an indicator off a draft; its figures and their history stay. */
export const endLineInput = z.strictObject({
  unit: slug,
  year,
  key,
  indicator: indicatorCode,
  reason: prose(1000).pipe(z.string().min(1, 'reason_required')),
})
export type EndLineInput = z.output<typeof endLineInput>
