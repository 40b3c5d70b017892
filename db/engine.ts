import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'

/**
 * What a query may do: select. There is no insert, update, delete or raw SQL here, and the application has
 * a Reader only from its gates (app/_server/gate.ts). Queries await it, so that an engine across a network can stand behind it.
 */
export type Reader = Pick<BetterSQLite3Database, 'select' | 'selectDistinct'>

/** One statement of a batch, with its values bound: plain data, so that any engine can run or send it. */
export type Statement = { sql: string; params: unknown[] }

/** A batch landed whole, or a unique key, a trigger or a guard refused it and nothing was written. */
export type CommitResult = { ok: true } | { ok: false; constraint: string }

/** Where the ledger is kept. One implementation now (engines/embedded.ts). */
export type Engine = {
  reader: Reader
  /** Runs the statements in one transaction, all or nothing. Throws for faults (disk, lock) and bugs. */
  commit(statements: readonly Statement[]): Promise<CommitResult>
  close(): void
}
