import { z } from 'zod'
import { fileTypeNames } from '../file-type.ts'
import { documentCode, key } from './common.ts'

/** Bytes. */
export const longestFile = 20 * 1024 * 1024

/** A file that was stored, to be that of a document. */
export const attachFileInput = z.strictObject({
  key,
  code: documentCode,
  /** As the file was called where it came from. */
  name: z.string().max(1000, 'too_long'),
  type: z.enum(fileTypeNames),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'bad_hash'),
  size: z.int().min(1).max(longestFile),
  /** The version of the file that this one replaces, as it was seen; null where the document has none. */
  replaces: z.int('bad_version').min(1, 'bad_version').nullable(),
})
export type AttachFileInput = z.output<typeof attachFileInput>
