import { z } from 'zod'
import { exportLayouts, screenColumns } from '../export-columns.ts'
import { indicatorGroups } from '../indicator.ts'
import { verdicts } from '../verdict.ts'
import { key, slug } from './common.ts'

/**
 * The layouts of a CSV, a workbook of the same columns, and the official forms as workbooks: "Biểu số 01" of a unit's
 * year, "Biểu số 02" of the units of a year.
 */
export const exportFormats = [...exportLayouts, 'xlsx', 'bieu'] as const
const worksheetChoices = ['year', 'unit'] as const

/** As an address or a command line says it. */
export const typedYear = z
  .string()
  .regex(/^(199\d|20\d\d|2100)$/, 'bad_year')
  .transform(Number)

/** The figures that somebody takes away as a file: in which form, and which, as the screens filter them. */
export const exportFiguresInput = z
  .strictObject({
    key,
    layout: z.enum(exportFormats, 'unknown_layout').default('data'),
    unit: slug.optional(),
    year: typedYear.optional(),
    from: typedYear.optional(),
    to: typedYear.optional(),
    parent: slug.optional(),
    q: z.string().max(200, 'too_long').optional(),
    indicator: z.string().max(60, 'too_long').optional(),
    group: z.enum(indicatorGroups).optional(),
    verdict: z.enum(verdicts).optional(),
    columns: z.array(z.enum(screenColumns)).optional(),
    /** Of a workbook: one a year, where nothing is said, or one a unit. */
    worksheets: z.enum(worksheetChoices).optional(),
  })
  .superRefine(({ layout, year }, context) => {
    if (layout === 'bieu' && year === undefined) {
      context.addIssue({ code: 'custom', path: ['year'], message: 'required' })
    }
  })
export type ExportFiguresInput = z.output<typeof exportFiguresInput>
/** What is asked for, whoever asks and however often. */
export type AskedExport = Omit<ExportFiguresInput, 'key'>
