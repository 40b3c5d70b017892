import { z } from 'zod'
import { exportLayouts } from '../export-columns.ts'
import { key, slug } from './common.ts'
import { typedYear } from './export-figures.ts'

/** What was done rather than what stands: every revision of figures, or every write of any sort. */
const recordKinds = ['revisions', 'journal'] as const

export const exportRecordsInput = z.strictObject({
  key,
  records: z.enum(recordKinds),
  layout: z.enum(exportLayouts, 'unknown_layout').default('data'),
  unit: slug.optional(),
  year: typedYear.optional(),
})
export type ExportRecordsInput = z.output<typeof exportRecordsInput>
export type AskedRecords = Omit<ExportRecordsInput, 'key'>
