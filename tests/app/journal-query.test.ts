import { expect, test } from 'vitest'
import { journalAddress, journalFilter, readJournalQuery } from '#app/(desk)/journal/journal-query.ts'

test('the address of the journal says what is shown, and nothing else', () => {
  const query = { who: 'lan', what: 'set_figures', unit: 'bắc từ liêm', from: '2026-01-01', until: '2026-01-31' }
  expect(readJournalQuery({ ...query, sort: 'x', before: '' })).toEqual(query)
  expect(readJournalQuery(Object.fromEntries(new URL(journalAddress(query), 'http://-').searchParams))).toEqual(query)
  expect(journalAddress({ ...query, ...{ who: '', what: '', unit: '', from: '', until: '' } })).toBe('/journal')
})

test('days are those of Việt Nam, and the last one counts as a whole', () => {
  expect(journalFilter({ from: '2026-01-01', until: '2026-01-31' })).toMatchObject({
    from: '2025-12-31T17:00:00.000Z',
    until: '2026-01-31T17:00:00.000Z',
  })
})

test.each([
  [{ what: 'drop_table' }, 'what'],
  [{ from: '2026-13-01' }, 'from'],
  [{ until: 'mai' }, 'until'],
  [{ before: '-1' }, 'before'],
  [{ before: '1e3' }, 'before'],
] as const)('%j asks for nothing', (query, name) => {
  expect(journalFilter(query)[name]).toBeUndefined()
})
