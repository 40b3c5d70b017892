import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { exportFigures } from '#db/commands/export-figures.ts'
import { openYear } from '#db/commands/open-year.ts'
import { setFigures } from '#db/commands/set-figures.ts'
import { type JournalFilter, readJournal } from '#db/queries/read-journal.ts'
import { journalActions } from '#domain/journal-actions.ts'
import { granted, type Ledger, type Person, testLedger } from '#tests/support/database.ts'
import { imported, tableOf } from '#tests/support/imports.ts'

/** The journal as people read it: who did what, where, when and why, and nobody else's. */

const set = async (ledger: Ledger, who: Person, unit: string, more: object = {}) =>
  granted(
    await ledger.as(who).write(setFigures, {
      ...{ unit, year: 2024, ...more },
      changes: [{ indicator: 'NS-THU', kind: 'official', quantity: '5', expectedVersion: null }],
    }),
  )
const seen = async (ledger: Ledger, who: Person, filter: JournalFilter = {}) => {
  const { entries } = await readJournal(ledger.engine.reader, await ledger.person(who), filter)
  return entries.map(({ action, unit, username }) => [action, unit?.slug ?? null, username])
}
const ofSheets = ['set_figures', 'bac-tu-liem', 'editor']

describe('the journal', () => {
  test('shows what was done, the newest first, with its place, its reason and what it was about', async () => {
    const ledger = await testLedger()
    await set(ledger, 'editor', 'bac-tu-liem')
    const { entries } = await readJournal(ledger.engine.reader, await ledger.person('editor'), {})
    expect(entries[0]).toMatchObject({
      ...{ action: 'set_figures', username: 'editor', year: 2024, reason: null, document: null, about: { cells: 1 } },
      unit: { slug: 'bac-tu-liem', name: 'Bắc Từ Liêm' },
    })
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map(({ seq }) => seq).toSorted((a, b) => b - a))
  })

  test('is of the units that one may read, and of what one did oneself', async () => {
    const ledger = await testLedger()
    await set(ledger, 'editor', 'bac-tu-liem')
    granted(await ledger.as('cityEditor').write(openYear, { unit: 'nam-tu-liem', year: 2024 }))
    granted(await ledger.as('editor').write(exportFigures, { layout: 'data', year: '2024' }))
    expect(await seen(ledger, 'colleague')).toContainEqual(ofSheets)
    expect((await seen(ledger, 'colleague')).map(([, unit]) => unit)).not.toContain('nam-tu-liem')
    expect((await seen(ledger, 'cityEditor')).map(([, unit]) => unit)).toContain('nam-tu-liem')
    expect(await seen(ledger, 'editor')).toContainEqual(['export_figures', null, 'editor'])
    expect((await seen(ledger, 'colleague')).map(([action]) => action)).not.toContain('export_figures')
    const rows = ledger.database.prepare('select count(*) from journal').pluck().get()
    const { entries } = await readJournal(ledger.engine.reader, await ledger.person('administrator'), {})
    expect(entries).toHaveLength(Math.min(Number(rows), 50))
  })

  test('of an import over several sheets is of each of their units', async () => {
    const ledger = await testLedger()
    granted(await ledger.as('cityEditor').write(openYear, { unit: 'nam-tu-liem', year: 2024 }))
    await imported({
      ...{ engine: ledger.engine, actor: await ledger.person('cityEditor'), choices: { year: 2024 } },
      table: tableOf(['Đơn vị', 'Chỉ tiêu', 'Chính thức'], ['bac-tu-liem', 'NS-THU', 1], ['nam-tu-liem', 'NS-THU', 2]),
    })
    expect((await seen(ledger, 'colleague')).map(([action]) => action)).toContain('commit_import')
    expect((await seen(ledger, 'administrator', { unit: 'nam tu liem' })).map(([action]) => action)).toContain(
      'commit_import',
    )
  })

  test('is filtered by who, what, where and when', async () => {
    const ledger = await testLedger()
    await set(ledger, 'editor', 'bac-tu-liem')
    expect(await seen(ledger, 'colleague', { what: 'set_figures', who: 'editor', unit: 'bac tu' })).toEqual([ofSheets])
    for (const filter of [{ what: 'lock_sheet' }, { who: 'nobody' }, { unit: 'nowhere' }] as const) {
      expect(await seen(ledger, 'colleague', filter)).toEqual([])
    }
    const now = Date.now()
    const at = (minutes: number) => new Date(now + minutes * 60_000).toISOString()
    expect(await seen(ledger, 'colleague', { what: 'set_figures', from: at(-5), until: at(5) })).toEqual([ofSheets])
    expect(await seen(ledger, 'colleague', { from: at(5) })).toEqual([])
    expect(await seen(ledger, 'colleague', { until: at(-5) })).toEqual([])
  })

  test('comes a page at a time', async () => {
    const ledger = await testLedger()
    for (let count = 0; count < 30; count += 1) {
      granted(await ledger.as('editor').write(exportFigures, { layout: 'data', year: '2024' }))
      granted(await ledger.as('colleague').write(exportFigures, { layout: 'data', year: '2024' }))
    }
    const actor = await ledger.person('administrator')
    const first = await readJournal(ledger.engine.reader, actor, { what: 'export_figures' })
    expect([first.entries.length, first.more]).toEqual([50, true])
    const before = first.entries.at(-1)?.seq
    const second = await readJournal(ledger.engine.reader, actor, { what: 'export_figures', before })
    expect([second.entries.length, second.more]).toEqual([10, false])
    expect(second.entries[0]?.seq).toBeLessThan(before ?? 0)
  })
})

test('everything that a command may be called has its words', () => {
  const named = globSync('db/{commands/*,*}.ts').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/^ {2}name: '(\w+)'|action: '(\w+_\w+_actor)'/gm)].map(
      ([, name, action]) => name ?? action,
    ),
  )
  const moves = ['submit', 'return', 'approve', 'lock', 'reopen'].map((step) => `${step}_sheet`)
  expect([...new Set([...named, ...moves])].toSorted()).toEqual([...journalActions].toSorted())
})
