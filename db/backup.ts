import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import Database from 'better-sqlite3'
import { checkLedger, LedgerRefused, type LedgerSummary, openToRead } from './check-ledger.ts'
import { type CopiedFiles, copyFiles } from './copy-files.ts'
import { openDatabase } from './engines/embedded.ts'
import { syncToDisk } from './sync-to-disk.ts'

/** What SQLite keeps beside a database; beside another one it would spoil it. */
const companions = ['-wal', '-shm', '-journal']
const backupName = /^so-chi-tieu_\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ\.db$/

/** 2026-11-22T03-30-00Z: a time in a file's name, in the order of time. */
const stampOf = (at: Date) => `${at.toISOString().slice(0, 19).replaceAll(':', '-')}Z`

/**
 * Copies the ledger, as it stands at one moment, into a new dated file of the folder, which is made where there is
 * none, and the files that it names into the store beside that, which all backups of the folder share: a file never
 * changes, so each is copied once. A server may write meanwhile; nothing is ever overwritten. `bytes`: size of the dated
 * file.
 *
 * Throws LedgerRefused where either is no sound ledger, and what SQLite or the file system threw; no dated file is left
 * then.
 */
export function backUp(
  ledger: string,
  folder: string,
  at: Date,
): LedgerSummary & CopiedFiles & { file: string; bytes: number } {
  requireFile(ledger)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, `so-chi-tieu_${stampOf(at)}.db`)
  const source = openDatabase(ledger)
  try {
    const copied = copyWhole(source, `${file}.partial`, (partial) => {
      // Before the name: where a backup is seen, its files are there.
      const files = copyFiles({ names: partial, from: ledger, to: file }, { verify: false })
      // Whoever makes this name holds the partial one, which is there once: nobody can come in between.
      if (existsSync(file)) throw new LedgerRefused(`${file} is there already`)
      renameSync(partial, file)
      return files
    })
    return { ...copied, file, bytes: statSync(file).size }
  } finally {
    source.close()
  }
}

/** Removes the oldest backups beside this one, so that `keep` are left with it. Answers how many it removed. */
export function pruneBackups(file: string, keep: number): number {
  const folder = dirname(file)
  const others = readdirSync(folder).filter((name) => backupName.test(name) && name !== basename(file))
  // Counted from the newest; this one stays whatever the clock says.
  const old = others
    .sort()
    .reverse()
    .slice(keep - 1)
  for (const name of old) rmSync(join(folder, name))
  return old.length
}

/**
 * Puts a checked copy of the backup in the ledger's place, in one step, after the files that it names are in the store
 * beside it; the backup is not touched. The ledger that was there is kept, whole, under the dated name `former`, and so
 * are its files.
 *
 * Throws as `backUp` does, and LedgerRefused where another program has the ledger open: all is then as it was, but for
 * files that were copied before something else went wrong, which nothing names.
 */
export function restore(
  backup: string,
  ledger: string,
  at: Date,
): LedgerSummary & CopiedFiles & { former: string | null } {
  requireFile(backup)
  const folder = dirname(ledger)
  mkdirSync(folder, { recursive: true })
  const suffix = extname(ledger)
  const former = join(folder, `${basename(ledger, suffix)}_before-restore_${stampOf(at)}${suffix}`)
  const replaces = existsSync(ledger)
  const source = openToRead(backup)
  try {
    const copied = copyWhole(source, `${former}.partial`, (partial) => {
      // Restored by root, it still is the server's to open.
      const { uid, gid, mode } = statSync(replaces ? ledger : folder)
      chownSync(partial, uid, gid)
      if (replaces) chmodSync(partial, mode & 0o777)
      // Refused where it is open, before anything is copied beside it.
      if (replaces) foldLog(ledger)
      const files = copyFiles({ names: partial, from: backup, to: ledger }, { verify: true, owner: { uid, gid } })
      if (replaces) {
        // Again: a server may have been started while files were copied.
        foldLog(ledger)
        // Two names for a moment: a server that found no ledger would begin an empty one.
        linkSync(ledger, former)
      }
      for (const companion of companions) {
        if (existsSync(ledger + companion)) renameSync(ledger + companion, former + companion)
      }
      renameSync(partial, ledger)
      return files
    })
    return { ...copied, former: replaces ? former : null }
  } finally {
    source.close()
  }
}

function requireFile(file: string): void {
  if (!existsSync(file)) throw new LedgerRefused(`there is no file ${file}`)
}

/** Copies a ledger to a partial name; `place` gives it its own once it is on the disk and found to be sound. */
function copyWhole<Placed>(
  source: Database.Database,
  partial: string,
  place: (partial: string) => Placed,
): LedgerSummary & Placed {
  // Refused where it exists, and its owner's alone from the first byte: VACUUM INTO takes an empty file.
  closeSync(openSync(partial, 'wx', 0o600))
  try {
    source.prepare('vacuum into ?').run(partial)
    forgetSessions(partial)
    syncToDisk(partial)
    const summary = checkLedger(partial)
    const placed = place(partial)
    syncToDisk(dirname(partial))
    return { ...summary, ...placed }
  } finally {
    for (const companion of ['', ...companions]) rmSync(partial + companion, { force: true })
  }
}

/** A session that was ended since, or whose password was changed, must not live again in a copy. */
function forgetSessions(copy: string): void {
  const database = new Database(copy)
  try {
    const has = database.prepare("select 1 from sqlite_master where type = 'table' and name = 'sessions'").get()
    if (has) database.exec('delete from "sessions"')
  } finally {
    database.close()
  }
}

/**
 * Leaves a ledger's journal mode WAL, which only one who is alone with the file can: what was in its log is then in
 * the file, and the log is gone. A file too damaged for that goes aside with what is left of its log.
 */
function foldLog(ledger: string): void {
  const database = new Database(ledger, { timeout: 200 })
  try {
    database.pragma('journal_mode = DELETE')
  } catch (error) {
    const code = error instanceof Database.SqliteError ? error.code : ''
    if (code.startsWith('SQLITE_BUSY'))
      throw new LedgerRefused(`another program has ${ledger} open; stop the server first`)
    if (!/^SQLITE_(NOTADB|CORRUPT)/.test(code)) throw error
  } finally {
    database.close()
  }
}
