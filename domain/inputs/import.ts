import { z } from 'zod'
import { encodings, separators } from '../file-found.ts'
import { columnRoles } from '../import-reading.ts'
import { documentCode, indicatorCode, key, optional, prose, requiredText, slug, year } from './common.ts'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'bad_hash')
const importId = z.string().max(40)
/** Names as the file has them; a null leaves what it names out. */
const matches = <T extends z.ZodType<string>>(target: T) => z.record(z.string().max(500), target.nullable())

/** The file itself is in the store already; what the sender counted must be what arrived. */
export const startImportInput = z.strictObject({
  key,
  fileName: requiredText(255),
  sha256,
  size: z.int().min(1),
})
export type StartImportInput = z.output<typeof startImportInput>

/** Domain type: ImportChoices. All of them each time: what is not sent is not chosen any more. */
export const importChoices = z.strictObject({
  encoding: z.enum(encodings).optional(),
  separator: z.enum(separators).optional(),
  worksheet: z.string().max(100).optional(),
  headerRow: z.int().min(1).max(200_000).optional(),
  roles: z.record(z.string().regex(/^\d{1,3}$/), z.enum(columnRoles)).optional(),
  unit: slug.optional(),
  year: year.optional(),
  style: z.enum(['vi', 'en']).optional(),
  units: matches(slug).optional(),
  indicators: matches(indicatorCode).optional(),
})

export const chooseImportInput = z.strictObject({ key, import: importId, choices: importChoices })
export type ChooseImportInput = z.output<typeof chooseImportInput>

export const commitImportInput = z.strictObject({
  key,
  import: importId,
  /** `diff.hash` of the preview that the person saw. */
  diff: sha256,
  /** Where a submitted sheet is corrected. */
  reason: optional(prose(1000)),
  /** Code of the document that the figures come from. */
  document: documentCode.optional(),
  /** The recorded plans that change are adjusted by the document, not corrected. */
  adjustment: z.boolean().default(false),
  /** Cells in error stay out; otherwise one of them holds everything up. */
  withoutErrors: z.boolean().default(false),
})
export type CommitImportInput = z.output<typeof commitImportInput>

export const undoImportInput = z.strictObject({ key, import: importId, reason: optional(prose(1000)) })
export type UndoImportInput = z.output<typeof undoImportInput>

export const discardImportInput = z.strictObject({ key, import: importId })
export type DiscardImportInput = z.output<typeof discardImportInput>
