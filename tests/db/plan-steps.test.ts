import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { moveSheet } from '#db/commands/move-sheet.ts'
import { saveDocument } from '#db/commands/save-document.ts'
import { setFigures } from '#db/commands/set-figures.ts'
import { getUnitSheet } from '#db/queries/unit-sheet.ts'
import { granted, type Ledger, testLedger } from '#tests/support/database.ts'

/** What a page knows of an adjusted plan (domain rule 11), without a further statement. */

const sheet = { unit: 'bac-tu-liem', year: 2024 }
let ledger: Ledger
beforeEach(async () => {
  ledger = await testLedger()
})
afterEach(() => ledger.engine.close())

const save = async (quantity: string, expectedVersion: number | null, how: object = {}, kind = 'adopted_plan') =>
  granted(
    await ledger
      .as('editor')
      .write(setFigures, { ...sheet, ...how, changes: [{ indicator: 'NS-THU', kind, quantity, expectedVersion }] }),
  )

async function plan() {
  const actor = await ledger.person('viewer')
  const read = await getUnitSheet(ledger.engine.reader, actor, sheet.unit, sheet.year)
  return read?.lines.find(({ indicator }) => indicator.code === 'NS-THU')?.figures.adopted_plan
}

describe('the steps of a plan', () => {
  test('the first plan and each adjustment with what it cites, a correction in the place of what it corrects', async () => {
    await save('3500', null)
    await save('3504', 1)
    granted(await ledger.as('administrator').write(saveDocument, { code: 'nq-7', title: 'Nghị quyết', number: '7/NQ' }))
    await save('3600,5', 2, { change: 'adjustment', document: 'qd-1', reason: 'Giao bổ sung' })
    granted(await ledger.as('editor').write(moveSheet.submit, sheet))
    await save('3700,25', 3, { change: 'adjustment', document: 'nq-7', reason: 'Điều chỉnh' })
    await save('3700,5', 4, { reason: 'Gõ nhầm' })
    const found = await plan()
    expect(found?.quantity?.value).toBe(3700.5)
    expect(found?.steps?.map(({ quantity, document, by }) => [quantity?.value, document?.number, by])).toEqual([
      [3504, undefined, 'Người editor'],
      [3600.5, '1/QĐ-UBND', 'Người editor'],
      [3700.5, '7/NQ', 'Người editor'],
    ])
  })

  test('what was only corrected has none', async () => {
    await save('3500', null)
    await save('3504', 1)
    expect(await plan()).toMatchObject({ version: 2 })
    expect((await plan())?.steps).toBeUndefined()
  })

  test('an actual has none, however often it was written', async () => {
    await save('1', null, {}, 'official')
    await save('2', 1, {}, 'official')
    const read = await getUnitSheet(ledger.engine.reader, await ledger.person('viewer'), sheet.unit, sheet.year)
    const official = read?.lines.find(({ indicator }) => indicator.code === 'NS-THU')?.figures.official
    expect(official).toMatchObject({ version: 2 })
    expect(official?.steps).toBeUndefined()
  })
})
