import { describe, expect, test } from 'vitest'
import { moveSheet } from '#db/commands/move-sheet.ts'
import { setFigures } from '#db/commands/set-figures.ts'
import { getUnitSheet } from '#db/queries/unit-sheet.ts'
import { ensureSystemActor } from '#db/system-actor.ts'
import { write } from '#db/write.ts'
import { type SheetState, sheetStates, transitions, transitionTable } from '#domain/sheet-state.ts'
import { expectRefused, granted, overtaken, type Person, refused, testLedger } from '#tests/support/database.ts'

const sheet = { unit: 'bac-tu-liem', year: 2024, comment: 'Vì thế' }

/** A ledger whose sheet stands in a state that was reached without the steps. */
async function standing(state: SheetState) {
  const ledger = await testLedger()
  ledger.database.prepare('update sheets set state = ?').run(state)
  return ledger
}
const moves = transitions.flatMap((step) => sheetStates.map((state) => [step, state] as const))

test.each(moves)('%s from %s', async (step, state) => {
  const ledger = await standing(state)
  const take = () => ledger.as('approver').write(moveSheet[step], sheet)
  const { from, to } = transitionTable[step]
  if (!from.includes(state)) {
    return expectRefused(ledger, take, { code: 'closed', reason: `sheet_${state}` })
  }
  expect(granted(await take())).toEqual({ state: to })
  expect(ledger.one('select state from sheets')).toBe(to)
  expect(ledger.journal().at(-1)).toMatchObject({
    actor_id: 'approver',
    action: `${step}_sheet`,
    sheet_id: ledger.one('select id from sheets'),
    reason: 'Vì thế',
    detail: JSON.stringify({ year: 2024, from: state, to }),
  })
})

describe('who', () => {
  test.each([
    ['submit', 'draft', { editor: true, cityEditor: true, approver: true, viewer: false, administrator: false }],
    ['return', 'submitted', { editor: false, cityEditor: false, approver: true, viewer: false, administrator: false }],
    ['approve', 'submitted', { editor: false, cityEditor: false, approver: true, viewer: false, administrator: false }],
    ['lock', 'approved', { editor: false, cityEditor: false, approver: true, viewer: false, administrator: false }],
    ['reopen', 'locked', { editor: false, cityEditor: false, approver: true, viewer: false, administrator: false }],
  ] as const)('may %s', async (step, state, may) => {
    for (const [who, allowed] of Object.entries(may)) {
      const ledger = await standing(state)
      const take = () => ledger.as(who as Person).write(moveSheet[step], sheet) // the keys above
      if (allowed) granted(await take())
      else await expectRefused(ledger, take, { code: 'forbidden', reason: step })
    }
    const ledger = await standing(state)
    await expectRefused(ledger, () => ledger.as('ngoQuyenEditor').write(moveSheet[step], sheet), { code: 'not_found' })
  })

  test.each(['return', 'approve', 'lock', 'reopen'] as const)(
    'never %s: whoever wrote a figure of the sheet',
    async (step) => {
      const ledger = await testLedger()
      ledger.database.prepare("update grants set role = 'editor' where user_id = 'approver'").run()
      const changes = [{ indicator: 'NS-THU', kind: 'estimate', quantity: '1', expectedVersion: null }]
      granted(await ledger.as('approver').write(setFigures, { unit: 'bac-tu-liem', year: 2024, changes }))
      ledger.database.prepare("update grants set role = 'approver' where user_id = 'approver'").run()
      ledger.database.prepare('update sheets set state = ?').run(transitionTable[step].from[0])
      await expectRefused(ledger, () => ledger.as('approver').write(moveSheet[step], sheet), {
        code: 'forbidden',
        reason: step,
      })
    },
  )
})

test('the system approves what it recorded itself: published figures come approved', async () => {
  const { engine, one } = await testLedger()
  const system = await ensureSystemActor(engine, 'published')
  const named = { unit: 'bac-tu-liem', year: 2024 }
  const changes = [{ indicator: 'NS-THU', kind: 'estimate', quantity: '3.594', expectedVersion: null }]
  granted(await write(engine, setFigures, system, { key: 'published-1', ...named, changes }))
  granted(await write(engine, moveSheet.submit, system, { key: 'published-2', ...named }))
  granted(await write(engine, moveSheet.approve, system, { key: 'published-3', ...named }))
  expect(one('select state from sheets')).toBe('approved')
})

test('whoever undoes a step says why', async () => {
  const silent = { unit: 'bac-tu-liem', year: 2024 }
  for (const step of transitions) {
    const ledger = await standing(transitionTable[step].from[0] ?? 'draft')
    const take = (comment: object) => ledger.as('approver').write(moveSheet[step], { ...silent, ...comment })
    if (!transitionTable[step].commentRequired) {
      granted(await take({ comment: '' }))
      expect(ledger.journal().at(-1)?.reason).toBeNull()
      continue
    }
    await expectRefused(ledger, () => take({ comment: ' \n ' }), {
      problems: [{ path: 'comment', reason: 'comment_required' }],
    })
    await expectRefused(ledger, () => take({}), { code: 'invalid' })
  }
})

test('of two steps at once, one is taken', async () => {
  const ledger = await standing('submitted')
  const engine = overtaken(ledger.engine, async () =>
    granted(await ledger.as('approver').write(moveSheet.return, sheet)),
  )
  const late = await ledger.as('approver', engine).write(moveSheet.approve, sheet)
  expect(refused(late)).toMatchObject({ code: 'closed', reason: 'sheet_draft' })
})

test('a returned sheet says why, by whom and when, until it is submitted again', async () => {
  const ledger = await standing('submitted')
  const { reader } = ledger.engine
  const read = async () => (await getUnitSheet(reader, await ledger.person('editor'), sheet.unit, sheet.year))?.returned
  expect(await read()).toBeNull()
  granted(await ledger.as('approver').write(moveSheet.return, { ...sheet, comment: 'Xem lại dự toán' }))
  expect(await read()).toMatchObject({ comment: 'Xem lại dự toán', by: expect.any(String), at: expect.any(String) })
  granted(await ledger.as('editor').write(moveSheet.submit, sheet))
  expect(await read()).toBeNull()
})
