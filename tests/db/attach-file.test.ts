import { createElement } from 'react'
import { describe, expect, test } from 'vitest'
import { CitedCells } from '#components/documents/cited-cells.tsx'
import { attachFile } from '#db/commands/attach-file.ts'
import { endGrant } from '#db/commands/end-grant.ts'
import { endLine } from '#db/commands/end-line.ts'
import { grantRole } from '#db/commands/grant-role.ts'
import { recordStatements } from '#db/commands/record-statements.ts'
import { setFigures } from '#db/commands/set-figures.ts'
import { getDocument, listFiledDocuments } from '#db/queries/document-files.ts'
import { listCitedCells, listStatedSheets } from '#db/queries/document-uses.ts'
import {
  expectRefused,
  granted,
  type Ledger,
  overtaken,
  type Person,
  refused,
  testLedger,
} from '#tests/support/database.ts'
import { rendered, rowsOf } from '#tests/support/render.ts'

const file = (letter: string, more: object = {}) => ({
  code: 'qd-1',
  name: `${letter}.pdf`,
  type: 'pdf',
  sha256: letter.repeat(64),
  size: 10,
  replaces: null,
  ...more,
})
const attach = (ledger: Ledger, person: Person, input: object) => ledger.as(person).write(attachFile, { ...input })
const filesOf = async (ledger: Ledger) => (await getDocument(ledger.engine.reader, 'qd-1'))?.files ?? []

describe('attaching a file', () => {
  test('gives a document its file, and is one row of the journal', async () => {
    const ledger = await testLedger()
    expect(await filesOf(ledger)).toEqual([])
    expect(granted(await attach(ledger, 'editor', file('a')))).toEqual({ name: 'a.pdf', version: 1 })
    expect(await filesOf(ledger)).toMatchObject([
      { version: 1, name: 'a.pdf', type: 'pdf', size: 10, by: 'Người editor' },
    ])
    const row = ledger.journal().at(-1)
    expect(row).toMatchObject({ action: 'attach_file', document_id: ledger.one('select id from documents') })
    expect(JSON.parse(String(row?.detail))).toMatchObject({ code: 'qd-1', sha256: 'a'.repeat(64), replaced: null })
  })

  test('in the place of another is the administration’s, and keeps the other', async () => {
    const ledger = await testLedger()
    granted(await attach(ledger, 'editor', file('a')))
    await expectRefused(ledger, () => attach(ledger, 'editor', file('b', { replaces: 1 })), {
      code: 'forbidden',
      reason: 'administer',
    })
    granted(await attach(ledger, 'administrator', file('b', { replaces: 1 })))
    expect((await filesOf(ledger)).map(({ version, name }) => [version, name])).toEqual([
      [2, 'b.pdf'],
      [1, 'a.pdf'],
    ])
    expect(JSON.parse(String(ledger.journal().at(-1)?.detail))).toMatchObject({
      version: 2,
      replaced: { version: 1, sha256: 'a'.repeat(64) },
    })
    const listed = await listFiledDocuments(ledger.engine.reader)
    expect(listed.map((one) => one.file?.name)).toEqual(['b.pdf'])
  })

  test('tells who did not see the file that is there', async () => {
    const ledger = await testLedger()
    granted(await attach(ledger, 'editor', file('a')))
    for (const replaces of [null, 2]) {
      await expectRefused(ledger, () => attach(ledger, 'administrator', file('b', { replaces })), {
        code: 'conflict',
        reason: 'file_changed',
      })
    }
  })

  test('that figures of a unit come from is theirs who write there, and the administration’s', async () => {
    const ledger = await testLedger()
    const change = { indicator: 'NS-THU', kind: 'adopted_plan', expectedVersion: null, quantity: '3.504' }
    const cells = { unit: 'bac-tu-liem', year: 2024, document: 'qd-1', changes: [change] }
    granted(await ledger.as('editor').write(setFigures, cells))
    await expectRefused(ledger, () => attach(ledger, 'ngoQuyenEditor', file('a')), {
      code: 'forbidden',
      reason: 'cited_elsewhere',
    })
    granted(await attach(ledger, 'editor', file('a')))
    granted(await attach(ledger, 'administrator', file('b', { replaces: 1 })))
  })

  test('that a statement about a sheet comes from is theirs who write there', async () => {
    const ledger = await testLedger()
    const statement = { subject: 'met_count', tier: 'unstated', count: 24, total: 24 }
    const said = { unit: 'bac-tu-liem', year: 2024, document: 'qd-1', statements: [statement] }
    granted(await ledger.as('editor').write(recordStatements, said))
    await expectRefused(ledger, () => attach(ledger, 'ngoQuyenEditor', file('a')), {
      code: 'forbidden',
      reason: 'cited_elsewhere',
    })
    granted(await attach(ledger, 'editor', file('a')))
  })

  test('is refused where others took figures from it meanwhile, or the right to write where they stand ended', async () => {
    const ledger = await testLedger()
    const change = { indicator: 'NS-THU', kind: 'adopted_plan', expectedVersion: null, quantity: '3.504' }
    const cells = { unit: 'bac-tu-liem', year: 2024, document: 'qd-1', changes: [change] }
    const cited = overtaken(ledger.engine, async () => granted(await ledger.as('editor').write(setFigures, cells)))
    const late = await ledger.as('ngoQuyenEditor', cited).write(attachFile, file('a'))
    expect(refused(late)).toMatchObject({ code: 'forbidden', reason: 'cited_elsewhere' })

    const role = { username: 'ngoquyeneditor', role: 'editor', unit: 'bac-tu-liem' }
    const { grant } = granted(await ledger.as('administrator').write(grantRole, role))
    const ended = overtaken(ledger.engine, async () =>
      granted(await ledger.as('administrator').write(endGrant, { grant })),
    )
    const left = await ledger.as('ngoQuyenEditor', ended).write(attachFile, file('a'))
    expect(refused(left)).toMatchObject({ code: 'forbidden', reason: 'cited_elsewhere' })

    const moved = overtaken(ledger.engine, () =>
      ledger.database.exec(`update units set parent_id = (select id from units where slug = 'hai-phong')
        where slug = 'bac-tu-liem'`),
    )
    const elsewhere = await ledger.as('cityEditor', moved).write(attachFile, file('a'))
    expect(refused(elsewhere)).toMatchObject({ code: 'forbidden', reason: 'cited_elsewhere' })
    expect(await filesOf(ledger)).toEqual([])
  })

  test('that is the same again changes nothing', async () => {
    const ledger = await testLedger()
    granted(await attach(ledger, 'editor', file('a')))
    const before = ledger.contents()
    expect(granted(await attach(ledger, 'administrator', file('a', { replaces: 1 })))).toEqual({
      name: 'a.pdf',
      version: 1,
    })
    expect(ledger.contents()).toEqual(before)
  })

  test.each([
    ['viewer', 'qd-1', { code: 'forbidden', reason: 'cite_document' }],
    ['approver', 'qd-1', { code: 'forbidden', reason: 'cite_document' }],
    ['editor', 'no-such', { code: 'not_found' }],
  ] as const)('%s to %s is refused', async (person, code, refusal) => {
    const ledger = await testLedger()
    await expectRefused(ledger, () => attach(ledger, person, file('a', { code })), refusal)
  })
})

test('the sheets that a document speaks of are those that the person reads', async () => {
  const ledger = await testLedger()
  const statement = { subject: 'met_count', tier: 'unstated', count: 24, total: 24 }
  const said = { unit: 'bac-tu-liem', year: 2024, document: 'qd-1', statements: [statement] }
  granted(await ledger.as('editor').write(recordStatements, said))
  const { reader } = ledger.engine
  const found = await getDocument(reader, 'qd-1')
  if (!found) throw new Error('no document')
  const sheetsFor = async (person: Person) =>
    (await listStatedSheets(reader, await ledger.person(person), found)).sheets
  expect(await sheetsFor('viewer')).toHaveLength(1)
  expect(await sheetsFor('ngoQuyenEditor')).toEqual([])
})

describe('the cells of a document', () => {
  test('are those of units that the person reads, at the version that cites it', async () => {
    const ledger = await testLedger()
    const change = { indicator: 'NS-THU', kind: 'adopted_plan', expectedVersion: null, quantity: '3.504' }
    const sheet = { unit: 'bac-tu-liem', year: 2024 }
    granted(await ledger.as('editor').write(setFigures, { ...sheet, document: 'qd-1', changes: [change] }))
    granted(
      await ledger.as('editor').write(setFigures, {
        ...sheet,
        changes: [{ ...change, quantity: '3.600', expectedVersion: 1 }],
      }),
    )
    const { reader } = ledger.engine
    const id = String(ledger.one('select id from documents'))
    const cells = async (person: Person) => listCitedCells(reader, await ledger.person(person), id, 7)
    expect(await cells('viewer')).toMatchObject({
      ...{ total: 1, page: 1 },
      rows: [
        { year: 2024, kind: 'adopted_plan', quantity: { value: 3504 }, version: 1, currentVersion: 2, ended: false },
      ],
    })
    expect(await cells('ngoQuyenEditor')).toMatchObject({ total: 0, rows: [] })

    const row = async () => {
      const { rows } = await cells('viewer')
      return rowsOf(rendered(createElement(CitedCells, { label: 'x', cells: rows }))).at(-1)
    }
    expect(await row()).toContain('lần sửa 1, nay đã là lần sửa 2')
    granted(await ledger.as('editor').write(endLine, { ...sheet, indicator: 'NS-THU', reason: 'Không còn giao' }))
    expect(await row()).toContain('dòng đã ngừng')
  })
})
