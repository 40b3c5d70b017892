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

test('a loader that can be run again may have it faster', () => {
  const bulk = openDatabase(file, { bulk: true })
  expect(bulk.pragma('synchronous', { simple: true })).toBe(1)
  bulk.close()
})

test('an engine that is closed closes its file', () => {
  embeddedEngine(database).close()
  expect(database.open).toBe(false)
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

test('of many statements the longest unused is forgotten first, and only as many as are too many', async () => {
  const engine = embeddedEngine(database)
  const prepare = vi.spyOn(database, 'prepare')
  const run = (...numbers: number[]) =>
    engine.commit(numbers.map((number) => ({ sql: `delete from "_guard" where "ok" = ${number}`, params: [] })))
  await run(...Array.from({ length: 500 }, (_, index) => index + 1))
  await run(1)
  expect(prepare).toHaveBeenCalledTimes(500)
  await run(501)
  expect(prepare).toHaveBeenCalledTimes(501)
  await run(1, 3, 501)
  expect(prepare).toHaveBeenCalledTimes(501)
  await run(2)
  expect(prepare).toHaveBeenCalledTimes(502)
})

test('a read that comes often is prepared once', async () => {
  const { reader } = embeddedEngine(database)
  const prepare = vi.spyOn(database, 'prepare')
  for (let turn = 0; turn < 3; turn += 1) expect(await reader.select().from(documents)).toEqual([])
  expect(prepare).toHaveBeenCalledTimes(1)
})

describe('a batch that the database refuses writes nothing', () => {
  test('a key that is taken', async () => {
    const answer = await embeddedEngine(database).commit([insert('a'), insert('a', 'another')])
    expect(answer).toEqual({ ok: false, constraint: 'UNIQUE constraint failed: documents.code' })
    expect(codes()).toEqual([])
  })

  test('a row that is there', async () => {
    const answer = await embeddedEngine(database).commit([insert('a'), insert('another', 'a')])
    expect(answer).toEqual({ ok: false, constraint: 'UNIQUE constraint failed: documents.id' })
    expect(codes()).toEqual([])
  })

  test('a promise that a trigger keeps', async () => {
    const figure = sql`insert into figures (line_id, kind, version, journal_id) values ('l', 'estimate', 1, 'j')`
    const answer = await embeddedEngine(database).commit([insert('a'), statement(figure)])
    expect(answer).toEqual({ ok: false, constraint: 'figures: written by revisions only' })
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
    [
      'a broken check',
      sql`insert into revisions (line_id, kind, version, journal_id, change, entered) values ('l', 'estimate', 1, 'j', 'guess', '')`,
    ],
    ['a reference to nothing', sql`insert into grants (id, user_id, role, granted_at) values ('g', 'x', 'viewer', '')`],
    ['no SQL at all', sql`insert nonsense`],
    ['a table that is not there, whatever its name', sql`insert into guard_holds values (1)`],
  ])('%s is a bug and is thrown', async (_what, broken) => {
    await expect(embeddedEngine(database).commit([insert('a'), statement(broken)])).rejects.toThrow()
    expect(codes()).toEqual([])
  })
})

test('a bug is thrown as it is, and not tried again', async () => {
  const prepare = vi.spyOn(database, 'prepare')
  const { commit } = embeddedEngine(database)
  await expect(commit([statement(sql`insert nonsense`)])).rejects.toThrow(/syntax error/)
  expect(prepare).toHaveBeenCalledTimes(1)
  const flag = { sql: 'insert into documents (id, code, title) values (?, ?, ?)', params: ['a', 'a', true] }
  await expect(commit([flag])).rejects.toThrow(/can only bind/)
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

  test('for ever is a fault, once many tries have failed', async () => {
    const other = openDatabase(file)
    other.exec('begin immediate')
    // Of all tries but a few, and of these the pauses between them.
    database.pragma('busy_timeout = 0')
    const started = performance.now()
    await expect(embeddedEngine(database, undefined, 28).commit([insert('a')])).rejects.toThrow(/locked/)
    const took = performance.now() - started
    // 10, 20 … 250, and 250 twice more: the pauses do not grow for ever.
    expect(took).toBeGreaterThan(3_700)
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
