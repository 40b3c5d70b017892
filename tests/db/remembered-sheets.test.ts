import { copyFileSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { acknowledgeFinding } from '#db/commands/acknowledge-finding.ts'
import { addLine } from '#db/commands/add-line.ts'
import { endLine } from '#db/commands/end-line.ts'
import { markLine } from '#db/commands/mark-line.ts'
import { moveSheet } from '#db/commands/move-sheet.ts'
import { openYear } from '#db/commands/open-year.ts'
import { recordStatements } from '#db/commands/record-statements.ts'
import { saveDocument } from '#db/commands/save-document.ts'
import { saveIndicator } from '#db/commands/save-indicator.ts'
import { setFigures } from '#db/commands/set-figures.ts'
import { undoImport } from '#db/commands/undo-import.ts'
import { embeddedEngine, openDatabase } from '#db/engines/embedded.ts'
import { findActor } from '#db/queries/find-actor.ts'
import { listYearUnits } from '#db/queries/list-year-units.ts'
import { type RememberedSheet, readSheets } from '#db/queries/remembered-sheets.ts'
import { getUnitSheet } from '#db/queries/unit-sheet.ts'
import { reviewSheet } from '#domain/review.ts'
import { granted, type Ledger, type Person, revenue, testLedger } from '#tests/support/database.ts'
import { type Attempt, imported, tableOf } from '#tests/support/imports.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'

/** What was read of a sheet is remembered, and never once something else stands in the ledger. */

const sheet = { unit: 'bac-tu-liem', year: 2024 }

/** Reads as a page does, through one engine: what it finds, and how many statements it asked besides the list. */
function memoryOf(ledger: Pick<Ledger, 'database'>) {
  const statements: string[] = []
  const { reader } = embeddedEngine(ledger.database, (sql) => statements.push(sql))
  return {
    async read(
      year = 2024,
      who: Person = 'administrator',
    ): Promise<{ asked: number; content: RememberedSheet | undefined }> {
      const actor = await findActor(reader, who)
      if (!actor) throw new Error(who)
      const wanted = (await listYearUnits(reader, actor, year)).flatMap((one) => one.sheet ?? [])
      const before = statements.length
      const found = await readSheets(reader, wanted)
      return { asked: statements.length - before, content: [...found.values()][0] }
    },
  }
}

const enter = (ledger: Ledger, quantity: string, expectedVersion: number | null = null) =>
  ledger.as('editor').write(setFigures, {
    ...sheet,
    changes: [{ indicator: 'NS-THU', kind: 'official', quantity, expectedVersion }],
  })
const revenueOf = (content: RememberedSheet | undefined) =>
  content?.lines.find(({ indicator }) => indicator.code === 'NS-THU')?.figures.official

test('a second reading asks nothing, and gives the very same frozen lines', async () => {
  const ledger = await testLedger()
  granted(await enter(ledger, '3594'))
  const memory = memoryOf(ledger)
  const first = await memory.read()
  const second = await memory.read(2024, 'viewer')
  expect([first.asked, second.asked]).toEqual([3, 0])
  expect(second.content?.lines).toBe(first.content?.lines)
  const figure = revenueOf(first.content)
  expect([first.content?.lines, first.content?.lines[0], figure, figure?.quantity].every(Object.isFrozen)).toBe(true)
})

test('the page of a sheet asks again only who may read it, what stands there, and what is done next with it', async () => {
  const ledger = await testLedger()
  granted(await enter(ledger, '3594'))
  const statements: string[] = []
  const { reader } = embeddedEngine(ledger.database, (sql) => statements.push(sql))
  const actor = await ledger.person('viewer')
  const read = async () => {
    const found = await getUnitSheet(reader, actor, sheet.unit, sheet.year)
    return { revenue: revenueOf(found ?? undefined), asked: statements.splice(0).length }
  }
  expect(await read()).toMatchObject({ revenue: { quantity: { value: 3594 } }, asked: 5 })
  expect(await read()).toMatchObject({ revenue: { quantity: { value: 3594 } }, asked: 2 })
  granted(await enter(ledger, '4000', 1))
  expect(await read()).toMatchObject({ revenue: { quantity: { value: 4000 } }, asked: 5 })
})

/** A file with another revenue. */
const attemptOf = async (ledger: Ledger): Promise<Attempt> => ({
  engine: ledger.engine,
  actor: await ledger.person('editor'),
  table: tableOf(['unit', 'year', 'indicator_code', 'official'], ['bac-tu-liem', '2024', 'NS-THU', '4000']),
  choices: { style: 'vi' },
})

type Change = [
  what: string,
  make: (ledger: Ledger) => Promise<unknown>,
  seen: (content: RememberedSheet | undefined) => unknown,
  /** The file of the command that makes it. */
  by: string,
]
const changes: Change[] = [
  [
    'a figure',
    async (ledger) => granted(await enter(ledger, '4000', 1)),
    (content) => revenueOf(content)?.quantity?.value,
    'set-figures',
  ],
  [
    'a line',
    async (ledger) =>
      granted(
        await ledger
          .as('editor')
          .write(addLine, { ...sheet, indicator: 'XH-VIEC-LAM', inAssignedSet: true, inAdoptedSet: true }),
      ),
    (content) => content?.lines.length,
    'add-line',
  ],
  [
    'the end of a line',
    async (ledger) =>
      granted(await ledger.as('editor').write(endLine, { ...sheet, indicator: 'NS-CHI', reason: 'Bỏ' })),
    (content) => content?.lines.filter(({ endedAt }) => endedAt === null).length,
    'end-line',
  ],
  [
    'the marks of a line',
    async (ledger) => {
      const seen = { inAssignedSet: true, inAdoptedSet: true }
      const marks = { indicator: 'NS-CHI', inAssignedSet: false, inAdoptedSet: true, seen }
      granted(await ledger.as('editor').write(markLine, { ...sheet, ...marks }))
    },
    (content) => content?.lines.filter(({ inAssignedSet }) => inAssignedSet).length,
    'mark-line',
  ],
  [
    'a statement',
    async (ledger) => {
      const statements = [{ subject: 'met_count', tier: 'unstated', count: 24, total: 24 }]
      granted(await ledger.as('editor').write(recordStatements, { ...sheet, document: 'qd-1', statements }))
    },
    (content) => content?.statements.length,
    'record-statements',
  ],
  [
    'an import',
    async (ledger) => imported(await attemptOf(ledger)),
    (content) => revenueOf(content)?.quantity?.value,
    'commit-import',
  ],
  [
    'an import that is taken back',
    async (ledger) => {
      const { id } = await imported(await attemptOf(ledger))
      granted(await ledger.as('editor').write(undoImport, { import: id }))
    },
    (content) => revenueOf(content)?.version,
    'undo-import',
  ],
  [
    'the catalogue',
    async (ledger) =>
      granted(
        await ledger
          .as('administrator')
          .write(saveIndicator, { ...revenue, version: 1, shortVi: 'Thu', validFromYear: 2019 }),
      ),
    (content) => content?.lines[0]?.indicator.shortVi,
    'save-indicator',
  ],
  [
    'a document',
    async (ledger) =>
      granted(
        await ledger.as('administrator').write(saveDocument, { code: 'qd-1', title: 'Quyết định đã đính chính' }),
      ),
    (content) => revenueOf(content)?.document?.title,
    'save-document',
  ],
  [
    'an acknowledgement',
    async (ledger) => {
      const actor = await ledger.person('viewer')
      const found = await getUnitSheet(ledger.engine.reader, actor, sheet.unit, sheet.year)
      const [open] = found ? reviewSheet({ ...found, state: found.sheet.state }) : []
      if (!open?.finding.indicatorCode) throw new Error('nothing to acknowledge')
      const { finding, key, fingerprint } = open
      const seen = { indicator: finding.indicatorCode, finding: key, fingerprint, note: 'Đã đối chiếu' }
      granted(await ledger.as('editor').write(acknowledgeFinding, { ...sheet, ...seen }))
    },
    (content) => content?.acknowledgements.length,
    'acknowledge-finding',
  ],
]

/** They name no sheet that was read before: a new one has nothing to remember yet. */
const ofNoSheet = [
  'attach-file',
  'change-password',
  'choose-import',
  'create-user',
  'discard-import',
  'end-grant',
  'grant-role',
  'open-year',
  'record-succession',
  'remove-succession',
  'save-unit',
  'start-import',
]
/** Its state is in the list, not in what is remembered: see below. */
const ofState = ['move-sheet']

/** They only say that somebody took something away: tests/db/export.test.ts. */
const ofNothing = ['export-figures', 'export-records']

test('every command is among them, or named as one that changes nothing that is remembered', () => {
  const commands = globSync('db/commands/*.ts').filter((file) =>
    / {2}name: '|name: `|\bCommand</.test(readFileSync(file, 'utf8')),
  )
  const known = [...changes.map(([, , , by]) => by), ...ofNoSheet, ...ofState, ...ofNothing]
  expect(commands.map((file) => basename(file, '.ts')).sort()).toEqual(known.sort())
})

test('a sheet that was handed on is read again, and its new state with it', async () => {
  const ledger = await testLedger()
  granted(await enter(ledger, '3594'))
  const memory = memoryOf(ledger)
  await memory.read()
  const { reader } = ledger.engine
  const stateOf = async () =>
    (await listYearUnits(reader, await ledger.person('viewer'), 2024)).flatMap((one) => one.sheet?.state ?? [])
  expect(await stateOf()).toEqual(['draft'])
  granted(await ledger.as('editor').write(moveSheet.submit, sheet))
  expect(await stateOf()).toEqual(['submitted'])
  expect((await memory.read()).asked).toBe(3)
})

test.each(changes)('%s that changes is seen at once', async (_what, make, seen) => {
  const ledger = await testLedger()
  const cited = { indicator: 'NS-THU', kind: 'official', quantity: '3594', expectedVersion: null }
  // Of the other line something is to be looked at.
  const stated = (['assigned', 'adopted'] as const).map((tier, index) => ({
    ...{
      indicator: 'NS-CHI',
      kind: `reported_percent_${tier}`,
      quantity: ['102', '97,4'][index],
      expectedVersion: null,
    },
  }))
  granted(await ledger.as('editor').write(setFigures, { ...sheet, document: 'qd-1', changes: [cited, ...stated] }))
  const memory = memoryOf(ledger)
  const before = await memory.read()
  await make(ledger)
  const after = await memory.read()
  expect(after.asked).toBe(3)
  expect(seen(after.content)).not.toEqual(seen(before.content))
  expect((await memory.read()).asked).toBe(0)
})

test('another sheet that changes is read again, and this one is not', async () => {
  const ledger = await testLedger()
  granted(await ledger.as('ngoQuyenEditor').write(openYear, { unit: 'ngo-quyen', year: 2025 }))
  const memory = memoryOf(ledger)
  await memory.read()
  const set = { indicator: 'NS-THU', inAssignedSet: true, inAdoptedSet: true }
  granted(await ledger.as('ngoQuyenEditor').write(addLine, { unit: 'ngo-quyen', year: 2025, ...set }))
  expect((await memory.read()).asked).toBe(0)
  expect((await memory.read(2025)).asked).toBe(3)
})

test('what another process writes into the same file is seen, and another file is another memory', async () => {
  const folder = temporaryFolder('remembered')
  const [file, copy] = [join(folder, 'app.db'), join(folder, 'copy.db')]
  const { database } = await testLedger()
  writeFileSync(file, database.serialize())
  copyFileSync(file, copy)
  const [here, elsewhere, restored] = [file, file, copy].map((one) => openDatabase(one))
  if (!here || !elsewhere || !restored) throw new Error('not opened')
  const [memory, other] = [memoryOf({ database: here }), memoryOf({ database: restored })]
  await memory.read()
  await other.read()
  granted(await enter(await testLedger(elsewhere), '3594'))
  expect(revenueOf((await memory.read()).content)?.quantity?.value).toBe(3594)
  // As many rows of the journal, other figures.
  granted(await enter(await testLedger(restored), '1'))
  expect(revenueOf((await other.read()).content)?.quantity?.value).toBe(1)
  expect(revenueOf((await memory.read()).content)?.quantity?.value).toBe(3594)
  for (const one of [here, elsewhere, restored, database]) one.close()
})

test('what is written while it is read is not taken for what was listed', async () => {
  const ledger = await testLedger()
  granted(await enter(ledger, '3594'))
  const { reader } = ledger.engine
  const actor = await ledger.person('administrator')
  const wanted = (await listYearUnits(reader, actor, 2024)).flatMap((one) => one.sheet ?? [])
  granted(await enter(ledger, '4000', 1))
  // Listed before the change, read after it: fresh content under an old stamp.
  const [early] = (await readSheets(reader, wanted)).values()
  expect(revenueOf(early)?.quantity?.value).toBe(4000)
  granted(await enter(ledger, '5000', 2))
  const listed = (await listYearUnits(reader, actor, 2024)).flatMap((one) => one.sheet ?? [])
  const [late] = (await readSheets(reader, listed)).values()
  expect(revenueOf(late)?.quantity?.value).toBe(5000)
})

test('the sheets that were asked for least lately are forgotten first, by the count of their lines', async () => {
  const ledger = await testLedger()
  const { database } = ledger
  const unit = "(select id from units where slug = 'nam-tu-liem')"
  database.exec(`
    with recursive n(i) as (select 1 union all select i + 1 from n where i < 120)
      insert into indicators (id, code, version, name_vi, name_en, "group", value_type, direction, unit_of_measure, decimals,
        breakdown_rule, heading, valid_from_year)
      select 'i' || i, 'X-' || i, 1, 'x', 'x', 'economy', 'amount', 'higher', '', 0, 'none', 0, 1800 from n;
    with recursive n(i) as (select 1 union all select i + 1 from n where i < 180)
      insert into sheets (id, unit_id, year, state) select 's' || i, ${unit}, 1800 + i, 'draft' from n;
    insert into lines (id, sheet_id, indicator_id, position, number, in_assigned_set, in_adopted_set)
      select sheets.id || indicators.id, sheets.id, indicators.id, 1, '1', 1, 1 from sheets, indicators
      where sheets.id like 's%' and indicators.id like 'i%' and sheets.year < 2000 and code like 'X-%'`)
  const statements: string[] = []
  const { reader } = embeddedEngine(database, (sql) => statements.push(sql))
  const asked = async (...ids: string[]) => {
    const before = statements.length
    await readSheets(
      reader,
      ids.map((id) => ({ id, stamp: '0/0' })),
    )
    return statements.length - before
  }
  expect(await asked('s1', 's2')).toBe(3)
  // 164 sheets of 120 lines, with these two 166: as many as 20.000 lines.
  await asked(...Array.from({ length: 164 }, (_, index) => `s${index + 3}`))
  expect(await asked('s1')).toBe(0)
  await asked('s170')
  expect(await asked('s2')).toBe(3)
  expect(await asked('s1')).toBe(0)
})
