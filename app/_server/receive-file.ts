import 'server-only'
import { databaseFile } from '#db/env.ts'
import { contentType } from '#db/file-content.ts'
import { filesBeside, type StoredFile, storeFile } from '#db/files.ts'
import { type FileType, isFileType } from '#domain/file-type.ts'
import { ok, type Problem, type Result, refuse } from '#domain/refusal.ts'

/** Where the files of the ledger are kept. */
export const filesFolder = (): string => filesBeside(databaseFile())

/** What the sender counted before it sent. */
type Counted = { size: number; sha256: string }

const problem = (reason: string, values: NonNullable<Problem['values']> = {}) => ({
  problems: [{ path: 'file', reason, values }],
})

/**
 * Stores the body of a request as it comes: a file of one of our types, no longer than `longest` bytes, and the very
 * bytes that its sender counted. Of what is refused, or cut off on the way, nothing is left.
 */
export async function receiveFile(
  request: Request,
  counted: Counted,
  longest: number,
): Promise<Result<StoredFile & { type: FileType }>> {
  const tooLarge = refuse('too_large', problem('file_too_large', { megabytes: longest / 2 ** 20 }))
  // Not read at all where it says so itself; one that lies is counted below.
  if (Math.max(counted.size, Number(request.headers.get('content-length'))) > longest) return tooLarge
  const stored = await storeFile(filesFolder(), bodyOf(request), longest, async (partial, { size, sha256 }) => {
    if (size !== counted.size || sha256 !== counted.sha256) return refuse('invalid', problem('file_differs'))
    const type = await contentType(partial)
    return isFileType(type) ? ok({ type }) : refuse('invalid', problem('file_not_taken', { type }))
  })
  const isTooLong = !stored.ok && stored.error.problems?.some(({ reason }) => reason === 'too_long')
  return isTooLong ? tooLarge : stored
}

async function* bodyOf({ body }: Request): AsyncGenerator<Uint8Array> {
  if (body) yield* body
}
