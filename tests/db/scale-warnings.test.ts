import { expect, test } from 'vitest'
import { endLine } from '#db/commands/end-line.ts'
import { openYear } from '#db/commands/open-year.ts'
import { setFigures } from '#db/commands/set-figures.ts'
import type { FigureKind } from '#domain/figure.ts'
import { granted, type Ledger, testLedger } from '#tests/support/database.ts'

type Change = [kind: FigureKind, quantity: string, expectedVersion?: number]
const put = async (ledger: Ledger, year: number, changes: Change[], more: object = {}) =>
  granted(
    await ledger.as('editor').write(setFigures, {
      unit: 'bac-tu-liem',
      year,
      changes: changes.map(([kind, quantity, expectedVersion = null]) => ({
        indicator: 'NS-THU',
        kind,
        quantity,
        expectedVersion,
      })),
      ...more,
    }),
  )
const scale = (kind: FigureKind, suggestion: string) => ({ indicator: 'NS-THU', kind, reason: 'scale', suggestion })

test('a value 1.000 times off its plan is saved, with the one that was probably meant, as the person writes', async () => {
  const ledger = await testLedger()
  expect((await put(ledger, 2024, [['adopted_plan', '3.504']])).warnings).toEqual([])
  const { saved, warnings } = await put(ledger, 2024, [['estimate', '3,5945']])
  expect(saved).toEqual([{ indicator: 'NS-THU', kind: 'estimate', quantity: '3,5945', version: 1 }])
  expect(warnings).toEqual([scale('estimate', '3.594,5')])
  const english = await put(ledger, 2024, [['estimate', '3.594', 1]], { locale: 'en' })
  expect(english.warnings).toEqual([scale('estimate', '3,594')])
  expect((await put(ledger, 2024, [['estimate', '3.594', 2]])).warnings).toEqual([])
})

test('only what changes is looked at, a note and an emptied cell are not', async () => {
  const ledger = await testLedger()
  await put(ledger, 2024, [
    ['adopted_plan', '3.504'],
    ['estimate', '3.594'],
  ])
  expect((await put(ledger, 2024, [['official', '3,594']])).warnings).toEqual([scale('official', '3.594')])
  expect((await put(ledger, 2024, [['official', '3,594', 1]])).warnings).toEqual([])
  expect((await put(ledger, 2024, [['official', '', 1]])).warnings).toEqual([])
})

test('cells that are sent together are held against each other', async () => {
  const ledger = await testLedger()
  const { warnings } = await put(ledger, 2024, [
    ['adopted_plan', '3.504'],
    ['estimate', '3,594'],
    ['reported_percent_adopted', '103'],
  ])
  expect(warnings).toEqual([scale('adopted_plan', '3,504'), scale('estimate', '3.594')])
})

test('the year before says which of them it is, and is enough where there is no plan', async () => {
  const ledger = await testLedger()
  await put(ledger, 2024, [['official', '3.400']])
  granted(await ledger.as('editor').write(openYear, { unit: 'bac-tu-liem', year: 2025 }))
  expect((await put(ledger, 2025, [['estimate', '3,594']])).warnings).toEqual([scale('estimate', '3.594')])
  expect((await put(ledger, 2025, [['adopted_plan', '3.504']])).warnings).toEqual([])
})

test('a line of the year before that was ended says nothing', async () => {
  const ledger = await testLedger()
  await put(ledger, 2024, [['official', '3.400']])
  granted(await ledger.as('editor').write(openYear, { unit: 'bac-tu-liem', year: 2025 }))
  const ended = { unit: 'bac-tu-liem', year: 2024, indicator: 'NS-THU', reason: 'Không giao' }
  granted(await ledger.as('editor').write(endLine, ended))
  expect((await put(ledger, 2025, [['estimate', '3,594']])).warnings).toEqual([])
})
