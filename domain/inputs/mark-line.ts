import { z } from 'zod'
import { indicatorCode, key, optional, slug, text, year } from './common.ts'

const office = optional(text(200))

/** Says which sets a line of a draft is in, and which office answers for it; without an office, none. */
export const markLineInput = z.strictObject({
  unit: slug,
  year,
  key,
  indicator: indicatorCode,
  inAssignedSet: z.boolean(),
  inAdoptedSet: z.boolean(),
  office,
  /** What the person saw of it, so that nothing is overwritten that they did not know. */
  seen: z.strictObject({ inAssignedSet: z.boolean(), inAdoptedSet: z.boolean(), office }),
})
export type MarkLineInput = z.output<typeof markLineInput>
