import 'server-only'
import { databaseFile } from '#db/env.ts'
import { contentType } from '#db/file-content.ts'
import { type Check, filesBeside, type StoredFile, storeFile } from '#db/files.ts'
import { handIn, removeUnnamed } from '#db/held-files.ts'
import { type FileType, isFileType } from '#domain/file-type.ts'
import { ok, type Problem, type Result, refuse } from '#domain/refusal.ts'
import { ledger } from './ledger.ts'

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
  const stored = await storeBody(request, longest, async (partial, { size, sha256 }) => {
    if (size !== counted.size || sha256 !== counted.sha256) return refuse('invalid', problem('file_differs'))
    const type = await contentType(partial)
    return isFileType(type) ? ok({ type }) : refuse('invalid', problem('file_not_taken', { type }))
  })
  const isTooLong = !stored.ok && stored.error.problems?.some(({ reason }) => reason === 'too_long')
  return isTooLong ? tooLarge : stored
}

/** Stores a body as `storeFile` does. Whose sender goes away is refused, as what did not arrive: that is no fault. */
export async function storeBody<Known extends object>(
  request: Request,
  longest: number,
  check: Check<Known>,
): Promise<Result<StoredFile & Known>> {
  return storeFile(filesFolder(), bodyOf(request), longest, check).catch((error: unknown) => {
    if (request.signal.aborted) return refuse('invalid', problem('file_differs'))
    throw error
  })
}

async function* bodyOf({ body }: Request): AsyncGenerator<Uint8Array> {
  if (body) yield* body
}

/** Does what stores the body of a request, whose address says its `sha256`, and names it; else nothing of it stays. */
export async function handInBody<T>(request: Request, work: () => Promise<T>): Promise<T> {
  const sha256 = new URL(request.url).searchParams.get('sha256') ?? ''
  if (!/^[0-9a-f]{64}$/.test(sha256)) return work()
  return handIn({ reader: ledger().reader, folder: filesFolder(), sha256 }, work)
}

/** Removes a file that was given up, where nothing else names it. */
export const forgetFile = (sha256: string): Promise<void> =>
  removeUnnamed({ reader: ledger().reader, folder: filesFolder(), sha256 })
