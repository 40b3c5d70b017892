import { z } from 'zod'
import { changes, figureKinds, MOST_CELLS } from '../figure.ts'
import { key, optional, prose, requiredText, slug, year } from './common.ts'

const cell = z.strictObject({
  /** Code of the indicator; the line on the sheet says which version of it. */
  indicator: requiredText(60),
  kind: z.enum(figureKinds, 'unknown_kind'),
  /** As typed, in `locale`; '' clears. */
  quantity: z.string().max(300, 'too_long'),
  note: prose(2000).optional(),
  /** The version the person saw; null: a cell never written. */
  expectedVersion: z.int('bad_version').min(1, 'bad_version').nullable(),
})

/** One or many cells of one sheet, all or nothing. */
export const setFiguresInput = z.strictObject({
  unit: slug,
  year,
  key,
  locale: z.enum(['vi', 'en'], 'unknown_locale').default('vi'),
  reason: optional(prose(1000)),
  /** Where it is missing: an entry on a draft, a correction of what a submitted sheet already holds. */
  change: z.enum(changes, 'unknown_change').optional(),
  /** Code of the document that the figures come from, or that decided an adjustment. */
  document: optional(requiredText(80)),
  changes: z
    .array(cell)
    .min(1, 'required')
    .max(MOST_CELLS, 'too_many')
    .refine(
      (cells) => new Set(cells.map((one) => `${one.indicator} ${one.kind}`)).size === cells.length,
      'same_cell_twice',
    ),
})
export type SetFiguresInput = z.output<typeof setFiguresInput>
