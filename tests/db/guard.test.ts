import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { setFigures } from '#db/commands/set-figures.ts'
import type { Statement } from '#db/engine.ts'
import {
  clearGuards,
  guardAuthority,
  guardLines,
  guardNoFiguresBy,
  guardNoFiguresOf,
  guardSheetState,
  guardTarget,
  guardUnchanged,
} from '#db/guard.ts'
import { findLines } from '#db/queries/find-lines.ts'
import { findUnit } from '#db/queries/find-unit.ts'
import { units } from '#db/schema/units.ts'
import { granted, testLedger } from '#tests/support/database.ts'

const read = async () => {
  const ledger = await testLedger()
  const records = await ledger.engine.reader.select().from(units)
  return {
    ledger,
    records,
    commit: (...guarded: Parameters<typeof guardUnchanged<typeof units>>) =>
      ledger.engine.commit([guardUnchanged(...guarded)]),
  }
}

describe('what a plan read still stands', () => {
  test('in every sort of column: text, null, flag', async () => {
    const { records, commit } = await read()
    expect(records.some(({ validTo }) => validTo === null)).toBe(true)
    expect(await commit(units, records)).toEqual({ ok: true })
    for (const change of [
      { code: '21' },
      { validTo: '2025-06-30' },
      { recordsOwnAssignedPlan: true },
      { parentId: null },
    ]) {
      const seen = records.map((record) => (record.slug === 'bac-tu-liem' ? { ...record, ...change } : record))
      expect((await commit(units, seen)).ok).toBe(false)
    }
  })

  test('as all that there is of a condition: none missing, none more, none exchanged', async () => {
    const { records, commit } = await read()
    const cities = records.filter(({ kind }) => kind === 'city').map(({ id }) => ({ id }))
    const others = records.filter(({ kind }) => kind !== 'city').map(({ id }) => ({ id }))
    const all = eq(units.kind, 'city')
    expect(cities).toHaveLength(2)
    expect((await commit(units, cities, all)).ok).toBe(true)
    expect((await commit(units, cities.slice(1), all)).ok).toBe(false)
    expect((await commit(units, [...cities, ...others.slice(0, 1)], all)).ok).toBe(false)
    expect((await commit(units, [...cities.slice(1), ...others.slice(0, 1)], all)).ok).toBe(false)
    expect((await commit(units, [], all)).ok).toBe(false)
    expect((await commit(units, [], eq(units.kind, 'town'))).ok).toBe(true)
  })
})

/** A ledger, whether a batch of guards lands on it, and a way to change it past the door. */
const standing = async () => {
  const ledger = await testLedger()
  const stands = async (...guards: Statement[]) => (await ledger.engine.commit([...guards, clearGuards()])).ok
  return { ...ledger, stands, run: (sql: string) => ledger.database.prepare(sql).run() }
}

describe('the right that a write rests on', () => {
  const byGrant = guardAuthority('editor', { kind: 'grant', grantId: 'grant of editor' })

  test('by a grant stands until the grant is ended', async () => {
    const { stands, run } = await standing()
    expect(await stands(byGrant)).toBe(true)
    run("update grants set ended_at = '2024-06-01' where user_id = 'editor'")
    expect(await stands(byGrant)).toBe(false)
  })

  test('by a grant stands until its person is dismissed', async () => {
    const { stands, run } = await standing()
    run("update users set ended_at = '2024-06-01' where id = 'editor'")
    expect(await stands(byGrant)).toBe(false)
  })

  test("is never somebody else's, nor by a grant that is not there", async () => {
    const { stands } = await standing()
    expect(await stands(guardAuthority('editor', { kind: 'grant', grantId: 'grant of colleague' }))).toBe(false)
    expect(await stands(guardAuthority('editor', { kind: 'grant', grantId: 'grant of nobody' }))).toBe(false)
  })

  test.each(['self', 'system'] as const)('of %s needs no grant, but somebody who is there', async (kind) => {
    const { stands, run } = await standing()
    run("update grants set ended_at = '2024-06-01'")
    expect(await stands(guardAuthority('editor', { kind }))).toBe(true)
    expect(await stands(guardAuthority('nobody', { kind }))).toBe(false)
    run("update users set ended_at = '2024-06-01' where id = 'editor'")
    expect(await stands(guardAuthority('editor', { kind }))).toBe(false)
  })
})

describe('the unit that a right was seen over', () => {
  const below = async () => {
    const ledger = await standing()
    const ward = await findUnit(ledger.engine.reader, 'phuc-dien')
    if (!ward) throw new Error('Phúc Diễn is not there.')
    expect(ward.target.lineage).toHaveLength(3)
    return { ...ledger, guards: guardTarget(ward.target) }
  }

  test('stands where it stood', async () => {
    const { stands, guards } = await below()
    expect(await stands(...guards)).toBe(true)
  })

  test.each([
    [
      'is moved',
      "update units set parent_id = (select id from units where slug = 'ngo-quyen') where slug = 'phuc-dien'",
    ],
    ['gets another superior above its own', "update units set parent_id = null where slug = 'bac-tu-liem'"],
    [
      'gets a superior above the highest',
      "update units set parent_id = (select id from units where slug = 'hai-phong') where slug = 'ha-noi'",
    ],
    ['begins to record its own plan', "update units set records_own_assigned_plan = 1 where slug = 'phuc-dien'"],
  ])('no longer, once it %s', async (_what, change) => {
    const { stands, guards, run } = await below()
    run(change)
    expect(await stands(...guards)).toBe(false)
  })

  test('does not care whether a superior records its own plan', async () => {
    const { stands, guards, run } = await below()
    run("update units set records_own_assigned_plan = 1 where slug = 'bac-tu-liem'")
    expect(await stands(...guards)).toBe(true)
  })

  test('is none, where a write is done to no unit', () => {
    expect(guardTarget({ kind: 'product' })).toEqual([])
    expect(guardTarget({ kind: 'account', userId: 'editor' })).toEqual([])
  })
})

describe('the sheet', () => {
  const sheetOf = async () => {
    const ledger = await standing()
    const sheetId = String(ledger.one('select id from sheets'))
    return { ...ledger, sheetId, seen: await findLines(ledger.engine.reader, sheetId) }
  }

  test('is in the state that was seen', async () => {
    const { stands, run, sheetId } = await sheetOf()
    expect(await stands(guardSheetState(sheetId, 'draft'))).toBe(true)
    run("update sheets set state = 'submitted'")
    expect(await stands(guardSheetState(sheetId, 'draft'))).toBe(false)
  })

  test.each([
    ['position', 'position = 9'],
    ['number', "number = '9'"],
    ['place in the assigned set', 'in_assigned_set = 0'],
    ['place in the adopted set', 'in_adopted_set = 0'],
    ['office', "office = 'Chi cục Thuế'"],
    ['end', "ended_at = '2024-06-01'"],
  ])('has its lines as they were seen: another %s of one is a change', async (_what, change) => {
    const { stands, run, sheetId, seen } = await sheetOf()
    expect(await stands(guardLines(sheetId, seen))).toBe(true)
    run(`update lines set ${change} where position = (select min(position) from lines)`)
    expect(await stands(guardLines(sheetId, seen))).toBe(false)
  })

  test('has all its lines, and no other', async () => {
    const { stands, sheetId, seen } = await sheetOf()
    expect(await stands(guardLines(sheetId, seen.slice(1)))).toBe(false)
    expect(await stands(guardLines('another sheet', seen))).toBe(false)
  })

  test('has no figure of the approver, nor the indicator any at all, until there is one', async () => {
    const { stands, as, one, sheetId } = await sheetOf()
    const revenue = String(one("select id from indicators where code = 'NS-THU'"))
    const spending = String(one("select id from indicators where code = 'NS-CHI'"))
    expect(await stands(guardNoFiguresBy(sheetId, 'editor'), guardNoFiguresOf(revenue))).toBe(true)
    const change = { indicator: 'NS-THU', kind: 'estimate', quantity: '3.594', expectedVersion: null }
    granted(await as('editor').write(setFigures, { unit: 'bac-tu-liem', year: 2024, changes: [change] }))
    expect(await stands(guardNoFiguresBy(sheetId, 'editor'))).toBe(false)
    expect(await stands(guardNoFiguresOf(revenue))).toBe(false)
    expect(await stands(guardNoFiguresBy(sheetId, 'colleague'), guardNoFiguresOf(spending))).toBe(true)
    expect(await stands(guardNoFiguresBy('another sheet', 'editor'))).toBe(true)
  })
})

test('guards leave nothing behind', async () => {
  const { stands, one } = await standing()
  expect(await stands(guardNoFiguresBy('any sheet', 'editor'))).toBe(true)
  expect(one('select count(*) from _guard')).toBe(0)
})
