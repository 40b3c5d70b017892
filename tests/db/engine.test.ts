import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { embeddedEngine, openDatabase } from '#db/engines/embedded.ts'
import { clearGuards, guard } from '#db/guard.ts'
import { migrateDatabase } from '#db/migrate.ts'
import { documents } from '#db/schema/documents.ts'
import { build, statement } from '#db/statement.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'

let file: string
let database: ReturnType<typeof openDatabase>

beforeEach(() => {
  file = join(temporaryFolder('engine'), 'app.db')
  database = openDatabase(file)
  migrateDatabase(database)
})
afterEach(() => database.close())

const insert = (code: string, id = code) => statement(build.insert(documents).values({ id, code, title: code }))
const codes = () => database.prepare('select code from documents order by code').pluck().all()

test('the file is opened so that a commit is on the disk and references hold', () => {
  expect(database.pragma('journal_mode', { simple: true })).toBe('wal')
  expect(database.pragma('synchronous', { simple: true })).toBe(2)
  expect(database.pragma('foreign_keys', { simple: true })).toBe(1)
  expect(database.pragma('trusted_schema', { simple: true })).toBe(0)
  const frozen = database.pragma('busy_timeout', { simple: true })
  expect(frozen).toBeGreaterThan(0)
  expect(frozen).toBeLessThanOrEqual(250)
})

test('a batch lands whole, in order', async () => {
  expect(await embeddedEngine(database).commit([insert('a'), insert('b')])).toEqual({ ok: true })
  expect(codes()).toEqual(['a', 'b'])
})

test('a statement that comes often in a batch is prepared once', async () => {
  const engine = embeddedEngine(database)
  const prepare = vi.spyOn(database, 'prepare')
  await engine.commit([insert('a'), guard(sql`1 = 1`), insert('b'), insert('c'), clearGuards()])
  expect(prepare).toHaveBeenCalledTimes(3)
  expect(codes()).toEqual(['a', 'b', 'c'])
})

describe('a batch that the database refuses writes nothing', () => {
  test('a key that is taken', async () => {
    const answer = await embeddedEngine(database).commit([insert('a'), insert('a', 'another')])
    expect(answer).toEqual({ ok: false, constraint: 'UNIQUE constraint failed: documents.code' })
    expect(codes()).toEqual([])
  })

  test('a guard that does not hold', async () => {
    const answer = await embeddedEngine(database).commit([insert('a'), guard(sql`1 = 2`), clearGuards()])
    expect(answer).toEqual({ ok: false, constraint: 'CHECK constraint failed: guard_holds' })
    expect(codes()).toEqual([])
  })

  test('a guard that holds leaves no row', async () => {
    expect(await embeddedEngine(database).commit([guard(sql`1 = 1`), clearGuards()])).toEqual({ ok: true })
    expect(database.prepare('select count(*) from _guard').pluck().get()).toBe(0)
  })

  test.each([
    ['a missing value', sql`insert into documents (id, code) values ('b', 'b')`],
    ['a reference to nothing', sql`insert into grants (id, user_id, role, granted_at) values ('g', 'x', 'viewer', '')`],
    ['no SQL at all', sql`insert nonsense`],
  ])('%s is a bug and is thrown', async (_what, broken) => {
    await expect(embeddedEngine(database).commit([insert('a'), statement(broken)])).rejects.toThrow()
    expect(codes()).toEqual([])
  })
})

describe('a lock that another connection holds', () => {
  test('is waited out without blocking the process', async () => {
    const other = openDatabase(file)
    other.exec('begin immediate')
    let landed = false
    const commit = embeddedEngine(database)
      .commit([insert('a')])
      .then((answer) => {
        landed = true
        return answer
      })
    await setTimeout(50)
    expect(landed).toBe(false)
    other.exec('commit')
    expect(await commit).toEqual({ ok: true })
    expect(codes()).toEqual(['a'])
    other.close()
  })

  test('for ever is a fault', { timeout: 30_000 }, async () => {
    const other = openDatabase(file)
    other.exec('begin immediate')
    await expect(embeddedEngine(database).commit([insert('a')])).rejects.toThrow(/locked/)
    other.exec('rollback')
    other.close()
    expect(codes()).toEqual([])
  })
})

test('reads are heard by whoever listens', async () => {
  const heard: string[] = []
  await embeddedEngine(database, (text) => heard.push(text))
    .reader.select({ id: documents.id })
    .from(documents)
  expect(heard).toEqual(['select "id" from "documents"'])
})
