import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addLine } from '#db/commands/add-line.ts'
import { endLine } from '#db/commands/end-line.ts'
import { markLine } from '#db/commands/mark-line.ts'
import { moveSheet } from '#db/commands/move-sheet.ts'
import { openYear } from '#db/commands/open-year.ts'
import { recordStatements } from '#db/commands/record-statements.ts'
import { setFigures } from '#db/commands/set-figures.ts'
import { embeddedEngine } from '#db/engines/embedded.ts'
import { getSheetChanges } from '#db/queries/sheet-changes.ts'
import { getSheetToEnter, getUnitSheet } from '#db/queries/unit-sheet.ts'
import { granted, type Ledger, type Person, testLedger } from '#tests/support/database.ts'

/** What an open page hears of what others write. */

const sheet = { unit: 'bac-tu-liem', year: 2024 }
let ledger: Ledger
beforeEach(async () => {
  ledger = await testLedger()
})
afterEach(() => ledger.engine.close())

type Change = { indicator?: string; kind?: string; quantity: string; expectedVersion?: number | null; note?: string }
const save = async (changes: Change[], more: object = {}, who: Person = 'colleague') =>
  granted(
    await ledger.as(who).write(setFigures, {
      ...sheet,
      ...more,
      changes: changes.map((change) => ({
        indicator: 'NS-THU',
        kind: 'adopted_plan',
        expectedVersion: null,
        ...change,
      })),
    }),
  )
const changes = async (since: number, who: Person = 'editor', at: object = {}) =>
  getSheetChanges(ledger.engine.reader, await ledger.person(who), { ...sheet, ...at, since })
/** The page of the entry grid, and where in the journal it stands. */
const opened = async () => {
  const page = await getSheetToEnter(ledger.engine.reader, await ledger.person('editor'), sheet.unit, sheet.year)
  if (!page) throw new Error('There is no such page.')
  return page
}
const last = () => Number(ledger.one('select max(seq) from journal'))
const silence = (seq: number) => ({ seq, page: false, figures: [] })

test('nothing, where nothing was written since the page was opened', async () => {
  await save([{ quantity: '3.504' }])
  const { seq } = await opened()
  expect(seq).toBe(last())
  expect(await changes(seq)).toEqual(silence(seq))
})

test('each figure that changed, once, as it stands now and as a page reads it', async () => {
  await save([{ quantity: '3.504' }, { indicator: 'NS-CHI', quantity: '1.570' }])
  const { seq } = await opened()
  await save([{ quantity: '3.600', expectedVersion: 1, note: 'Gõ lại' }], { document: 'qd-1' })
  await save([
    { quantity: '>14.000', expectedVersion: 2 },
    { indicator: 'NS-THU-THUE', kind: 'estimate', quantity: '9' },
  ])
  await save([{ indicator: 'NS-THU-THUE', kind: 'estimate', quantity: '', expectedVersion: 1 }], {}, 'editor')
  const heard = await changes(seq)
  expect(heard).toMatchObject({ seq: last(), page: false })
  expect(heard?.figures).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        indicator: 'NS-THU',
        kind: 'adopted_plan',
        quantity: { value: 14000, high: null, denominator: null, qualifier: 'above', text: null },
        version: 3,
        note: 'Gõ lại',
        document: null,
        by: 'Người colleague',
      }),
      expect.objectContaining({ indicator: 'NS-THU-THUE', kind: 'estimate', quantity: null, version: 2 }),
    ]),
  )
  expect(heard?.figures).toHaveLength(2)
  const { lines } = await opened()
  for (const { indicator, kind, ...figure } of heard?.figures ?? []) {
    expect(lines.find((line) => line.indicator.code === indicator)?.figures[kind]).toEqual(figure)
  }
})

test('is what is told from one row on to the next: what was told once is not told again', async () => {
  const { seq } = await opened()
  await save([{ quantity: '1' }])
  const first = await changes(seq)
  await save([{ kind: 'official', quantity: '2' }])
  const second = await changes(first?.seq ?? 0)
  expect([first, second].map((heard) => heard?.figures.map(({ kind }) => kind))).toEqual([
    ['adopted_plan'],
    ['official'],
  ])
  expect(await changes(0)).toMatchObject({ page: true, figures: [{}, {}] })
})

describe('the page is to be read anew', () => {
  const marks = { inAssignedSet: false, inAdoptedSet: true }
  const events: Record<string, (ledger: Ledger) => Promise<unknown>> = {
    'a line was added': (own) =>
      own
        .as('colleague')
        .write(addLine, { ...sheet, indicator: 'XH-VIEC-LAM', ...marks })
        .then(granted),
    'a line was ended': (own) =>
      own
        .as('colleague')
        .write(endLine, { ...sheet, indicator: 'NS-CHI', reason: 'Không giao' })
        .then(granted),
    'a line was marked': (own) =>
      own
        .as('colleague')
        .write(markLine, { ...sheet, indicator: 'NS-CHI', ...marks, seen: { inAssignedSet: true, inAdoptedSet: true } })
        .then(granted),
    'it was submitted': (own) => own.as('colleague').write(moveSheet.submit, sheet).then(granted),
    'something was stated of it': (own) => {
      const statements = [{ subject: 'met_count', tier: 'unstated', count: 24, total: 24 }]
      return own
        .as('colleague')
        .write(recordStatements, { ...sheet, document: 'qd-1', statements })
        .then(granted)
    },
  }
  test.each(Object.entries(events))('where %s', async (_what, happens) => {
    const { seq } = await opened()
    await save([{ quantity: '1' }])
    await happens(ledger)
    expect(await changes(seq)).toMatchObject({ seq: last(), page: true })
    expect(await changes(last())).toEqual(silence(last()))
  })

  test('where the ledger was wound back behind what the page knows', async () => {
    const { seq } = await opened()
    expect(await changes(seq + 1)).toEqual({ seq, page: true, figures: [] })
  })

  test('but not where another sheet or the catalogue changed', async () => {
    const { seq } = await opened()
    granted(await ledger.as('colleague').write(openYear, { ...sheet, year: 2025 }))
    await save([{ quantity: '1' }], { year: 2025 })
    expect(last()).toBeGreaterThan(seq)
    expect(await changes(seq)).toEqual(silence(seq))
  })
})

test('a figure of a line that was ended is not told: an indicator is on the sheet once', async () => {
  const { seq } = await opened()
  await save([{ indicator: 'NS-CHI', quantity: '1' }])
  granted(await ledger.as('colleague').write(endLine, { ...sheet, indicator: 'NS-CHI', reason: 'Không giao' }))
  expect(await changes(seq)).toEqual({ seq: last(), page: true, figures: [] })
})

test('is told to those who may read the sheet', async () => {
  expect(await changes(0, 'viewer')).not.toBeNull()
  expect(await changes(0, 'ngoQuyenEditor')).toBeNull()
  expect(await changes(0, 'editor', { year: 2019 })).toBeNull()
  expect(await changes(0, 'administrator', { unit: 'nowhere' })).toBeNull()
})

test('a sheet that no row names, because it was loaded otherwise, begins at 0', async () => {
  ledger.database.exec(
    "insert into sheets (id, unit_id, year, state) select 'bare', id, 2019, 'draft' from units where slug = 'bac-tu-liem'",
  )
  expect(await changes(0, 'editor', { year: 2019 })).toEqual(silence(0))
  const page = await getUnitSheet(ledger.engine.reader, await ledger.person('editor'), sheet.unit, 2019)
  expect(page?.seq).toBe(0)
})

describe('what is asked of the database', () => {
  const hear = async (since: number) => {
    const statements: string[] = []
    const { reader } = embeddedEngine(ledger.database, (sql) => statements.push(sql))
    await getSheetChanges(reader, await ledger.person('editor'), { ...sheet, since })
    return statements
  }

  test('is one question beside those for the unit and the sheet, and one more where something was written', async () => {
    await save([{ quantity: '1' }])
    expect(await hear(last())).toHaveLength(3)
    expect(await hear(last() - 1)).toHaveLength(4)
  })

  test('is looked up in indexes: the rows of the sheet from there on, and what they wrote', async () => {
    await save([{ quantity: '1' }])
    const details = (await hear(last() - 1)).flatMap((sql) =>
      ledger.database
        .prepare(`explain query plan ${sql}`)
        .all(...[...sql.matchAll(/\?/g)].map(() => null))
        .map((step) => String(Object(step).detail)),
    )
    expect(details).toContain('SEARCH later USING INDEX journal_sheet_seq (sheet_id=? AND seq>?)')
    expect(details).toContain('SEARCH journal USING INDEX journal_sheet_seq (sheet_id=? AND seq>?)')
    expect(details).toContain('SEARCH revisions USING INDEX revisions_journal (journal_id=?)')
    expect(details.filter((detail) => /^SCAN (?!CONSTANT)|TEMP B-TREE/.test(detail))).toEqual([])
  })
})
