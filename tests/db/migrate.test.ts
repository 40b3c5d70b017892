import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { describe, expect, test } from 'vitest'
import { openDatabase } from '#db/engines/embedded.ts'
import { MigrationRefused, migrateDatabase } from '#db/migrate.ts'
import { testLedger } from '#tests/support/database.ts'
import { migrationCount, migrationsUpTo } from '#tests/support/migrations.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'

const applied = 'select count(*) from "__drizzle_migrations"'

test('an empty file is brought to this version, and a second time nothing changes', () => {
  const database = openDatabase(':memory:')
  migrateDatabase(database)
  expect(database.prepare(applied).pluck().get()).toBe(migrationCount)
  const before = database.serialize()
  migrateDatabase(database)
  expect(database.serialize()).toEqual(before)
  expect(database.pragma('foreign_keys', { simple: true })).toBe(1)
})

test('waits for whoever holds the lock, and leaves the connection as it was', async () => {
  const file = join(temporaryFolder('migrations'), 'app.db')
  // Another thread holds it, because the wait is not this one's to interrupt.
  const holder = new Worker(
    `const { parentPort } = require('node:worker_threads')
    const other = new (require('better-sqlite3'))(process.argv[2])
    other.pragma('journal_mode = WAL')
    other.exec('begin immediate')
    parentPort.postMessage('held')
    setTimeout(() => { other.exec('commit'); other.close() }, 400)`,
    { eval: true, argv: [file] },
  )
  await once(holder, 'message')
  const database = openDatabase(file)
  const timeout = database.pragma('busy_timeout', { simple: true })
  migrateDatabase(database)
  expect(database.prepare(applied).pluck().get()).toBe(migrationCount)
  expect(database.pragma('busy_timeout', { simple: true })).toBe(timeout)
})

test('a furnished ledger keeps every row when a column is added', async () => {
  const ledger = await testLedger()
  const users = ledger.one('select count(*) from users')
  migrateDatabase(ledger.database, migrationsUpTo(migrationCount, 'alter table documents add column pages integer'))
  expect(ledger.one('select count(*) from users')).toBe(users)
  expect(ledger.one('select pages from documents')).toBeNull()
})

/** A rebuild as drizzle-kit generates it: where foreign keys stay on, dropping the old table takes the children. */
const rebuildUsers = `create table "__new_users" as select * from users;
--> statement-breakpoint
drop table users;
--> statement-breakpoint
alter table "__new_users" rename to users;`

describe('a migration is rolled back whole', () => {
  test.each([
    ['that loses rows', 'delete from grants', /"grants" from \d+ to 0/],
    ['that loses a table', 'drop table statements', /"statements" from 0 to undefined/],
    ['that leaves a reference to nothing', "update grants set user_id = 'nobody'", /"grants" that refer to nothing/],
    ['that fails half way', 'create table half (a);\n--> statement-breakpoint\nselect nonsense', /no such column/],
    ['that loses rows in a rebuild', `${rebuildUsers}\n--> statement-breakpoint\ndelete from users`, /"users" from/],
  ])('%s', async (_what, sql, sentence) => {
    const ledger = await testLedger()
    const before = ledger.contents()
    expect(() => migrateDatabase(ledger.database, migrationsUpTo(migrationCount, sql))).toThrow(sentence)
    expect(ledger.contents()).toEqual(before)
    expect(ledger.one(applied)).toBe(migrationCount)
    expect(ledger.database.pragma('foreign_keys', { simple: true })).toBe(1)
  })
})

test('a rebuilt table keeps the rows of its children, even those that would be deleted with it', async () => {
  const { database } = await testLedger()
  database.exec(`create table children (id text references users (id) on delete cascade);
    insert into children select id from users`)
  const children = database.prepare('select count(*) from children').pluck().get()
  expect(children).toBeGreaterThan(0)
  const rebuild = rebuildUsers
    .replace('as select * from users', '(id text primary key, username text not null)')
    .replace(
      'drop table',
      'insert into "__new_users" select id, username from users;\n--> statement-breakpoint\ndrop table',
    )
  migrateDatabase(database, migrationsUpTo(migrationCount, rebuild))
  expect(database.prepare('select count(*) from children').pluck().get()).toBe(children)
})

test('a database of a newer version is refused with a sentence, and left alone', async () => {
  const { database, contents } = await testLedger()
  const before = contents()
  const older = migrationsUpTo(migrationCount - 1)
  expect(() => migrateDatabase(database, older)).toThrow(MigrationRefused)
  expect(() => migrateDatabase(database, older)).toThrow(/of a newer version \(\d+ migrations/)
  expect(contents()).toEqual(before)
})

test('a database that other files migrated is refused', () => {
  const database = openDatabase(':memory:')
  migrateDatabase(database, migrationsUpTo(migrationCount - 1, 'create table foreign_history (a)'))
  expect(() => migrateDatabase(database)).toThrow(/is not the one in/)
  expect(database.prepare(applied).pluck().get()).toBe(migrationCount)
})

describe('a file that is no sound database is refused', () => {
  test('text', () => {
    const file = join(temporaryFolder('broken'), 'app.db')
    writeFileSync(file, 'This is a letter, not a ledger. '.repeat(64))
    expect(() => migrateDatabase(openDatabase(file))).toThrow()
    expect(readFileSync(file, 'utf8')).toMatch(/^This is a letter/)
  })

  test('a database with a page overwritten', async () => {
    const { database } = await testLedger()
    const file = join(temporaryFolder('broken'), 'app.db')
    const bytes = database.serialize()
    const root = Number(database.prepare("select rootpage from sqlite_master where name = 'units'").pluck().get())
    bytes.fill(0xff, (root - 1) * 4096, root * 4096)
    writeFileSync(file, bytes)
    const broken = openDatabase(file)
    expect(() => migrateDatabase(broken)).toThrow(MigrationRefused)
    expect(() => migrateDatabase(broken)).toThrow(/damaged|cannot be read|can be read/)
    broken.close()
  })
})
