import { z } from 'zod'
import type { DocumentView } from '../sheet.ts'
import { documentCode, isoDate, key, optional, requiredText, text } from './common.ts'

/** A document that figures are cited from; where its code exists, changes of it; without a code always a new one. */
export const saveDocumentInput = z.strictObject({
  key,
  code: documentCode.optional(),
  title: requiredText(500),
  publisher: optional(text(200)),
  /** Of a decision or resolution: "37/NQ-HĐND". */
  number: optional(text(60)),
  // Anything but the web's own schemes could run or open something when it is followed.
  url: z
    .url({ protocol: /^https?$/, error: 'bad_url' })
    .max(1000, 'too_long')
    .optional(),
  dated: isoDate.optional(),
  /** What the form showed of the one that is changed (`saidOf`); where it says something else by now, nothing is. */
  seen: z.string().max(5000, 'too_long').optional(),
})
/** All that is said of a document, as one text to compare. */
export const saidOf = ({ title, number, publisher, dated, url }: Omit<DocumentView, 'code'>): string =>
  JSON.stringify([title, number, publisher, dated, url])
export type SaveDocumentInput = z.output<typeof saveDocumentInput>
