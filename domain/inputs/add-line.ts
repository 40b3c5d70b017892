import { z } from 'zod'
import { indicatorCode, key, optional, slug, text, year } from './common.ts'

/** Who is in charge of a line. */
export const lineOffice = text(200)
/** As printed: "5", "5.1", "a". */
export const lineNumber = text(20).pipe(z.string().regex(/^([\p{L}\p{N}]+(\.[\p{L}\p{N}]+)*)?$/u, 'bad_number'))

/** Puts an indicator on a sheet; without a number, the next one. */
export const addLineInput = z.strictObject({
  unit: slug,
  year,
  key,
  indicator: indicatorCode,
  inAssignedSet: z.boolean(),
  inAdoptedSet: z.boolean(),
  office: optional(lineOffice),
  number: optional(lineNumber),
})
export type AddLineInput = z.output<typeof addLineInput>
