import { z } from 'zod'
import { key, optional, prose, slug } from './common.ts'

/** Takes a mistaken succession back. */
export const removeSuccessionInput = z.strictObject({
  key,
  predecessor: slug,
  successor: slug,
  reason: optional(prose(1000)),
})
export type RemoveSuccessionInput = z.output<typeof removeSuccessionInput>
