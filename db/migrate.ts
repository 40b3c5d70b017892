import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { type MigrationMeta, readMigrationFiles } from 'drizzle-orm/migrator'

/** The start is refused with a sentence; the database is exactly as it was before. */
export class MigrationRefused extends Error {}

/** Where drizzle-kit writes migrations; every command starts in the project's folder. */
export const migrationsFolder = join(process.cwd(), 'drizzle')

/** Milliseconds: an import of 100.000 rows holds the lock for half a minute on a slow machine. */
const LOCK_TIMEOUT = 60_000

/**
 * Brings the database to the schema of this version, in one transaction that also holds the checks. drizzle's own
 * migrator cannot be used: inside its transaction `foreign_keys = OFF` does nothing, so a rebuilt table takes its
 * children with it, and it skips a migration that is older than the last one applied.
 *
 * Throws MigrationRefused where the database is of a newer version, was migrated by other files, loses rows, or
 * ends with a dangling reference.
 */
export function migrateDatabase(database: Database.Database, folder = migrationsFolder): void {
  const migrations = readMigrationFiles({ migrationsFolder: folder })
  requireIntact(database)
  // Nobody is answered meanwhile, so it may wait for whoever holds the lock in one piece.
  const timeout = Number(database.pragma('busy_timeout', { simple: true }))
  database.pragma(`busy_timeout = ${LOCK_TIMEOUT}`)
  // No effect inside a transaction, hence before it.
  database.pragma('foreign_keys = OFF')
  try {
    database.transaction(() => applyPending(database, migrations)).immediate()
  } finally {
    database.pragma('foreign_keys = ON')
    database.pragma(`busy_timeout = ${timeout}`)
  }
}

function requireIntact(database: Database.Database): void {
  try {
    const verdict = database.pragma('quick_check(1)', { simple: true })
    if (verdict !== 'ok') throw new MigrationRefused(`The database is damaged: ${String(verdict)}`)
  } catch (error) {
    if (error instanceof MigrationRefused) throw error
    throw new MigrationRefused(`This is not a database that can be read: ${String(error)}`)
  }
}

function applyPending(database: Database.Database, migrations: readonly MigrationMeta[]): void {
  database.exec(
    'create table if not exists "__drizzle_migrations" (id integer primary key, hash text not null, created_at numeric)',
  )
  const applied = database.prepare('select hash from "__drizzle_migrations" order by created_at').pluck().all()
  requireSameHistory(applied, migrations)
  const pending = migrations.slice(applied.length)
  if (pending.length === 0) return

  const before = countRows(database)
  const record = database.prepare('insert into "__drizzle_migrations" (hash, created_at) values (?, ?)')
  for (const migration of pending) {
    for (const sql of migration.sql) database.exec(sql)
    record.run(migration.hash, migration.folderMillis)
  }
  requireSameRows(before, countRows(database))
  const [dangling] = database.pragma('foreign_key_check') as { table: string }[] // its documented row
  if (dangling) throw new MigrationRefused(`The migration leaves rows of "${dangling.table}" that refer to nothing.`)
}

function requireSameHistory(applied: readonly unknown[], migrations: readonly MigrationMeta[]): void {
  if (applied.length > migrations.length) {
    throw new MigrationRefused(
      `The database is of a newer version (${applied.length} migrations, this version knows ${migrations.length}). Start the newer version, or restore an older backup.`,
    )
  }
  const strange = applied.findIndex((hash, index) => hash !== migrations[index]?.hash)
  if (strange !== -1) {
    throw new MigrationRefused(`Migration ${strange} of the database is not the one in ${migrationsFolder}.`)
  }
}

function requireSameRows(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): void {
  for (const [table, rows] of before) {
    if (after.get(table) !== rows) {
      throw new MigrationRefused(`The migration changes the rows of "${table}" from ${rows} to ${after.get(table)}.`)
    }
  }
}

function countRows(database: Database.Database): Map<string, number> {
  const tables = database
    .prepare(String.raw`select name from sqlite_master where type = 'table' and name not like '\_\_%' escape '\'
      and name not like 'sqlite\_%' escape '\'`)
    .pluck()
    .all()
  return new Map(
    tables.map((table) => [String(table), Number(database.prepare(`select count(*) from "${table}"`).pluck().get())]),
  )
}
