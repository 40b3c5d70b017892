import Database from 'better-sqlite3'
import { type MigrationMeta, readMigrationFiles } from 'drizzle-orm/migrator'
import { migrationsFolder } from './migrate.ts'

/** The file is no sound ledger that this version can serve: the message says why, without its full stop. */
export class LedgerRefused extends Error {}

/** What a ledger holds, so that a person can tell one copy from another. `lastWrite`: UTC, ISO 8601. */
export type LedgerSummary = { journalRows: number; lastWrite: string | null }

/** Opens a ledger without the right to change it. For copies: beside a file in WAL mode SQLite would leave two more. */
export function openToRead(file: string): Database.Database {
  const database = new Database(file, { readonly: true, fileMustExist: true, timeout: 200 })
  database.pragma('trusted_schema = OFF')
  return database
}

/**
 * The ledger is whole (every page, every reference), its migrations are the first of this version's, and whatever they
 * make is there, word for word, triggers included. Throws LedgerRefused, or SQLite's own error where the file cannot be
 * read at all.
 */
export function checkLedger(file: string): LedgerSummary {
  const database = openToRead(file)
  try {
    return check(database)
  } finally {
    database.close()
  }
}

function check(database: Database.Database): LedgerSummary {
  const damage = database.pragma('integrity_check(1)', { simple: true })
  if (damage !== 'ok') throw new LedgerRefused(`it is damaged: ${String(damage)}`)
  const [dangling] = database.pragma('foreign_key_check') as { table: string }[] // its documented row
  if (dangling) throw new LedgerRefused(`it is damaged: rows of "${dangling.table}" refer to nothing`)

  const present = objectsOf(database)
  for (const [object, sql] of objectsAfter(migrationsOf(database))) {
    if (!present.has(object)) throw new LedgerRefused(`its ${object} is missing`)
    if (present.get(object) !== sql) throw new LedgerRefused(`its ${object} is not as its migrations make it`)
  }

  const [count, last] = database
    .prepare('select count(*), (select "at" from "journal" order by "seq" desc limit 1) from "journal"')
    .raw()
    .get() as [number, string | null] // the columns just named
  return { journalRows: count, lastWrite: last }
}

/** The migrations that made it: the first ones of this version's, or all. */
function migrationsOf(database: Database.Database): MigrationMeta[] {
  if (!objectsOf(database).has('table __drizzle_migrations')) throw new LedgerRefused('it is not a ledger')
  const applied = database.prepare('select hash from "__drizzle_migrations" order by created_at').pluck().all()
  const known = readMigrationFiles({ migrationsFolder })
  if (applied.length > known.length) {
    throw new LedgerRefused(`it is of a newer version (${applied.length} migrations, this version has ${known.length})`)
  }
  const strange = applied.findIndex((hash, index) => hash !== known[index]?.hash)
  if (strange !== -1) throw new LedgerRefused(`its migration ${strange} is not the one in ${migrationsFolder}`)
  return known.slice(0, applied.length)
}

/** Tables, indexes and triggers by kind and name, each with the words that make it: a hollow trigger has others. */
const objectsOf = (database: Database.Database): Map<string, string> =>
  new Map(
    database
      .prepare<[], [string, string]>(`select type || ' ' || name, sql from sqlite_master where sql is not null`)
      .raw()
      .all(),
  )

/** What these migrations make: tables, indexes and the triggers that keep the promises. */
function objectsAfter(migrations: readonly MigrationMeta[]): Map<string, string> {
  const empty = new Database(':memory:')
  try {
    for (const { sql } of migrations) empty.exec(sql.join(';\n'))
    return objectsOf(empty)
  } finally {
    empty.close()
  }
}
