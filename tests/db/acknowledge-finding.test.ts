import { beforeEach, expect, test } from 'vitest'
import { acknowledgeFinding } from '#db/commands/acknowledge-finding.ts'
import { moveSheet } from '#db/commands/move-sheet.ts'
import { recordStatements } from '#db/commands/record-statements.ts'
import { setFigures } from '#db/commands/set-figures.ts'
import { getUnitSheet } from '#db/queries/unit-sheet.ts'
import { openFindings, type ReviewedFinding, reviewSheet } from '#domain/review.ts'
import { expectRefused, granted, type Ledger, type Person, testLedger } from '#tests/support/database.ts'

const sheet = { unit: 'bac-tu-liem', year: 2024 }
const note = 'Hai kế hoạch khác nhau, đã đối chiếu nghị quyết'

let ledger: Ledger
const set = async (kind: string, quantity: string, expectedVersion: number | null, reason?: string) =>
  granted(
    await ledger.as('editor').write(setFigures, {
      ...sheet,
      reason,
      changes: [{ indicator: 'NS-CHI', kind, quantity, expectedVersion }],
    }),
  )
const review = async (who: Person = 'viewer'): Promise<ReviewedFinding[]> => {
  const found = await getUnitSheet(ledger.engine.reader, await ledger.person(who), sheet.unit, sheet.year)
  if (!found) throw new Error('no sheet')
  return reviewSheet({ ...found, state: found.sheet.state })
}
const onlyFinding = async (): Promise<ReviewedFinding> => {
  const [finding, ...more] = await review()
  if (!finding || more.length > 0) throw new Error('not one finding')
  return finding
}
const inputOf = ({ finding, key, fingerprint }: ReviewedFinding) => ({
  ...sheet,
  ...(finding.indicatorCode && { indicator: finding.indicatorCode }),
  finding: key,
  fingerprint,
  note,
})
const acknowledge = async (who: Person, more: object = {}) =>
  ledger.as(who).write(acknowledgeFinding, { ...inputOf(await onlyFinding()), ...more })

beforeEach(async () => {
  ledger = await testLedger()
  await set('reported_percent_assigned', '102', null)
  await set('reported_percent_adopted', '97,4', null)
})

test('a finding that was looked at is no longer open, says by whom and why, and is one row of the journal', async () => {
  const before = await onlyFinding()
  expect(before).toMatchObject({ finding: { kind: 'tiers_differ' }, acknowledgement: null })
  const rows = ledger.journal().length
  granted(await acknowledge('editor'))
  const after = await onlyFinding()
  expect(after).toEqual({ ...before, acknowledgement: expect.objectContaining({ note, by: 'Người editor' }) })
  expect(openFindings([after])).toEqual([])
  expect(ledger.journal()).toHaveLength(rows + 1)
  expect(ledger.journal().at(-1)).toMatchObject({
    action: 'acknowledge_finding',
    reason: note,
    unit_id: ledger.one("select id from units where slug = 'bac-tu-liem'"),
    sheet_id: ledger.one('select id from sheets'),
    detail: expect.stringContaining('"indicator":"NS-CHI"'),
  })
})

test('it is back when a figure it rests on changes, and gone again with the figure as it was', async () => {
  granted(await acknowledge('editor'))
  await set('estimate', '1570', null)
  expect(openFindings(await review())).toEqual([])
  await set('reported_percent_adopted', '97,5', 1)
  expect(openFindings(await review())).toHaveLength(1)
  await set('reported_percent_adopted', '97,4', 2)
  expect(openFindings(await review())).toEqual([])
})

test('the last word on the same figures is shown', async () => {
  granted(await acknowledge('editor'))
  granted(await acknowledge('approver', { note: 'Đồng ý' }))
  expect((await onlyFinding()).acknowledgement).toMatchObject({ note: 'Đồng ý', by: 'Người approver' })
})

test('a sheet in any state takes it, and its figures stay', async () => {
  granted(await ledger.as('editor').write(moveSheet.submit, sheet))
  granted(await ledger.as('approver').write(moveSheet.approve, sheet))
  const figures = ledger.database.prepare('select * from figures').all()
  granted(await acknowledge('approver'))
  expect(openFindings(await review())).toEqual([])
  expect(ledger.database.prepare('select * from figures').all()).toEqual(figures)
})

test('so does one that is about the sheet as a whole', async () => {
  ledger = await testLedger()
  const statements = [{ subject: 'assigned_count', tier: 'assigned', count: 19 }]
  granted(await ledger.as('editor').write(recordStatements, { ...sheet, document: 'qd-1', statements }))
  granted(await ledger.as('editor').write(moveSheet.submit, sheet))
  expect(await onlyFinding()).toMatchObject({ finding: { kind: 'awaiting', count: 19 }, indicator: null })
  granted(await acknowledge('approver'))
  expect(openFindings(await review())).toEqual([])
  expect(ledger.one('select line_id from acknowledgements')).toBeNull()
})

test('what is not found, or not any more of these figures, is refused', async () => {
  const refusal = (reason: string) => ({ code: 'conflict', reason }) as const
  const seen = inputOf(await onlyFinding())
  const attempt = (more: object) => () => ledger.as('editor').write(acknowledgeFinding, { ...seen, ...more })
  await expectRefused(ledger, attempt({ finding: 'caution estimate' }), refusal('finding_gone'))
  await expectRefused(ledger, attempt({ indicator: 'NS-THU' }), refusal('finding_gone'))
  await expectRefused(ledger, attempt({ indicator: undefined }), refusal('finding_gone'))
  await expectRefused(ledger, attempt({ fingerprint: '[]' }), refusal('finding_changed'))
  await set('reported_percent_adopted', '97,5', 1)
  await expectRefused(ledger, attempt({}), refusal('finding_changed'))
  await set('reported_percent_adopted', '101', 2)
  await expectRefused(ledger, attempt({}), refusal('finding_gone'))
})

test('it takes a note', async () => {
  const seen = inputOf(await onlyFinding())
  for (const empty of ['', '  \n ']) {
    await expectRefused(ledger, () => ledger.as('editor').write(acknowledgeFinding, { ...seen, note: empty }), {
      code: 'invalid',
      problems: [{ path: 'note', reason: 'note_required' }],
    })
  }
})

test('editors and approvers of the unit may, viewers, administrators and others may not', async () => {
  for (const who of ['editor', 'cityEditor', 'approver'] as const) granted(await acknowledge(who))
  await expectRefused(ledger, () => acknowledge('viewer'), { code: 'forbidden', reason: 'review_findings' })
  await expectRefused(ledger, () => acknowledge('administrator'), { code: 'forbidden', reason: 'review_findings' })
  await expectRefused(ledger, () => acknowledge('ngoQuyenEditor'), { code: 'not_found' })
})
