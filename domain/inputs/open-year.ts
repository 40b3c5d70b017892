import { z } from 'zod'
import { isoDate, key, slug, year } from './common.ts'

/** Opens a unit's sheet of a year. */
export const openYearInput = z.strictObject({
  unit: slug,
  year,
  key,
  /** By which it is to be submitted. */
  dueDate: isoDate.optional(),
})
export type OpenYearInput = z.output<typeof openYearInput>
