import { createHash } from 'node:crypto'
import { chownSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { nanoid } from 'nanoid'
import { openToRead } from './check-ledger.ts'
import { filesBeside, pathOfFile } from './files.ts'
import { makeFolder, syncToDisk } from './sync-to-disk.ts'

/** What names files of the store in a ledger, as db/queries/file-named.ts asks of one of them. */
const references = {
  document_files: 'select "sha256", "size" from "document_files"',
  imports: `select "sha256", "size" from "imports" where "state" <> 'discarded'`,
}

/** Every file that a ledger names, of whatever version it is: its size in bytes by its SHA-256. */
function filesNamedIn(ledger: string): Map<string, number> {
  const database = openToRead(ledger)
  try {
    const tables = database.prepare("select name from sqlite_master where type = 'table'").pluck().all()
    const named = Object.entries(references).flatMap(([table, select]) =>
      // A row of two columns, as the schema has them.
      tables.includes(table) ? (database.prepare(select).raw().all() as [string, number][]) : [],
    )
    return new Map(named.sort())
  } finally {
    database.close()
  }
}

export type CopiedFiles = {
  /** How many files the ledger names. */
  files: number
  /** Those of them that are on neither side as they were stored. */
  lost: string[]
}

type Owner = { uid: number; gid: number }

/**
 * Sees to it that the store beside the ledger `to` has every file that the ledger `names` names, from the store beside
 * `from`. A file is its SHA-256, so one of its size that is there already is left, with `verify` only where its bytes still
 * are those; nothing is ever removed. Each that is copied is on the disk, whole, and was read back by its sum first. A lost one stops
 * nothing: figures are worth more than it. Throws what the file system threw.
 */
export function copyFiles(
  { names, from, to }: { names: string; from: string; to: string },
  { verify, owner }: { verify: boolean; owner?: Owner },
): CopiedFiles {
  const named = filesNamedIn(names)
  const [source, target] = [filesBeside(from), filesBeside(to)]
  const lost = [...named].flatMap(([sha256, size]) => {
    const place = pathOfFile(target, sha256)
    if (verify ? read(place, sha256) !== null : sizeOf(place) === size) return []
    const bytes = read(pathOfFile(source, sha256), sha256)
    if (bytes === null) return [sha256]
    // Restored by root, they still are the server's to open.
    for (const folder of [target, dirname(place)]) {
      if (makeFolder(folder) && owner) chownSync(folder, owner.uid, owner.gid)
    }
    put(place, bytes, owner)
    return []
  })
  return { files: named.size, lost }
}

/** A file's bytes, where they are those of its name. */
function read(path: string, sha256: string): Buffer | null {
  if (sizeOf(path) === null) return null
  const bytes = readFileSync(path)
  return createHash('sha256').update(bytes).digest('hex') === sha256 ? bytes : null
}

/** Bytes of a file; null where there is none. */
function sizeOf(path: string): number | null {
  const found = statSync(path, { throwIfNoEntry: false })
  return found?.isFile() ? found.size : null
}

function put(place: string, bytes: Buffer, owner: Owner | undefined): void {
  const partial = `${place}.${nanoid()}.partial`
  try {
    writeFileSync(partial, bytes, { mode: 0o600, flag: 'wx', flush: true })
    if (owner) chownSync(partial, owner.uid, owner.gid)
    renameSync(partial, place)
    syncToDisk(dirname(place))
  } finally {
    rmSync(partial, { force: true })
  }
}
