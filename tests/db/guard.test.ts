import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { guardUnchanged } from '#db/guard.ts'
import { units } from '#db/schema/units.ts'
import { testLedger } from '#tests/support/database.ts'

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
