import { createHash } from 'node:crypto'
import { createReadStream, type ReadStream } from 'node:fs'
import { open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { nanoid } from 'nanoid'
import { z } from 'zod'
import { ok, type Result, refuse } from '#domain/refusal.ts'
import { makeFolder, syncToDisk } from './sync-to-disk.ts'

/** Files that people hand in, outside the database, each under the SHA-256 of its content: equal files are one file. */
export type StoredFile = {
  sha256: string
  /** Bytes. */
  size: number
}

const name = z.string().regex(/^[0-9a-f]{64}$/)

/** The folder of a ledger's files: `files`, beside its database. */
export const filesBeside = (database: string): string => join(dirname(database), 'files')

/** Two letters a folder, so that none has too many. Throws where it is no SHA-256, such as a path that leads elsewhere. */
export const pathOfFile = (folder: string, sha256: string): string =>
  join(folder, name.parse(sha256).slice(0, 2), sha256)

/** Looks at a file that has come whole, at its partial name, before it gets its own; answers what else is known of it. */
export type Check<Known extends object> = (partial: string, file: StoredFile) => Promise<Result<Known>>

type Source = AsyncIterable<Uint8Array>

/**
 * Keeps what comes, up to `longest` bytes; it is on the disk, whole, when this answers. Refused: `invalid` with the
 * problem `too_long` or `empty` of `file`, or as `check` refuses it; nothing is left of it then, nor where the source
 * fails.
 */
export function storeFile(folder: string, source: Source, longest: number): Promise<Result<StoredFile>>
export function storeFile<Known extends object>(
  folder: string,
  source: Source,
  longest: number,
  check: Check<Known>,
): Promise<Result<StoredFile & Known>>
export async function storeFile(
  folder: string,
  source: Source,
  longest: number,
  check: Check<object> = async () => ok({}),
): Promise<Result<StoredFile & object>> {
  makeFolder(folder)
  const partial = join(folder, `${nanoid()}.partial`)
  const hash = createHash('sha256')
  let size = 0
  try {
    const file = await open(partial, 'wx', 0o600)
    try {
      for await (const chunk of source) {
        size += chunk.byteLength
        if (size > longest) return refuse('invalid', { problems: [{ path: 'file', reason: 'too_long' }] })
        hash.update(chunk)
        await file.writeFile(chunk)
      }
      if (size === 0) return refuse('invalid', { problems: [{ path: 'file', reason: 'empty' }] })
      await file.sync()
    } finally {
      await file.close()
    }
    const stored = { sha256: hash.digest('hex'), size }
    const checked = await check(partial, stored)
    if (!checked.ok) return checked
    const path = pathOfFile(folder, stored.sha256)
    makeFolder(dirname(path))
    await rename(partial, path)
    syncToDisk(dirname(path))
    return ok({ ...checked.value, ...stored })
  } finally {
    await rm(partial, { force: true })
  }
}

/** A stored file's bytes, to be streamed; null where there is none. */
export async function readStoredFile(
  folder: string,
  sha256: string,
): Promise<{ size: number; stream(): ReadStream } | null> {
  const path = pathOfFile(folder, sha256)
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  return found && { size: found.size, stream: () => createReadStream(path) }
}
