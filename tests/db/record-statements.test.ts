import { expect, test } from 'vitest'
import { moveSheet } from '#db/commands/move-sheet.ts'
import { recordStatements } from '#db/commands/record-statements.ts'
import { getUnitSheet } from '#db/queries/unit-sheet.ts'
import { expectRefused, granted, overtaken, refused, testLedger } from '#tests/support/database.ts'

const sheet = { unit: 'bac-tu-liem', year: 2024 }
const met = { subject: 'met_count', tier: 'unstated', count: 24, total: 24, qualifier: 'cơ bản' }
const exceeded = { subject: 'exceeded_count', tier: 'unstated', count: 6, note: 'thu, chi' }
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
  const late = await ledger.as('editor', engine).write(recordStatements, { ...input, reason: 'Báo cáo đến sau' })
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
