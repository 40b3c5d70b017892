import { setTimeout } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { keepNewest } from '#domain/keep-newest.ts'
import type { CommitResult, Engine, Statement } from '../engine.ts'

/**
 * Milliseconds of a try. Longer, and a lock held elsewhere freezes the event loop; so the engine waits between short
 * tries instead: an import of 100.000 rows holds the lock for half a minute on a slow machine, and others are answered
 * meanwhile.
 */
const BUSY_TIMEOUT = 20
const BUSY_TRIES = 300
const LONGEST_PAUSE = 250

/**
 * Constraints that another write can bring about after a plan was made. Any other (a missing value, a broken check, a
 * reference to nothing) is a bug of the plan, and is thrown.
 */
const raced = (error: InstanceType<typeof Database.SqliteError>): boolean =>
  /^SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY|TRIGGER)$/.test(error.code) ||
  (error.code === 'SQLITE_CONSTRAINT_CHECK' && error.message.includes('guard_holds'))

/**
 * Opens a SQLite file (or a serialized database) with the settings that keep the promises: a commit is on the disk.
 * `bulk` is for loaders that can be run again: a power cut may take the last commits back, whole ones, and nothing else.
 */
export function openDatabase(source: string | Buffer, { bulk = false } = {}): Database.Database {
  const database = new Database(source)
  database.pragma('journal_mode = WAL')
  database.pragma(`synchronous = ${bulk ? 'NORMAL' : 'FULL'}`)
  database.pragma('foreign_keys = ON')
  database.pragma('trusted_schema = OFF')
  database.pragma(`busy_timeout = ${BUSY_TIMEOUT}`)
  return database
}

/** As many texts of statements as the product has, several times over; the longest unused goes first. */
const KEPT_STATEMENTS = 500

/** Prepares each text once: to compile a statement takes longer than to run it. */
function preparer(database: Database.Database): (sql: string) => Database.Statement {
  const kept = new Map<string, Database.Statement>()
  return (sql) => keepNewest(kept, KEPT_STATEMENTS, sql, kept.get(sql) ?? database.prepare(sql))
}

/**
 * The ledger in one SQLite file, in this process. `onStatement` hears every read, for tests and measurements; a commit
 * waits for a lock that somebody else holds for so many tries, over a minute.
 */
export function embeddedEngine(
  database: Database.Database,
  onStatement?: (sql: string) => void,
  busyTries = BUSY_TRIES,
): Engine {
  // Its own statements: drizzle sets them to answer with arrays.
  const forReads: Database.Database = Object.create(database, { prepare: { value: preparer(database) } })
  const orm = drizzle(forReads, onStatement ? { logger: { logQuery: onStatement } } : {})
  const prepare = preparer(database)
  const run = database.transaction((statements: readonly Statement[]) => {
    for (const { sql, params } of statements) prepare(sql).run(...params)
  })

  return {
    reader: { select: orm.select.bind(orm), selectDistinct: orm.selectDistinct.bind(orm) },
    async commit(statements): Promise<CommitResult> {
      for (let attempt = 1; ; attempt += 1) {
        try {
          run.immediate(statements)
          return { ok: true }
        } catch (error) {
          if (!(error instanceof Database.SqliteError)) throw error
          if (raced(error)) return { ok: false, constraint: error.message }
          if (!error.code.startsWith('SQLITE_BUSY') || attempt === busyTries) throw error
          await setTimeout(Math.min(10 * attempt, LONGEST_PAUSE))
        }
      }
    },
    close: () => database.close(),
  }
}
