import { createHash } from 'node:crypto'
import { chownSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { nanoid } from 'nanoid'
import { openToRead } from './check-ledger.ts'
import { filesBeside, pathOfFile } from './files.ts'

/** Where a ledger names files of the store beside it, each by its SHA-256. */
const references = { document_files: 'sha256', imports: 'sha256' }

/** The SHA-256 of every file that a ledger names, of whatever version it is. */
function filesNamedIn(ledger: string): string[] {
  const database = openToRead(ledger)
  try {
    const tables = database.prepare("select name from sqlite_master where type = 'table'").pluck().all()
    const named = Object.entries(references).flatMap(([table, column]) =>
      tables.includes(table) ? database.prepare(`select "${column}" from "${table}"`).pluck().all() : [],
    )
    return [...new Set(named.map(String))].sort()
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
 * `from`. A file is its SHA-256, so one that is there already is left, with `verify` only where its bytes still are those;
 * nothing is ever removed. Each that is copied is on the disk, whole, and was read back by its sum first. A lost one stops
 * nothing: figures are worth more than it. Throws what the file system threw.
 */
export function copyFiles(
  { names, from, to }: { names: string; from: string; to: string },
  { verify, owner }: { verify: boolean; owner?: Owner },
): CopiedFiles {
  const named = filesNamedIn(names)
  const [source, target] = [filesBeside(from), filesBeside(to)]
  const lost = named.filter((sha256) => {
    const place = pathOfFile(target, sha256)
    if (verify ? read(place, sha256) !== null : isThere(place)) return false
    const bytes = read(pathOfFile(source, sha256), sha256)
    if (bytes === null) return true
    for (const folder of [target, dirname(place)]) makeFolder(folder, owner)
    put(place, bytes, owner)
    return false
  })
  return { files: named.length, lost }
}

/** A file's bytes, where they are those of its name. */
function read(path: string, sha256: string): Buffer | null {
  if (!isThere(path)) return null
  const bytes = readFileSync(path)
  return createHash('sha256').update(bytes).digest('hex') === sha256 ? bytes : null
}

const isThere = (path: string) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false

/** Restored by root, they still are the server's to open. */
function makeFolder(folder: string, owner: Owner | undefined): void {
  if (mkdirSync(folder, { recursive: true, mode: 0o700 }) !== undefined && owner)
    chownSync(folder, owner.uid, owner.gid)
}

function put(place: string, bytes: Buffer, owner: Owner | undefined): void {
  const partial = `${place}.${nanoid()}.partial`
  try {
    writeFileSync(partial, bytes, { mode: 0o600, flag: 'wx', flush: true })
    if (owner) chownSync(partial, owner.uid, owner.gid)
    renameSync(partial, place)
  } finally {
    rmSync(partial, { force: true })
  }
}
