import { createHash } from 'node:crypto'
import type Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { embeddedEngine, openDatabase } from '#db/engines/embedded.ts'
import { migrateDatabase } from '#db/migrate.ts'
import { verifyPassword } from '#db/password.ts'
import { findActor } from '#db/queries/find-actor.ts'
import { getUnitSheet } from '#db/queries/unit-sheet.ts'
import { demoPassword } from '#db/seed/demo-accounts.ts'
import { generateLedger } from '#db/seed/generate.ts'
import { generatedUnits } from '#db/seed/generate-units.ts'
import { SeedRefused } from '#db/seed/read-published.ts'
import { checkBreakdown } from '#domain/check-breakdown.ts'
import { unitLevel } from '#domain/unit.ts'
import { furnish } from '#tests/support/database.ts'

const tiny = { units: 6, years: 4 }

function empty(): Database.Database {
  const database = openDatabase(':memory:')
  migrateDatabase(database)
  return database
}

async function generate(): Promise<Buffer> {
  const database = empty()
  await generateLedger(embeddedEngine(database), tiny, { accounts: true })
  return database.serialize()
}

let made: Promise<Buffer> | undefined

/** A copy of one that was generated once. */
async function generated(): Promise<Database.Database> {
  made ??= generate()
  return openDatabase(await made)
}

const rows = (database: Database.Database, sql: string) => database.prepare(sql).raw().all() as unknown[][] // any columns
const one = (database: Database.Database, sql: string) => database.prepare(sql).pluck().get()

/** Everything that is in the ledger but ids and times. */
const content = (database: Database.Database): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        rows(database, 'select slug, code, name, kind, valid_from from units order by slug'),
        rows(database, 'select code, name_vi, "group", value_type, direction, decimals from indicators order by code'),
        rows(
          database,
          `select slug, year, state, due_date, lines.number, position, in_assigned_set, in_adopted_set, i.code, r.kind,
            r.version, r.change, r.value, r.high, r.denominator, r.qualifier, r.text, r.entered, r.note, d.code
          from sheets join units on units.id = unit_id join lines on sheet_id = sheets.id
          join indicators as i on i.id = indicator_id left join revisions as r on line_id = lines.id
          left join documents as d on d.id = document_id order by slug, year, position, r.kind, r.version`,
        ),
      ]),
    )
    .digest('hex')

describe('a generated ledger', () => {
  test('is the same each time', async () => {
    expect(content(openDatabase(await generate()))).toBe(content(await generated()))
  })

  test('has units × 30 × years lines, a sheet of each unit and year, and states by age', async () => {
    const database = await generated()
    expect(one(database, 'select count(*) from lines')).toBe(tiny.units * 30 * tiny.years)
    expect(rows(database, 'select year, state, count(*) from sheets group by year, state')).toEqual([
      [2023, 'locked', tiny.units],
      [2024, 'approved', tiny.units],
      [2025, 'submitted', tiny.units],
      [2026, 'draft', tiny.units],
    ])
  })

  test('has everything that real sheets have', async () => {
    const database = await generated()
    const kinds = rows(database, 'select distinct kind from figures').flat()
    for (const kind of ['assigned_plan', 'adopted_plan', 'estimate', 'preliminary', 'official', 'reported_growth']) {
      expect(kinds).toContain(kind)
    }
    const has = {
      bounds: `qualifier in ('above', 'about')`,
      ranges: 'high is not null',
      fractions: 'denominator is not null',
      words: 'value is null and text is not null',
      notes: 'note is not null',
      documents: 'document_id is not null',
      corrections: 'version = 2',
    }
    for (const [what, condition] of Object.entries(has)) {
      expect(one(database, `select count(*) from figures where ${condition}`), what).toBeGreaterThan(0)
    }
    const missing = `select count(*) from lines join sheets on sheets.id = sheet_id
      where state = 'locked' and not exists (select 1 from figures where line_id = lines.id and kind = 'official')`
    expect(one(database, missing)).toBeGreaterThan(tiny.units)
    expect(one(database, 'select count(distinct in_assigned_set || in_adopted_set) from lines')).toBe(4)
  })

  test('keeps its promises: sums are sums, shares make 100, every revision is journalled, nothing dangles', async () => {
    const database = await generated()
    const engine = embeddedEngine(database)
    const system = await findActor(engine.reader, String(one(database, 'select id from users')))
    if (!system) throw new Error('nobody')
    for (const { slug } of generatedUnits(tiny.units)) {
      const sheet = await getUnitSheet(engine.reader, system, slug, 2024)
      const parts = Map.groupBy(sheet?.lines ?? [], ({ indicator }) => indicator.parentCode)
      for (const line of sheet?.lines ?? []) {
        expect(checkBreakdown(line, parts.get(line.indicator.code) ?? [])).toEqual([])
      }
    }
    expect(database.pragma('foreign_key_check')).toEqual([])
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(one(database, 'select count(*) from _guard')).toBe(0)
  })

  test('is made once: again adds nothing, and one that was cut off is finished', async () => {
    const database = await generated()
    const [whole, journal] = [content(database), one(database, 'select count(*) from journal')]
    await generateLedger(embeddedEngine(database), tiny, { accounts: true })
    expect(content(database)).toBe(whole)
    expect(one(database, 'select count(*) from journal')).toBe(journal)

    const other = empty()
    const cut = () => {
      throw new Error('cut')
    }
    await expect(generateLedger(embeddedEngine(other), tiny, { progress: cut })).rejects.toThrow('cut')
    expect(content(other)).not.toBe(whole)
    await generateLedger(embeddedEngine(other), tiny)
    expect(content(other)).toBe(whole)
  })

  test('is refused where other units or, for its accounts, other people are', async () => {
    const database = empty()
    await furnish(database)
    await expect(generateLedger(embeddedEngine(database), tiny)).rejects.toThrow(SeedRefused)

    const ours = await generated()
    await expect(generateLedger(embeddedEngine(ours), { units: 3, years: 1 })).rejects.toThrow(SeedRefused)
    ours.exec("insert into users values ('x', 'x.y', 'Ai đó', null, 's', 0, '2026-01-01T00:00:00.000Z', null)")
    await expect(generateLedger(embeddedEngine(ours), tiny, { accounts: true })).rejects.toThrow(SeedRefused)
  })

  test('has accounts to try it with', async () => {
    const database = await generated()
    expect(rows(database, 'select username, role from users join grants on user_id = users.id order by 1')).toEqual([
      ['duyet', 'approver'],
      ['nhap', 'editor'],
      ['quantri', 'administrator'],
      ['xem', 'viewer'],
    ])
    const kept = String(one(database, "select password_hash from users where username = 'nhap'"))
    expect(await verifyPassword(demoPassword, kept)).toEqual({ ok: true, value: true })
  })
})

test('the units are a tree of three levels, with unique slugs and codes', () => {
  const all = generatedUnits(3321)
  const bySlug = new Map(all.map((unit) => [unit.slug, unit]))
  expect(bySlug.size).toBe(3321)
  expect(new Set(all.map(({ code }) => code)).size).toBe(3321)
  expect(all.filter(({ kind }) => unitLevel[kind] === 1)).toHaveLength(34)
  for (const { kind, parent } of all) {
    const above = parent === null ? 0 : unitLevel[bySlug.get(parent)?.kind ?? kind]
    expect(above).toBe(unitLevel[kind] - 1)
  }
})
