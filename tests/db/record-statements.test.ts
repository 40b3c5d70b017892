import { describe, expect, test } from 'vitest'
import { moveSheet } from '#db/commands/move-sheet.ts'
import { recordStatements } from '#db/commands/record-statements.ts'
import { saveDocument } from '#db/commands/save-document.ts'
import { getUnitSheet } from '#db/queries/unit-sheet.ts'
import { expectRefused, granted, type Ledger, overtaken, refused, testLedger } from '#tests/support/database.ts'

const sheet = { unit: 'bac-tu-liem', year: 2024 }
const met = { subject: 'met_count', tier: 'unstated', count: 24, total: 24, qualifier: 'cơ bản' }
const exceeded = { subject: 'exceeded_count', tier: 'unstated', count: 6, note: 'thu, chi' }
const later = { subject: 'assessed_count', tier: 'unstated', count: 24 }
const input = { ...sheet, document: 'qd-1', statements: [met, exceeded] }

test('what a document says about a sheet stands beside its lines, in the order it was said', async () => {
  const ledger = await testLedger()
  expect(granted(await ledger.as('editor').write(recordStatements, input))).toEqual({ recorded: 2 })
  const read = await getUnitSheet(ledger.engine.reader, await ledger.person('viewer'), 'bac-tu-liem', 2024)
  const absent = { setName: null, note: null, total: null, qualifier: null }
  const document = expect.objectContaining({ code: 'qd-1' })
  expect(read?.statements).toEqual([
    { ...absent, ...met, document },
    { ...absent, ...exceeded, document },
  ])
  expect(read?.lines).toHaveLength(3)
  expect(ledger.journal().at(-1)).toMatchObject({
    action: 'record_statements',
    sheet_id: ledger.one('select id from sheets'),
    document_id: ledger.one("select id from documents where code = 'qd-1'"),
    detail: expect.stringContaining('"count":24'),
  })
})

test('on a submitted sheet it takes a reason, on a closed one it is refused', async () => {
  const ledger = await testLedger()
  const record = (more = {}) => ledger.as('editor').write(recordStatements, { ...input, ...more })
  granted(await ledger.as('editor').write(moveSheet.submit, sheet))
  await expectRefused(ledger, record, { code: 'invalid', problems: [{ path: 'reason', reason: 'reason_required' }] })
  granted(await record({ reason: 'Báo cáo đến sau' }))
  const engine = overtaken(ledger.engine, async () =>
    granted(await ledger.as('approver').write(moveSheet.approve, sheet)),
  )
  const late = await ledger
    .as('editor', engine)
    .write(recordStatements, { ...input, statements: [later], reason: 'Báo cáo đến sau' })
  expect(refused(late)).toMatchObject({ code: 'closed', reason: 'sheet_approved' })
  expect(ledger.one('select count(*) from statements')).toBe(2)
})

test('is refused without a document that is known, without a statement, and by who may not write figures', async () => {
  const ledger = await testLedger()
  const record = (more: object) => () => ledger.as('editor').write(recordStatements, { ...input, ...more })
  await expectRefused(ledger, record({ document: 'qd-9' }), {
    problems: [{ path: 'document', reason: 'unknown_document' }],
  })
  await expectRefused(ledger, record({ statements: [] }), { problems: [{ path: 'statements', reason: 'required' }] })
  await expectRefused(ledger, record({ statements: [{ ...met, count: -1 }] }), {
    problems: [{ path: 'statements.0.count', reason: 'bad_count' }],
  })
  await expectRefused(ledger, () => ledger.as('approver').write(recordStatements, input), { code: 'forbidden' })
})

describe('a document says one thing of a subject, tier and set once', () => {
  const exists = { code: 'taken', reason: 'statement_exists' } as const
  const record = (ledger: Ledger, ...statements: object[]) =>
    ledger.as('editor').write(recordStatements, { ...input, statements })

  test('again, and twice in one, are refused; of another tier or set, or by another document, they are not', async () => {
    const ledger = await testLedger()
    granted(await record(ledger, met))
    await expectRefused(ledger, () => record(ledger, exceeded, { ...met, count: 23 }), exists)
    await expectRefused(ledger, () => record(ledger, exceeded, exceeded), exists)
    granted(await record(ledger, { ...met, tier: 'assigned' }, { ...met, setName: 'ngành giáo dục' }))
    granted(await ledger.as('editor').write(saveDocument, { code: 'qd-2', title: 'Quyết định khác' }))
    granted(await ledger.as('editor').write(recordStatements, { ...input, document: 'qd-2' }))
    expect(ledger.one('select count(*) from statements')).toBe(5)
  })

  test('at the same moment it is recorded once, and the same key is answered as before', async () => {
    const ledger = await testLedger()
    const engine = overtaken(ledger.engine, async () => granted(await record(ledger, met)))
    const late = await ledger.as('editor', engine).write(recordStatements, { ...input, statements: [met] })
    expect(refused(late)).toMatchObject(exists)
    const keyed = { ...input, statements: [exceeded], key: 'posted-twice' }
    granted(await ledger.as('editor').write(recordStatements, keyed))
    expect(granted(await ledger.as('editor').write(recordStatements, keyed))).toEqual({ recorded: 1 })
    expect(ledger.one('select count(*) from statements')).toBe(2)
  })
})
