import { describe, expect, test } from 'vitest'
import { moveSheet } from '#db/commands/move-sheet.ts'
import { setFigures } from '#db/commands/set-figures.ts'
import type { Statement } from '#db/engine.ts'
import { embeddedEngine } from '#db/engines/embedded.ts'
import { getCellHistory } from '#db/queries/cell-history.ts'
import { getUnitSheet } from '#db/queries/unit-sheet.ts'
import { expectRefused, granted, type Ledger, refused, testLedger } from '#tests/support/database.ts'
import { expectWhole } from '#tests/support/soundness.ts'

/** A block of cells, as it is pasted: one transaction, one row of the journal, and one undo takes it all back. */

const sheet = { unit: 'bac-tu-liem', year: 2024 }
const kinds = ['assigned_plan', 'adopted_plan', 'estimate', 'preliminary', 'official', 'unstaged'] as const
const MOST = 5000
const lineCount = Math.ceil((MOST + 1) / kinds.length)

/** A ledger whose sheet has so many lines that a block of the largest size fits. */
async function longSheet(): Promise<Ledger> {
  const ledger = await testLedger()
  const like = `name_vi, name_en, "group", value_type, direction, unit_of_measure, decimals, breakdown_rule, heading,
    valid_from_year`
  const indicator = ledger.database.prepare(`insert into indicators (id, code, version, ${like})
    select @code, @code, 1, ${like} from indicators where code = 'NS-CHI'`)
  const line = ledger.database.prepare(`insert into lines
    (id, sheet_id, indicator_id, position, number, in_assigned_set, in_adopted_set)
    select @code, id, @code, @place, @place, 1, 1 from sheets`)
  ledger.database.transaction(() => {
    for (let place = 10; place < lineCount + 10; place += 1) {
      indicator.run({ code: `I${place}` })
      line.run({ code: `I${place}`, place })
    }
  })()
  return ledger
}

type Change = { indicator: string; kind: string; quantity: string; expectedVersion: number | null }
/** The first cells of that sheet, line by line. */
const block = (count: number, quantity: (index: number) => string, expectedVersion: number | null = null): Change[] =>
  Array.from({ length: count }, (_, index) => ({
    indicator: `I${10 + Math.floor(index / kinds.length)}`,
    kind: kinds[index % kinds.length] ?? '',
    quantity: quantity(index),
    expectedVersion,
  }))
const paste = (ledger: Ledger, changes: readonly Change[], more: object = {}) =>
  ledger.as('cityEditor').write(setFigures, { ...sheet, ...more, changes })
const rows = (ledger: Ledger) => [
  ledger.one("select count(*) from journal where action = 'set_figures'"),
  ledger.one('select count(*) from revisions'),
]

describe('5.000 cells', () => {
  test('are one transaction and one row of the journal; another such block takes them back', async () => {
    const ledger = await longSheet()
    let batches = 0
    const engine = {
      ...ledger.engine,
      commit: (statements: readonly Statement[]) => {
        batches += 1
        return ledger.engine.commit(statements)
      },
    }
    const write = (changes: Change[]) => ledger.as('cityEditor', engine).write(setFigures, { ...sheet, changes })
    const { saved } = granted(await write(block(MOST, (index) => String(index + 1))))
    expect(saved).toHaveLength(MOST)
    expect([batches, ...rows(ledger)]).toEqual([1, 1, MOST])
    expect(JSON.parse(String(ledger.journal().at(-1)?.detail))).toEqual({ year: 2024, cells: MOST })
    expect(ledger.one('select sum(value) from figures')).toBe((MOST * (MOST + 1)) / 2)

    granted(await write(block(MOST, () => '', 1)))
    expect([batches, ...rows(ledger)]).toEqual([2, 2, 2 * MOST])
    expect(ledger.one('select count(*) from figures where qualifier is not null')).toBe(0)
    expectWhole(ledger.database)
  })

  test('and one more are too many', async () => {
    const ledger = await longSheet()
    const changes = block(MOST + 1, () => '1')
    await expectRefused(ledger, () => paste(ledger, changes), { problems: [{ path: 'changes', reason: 'too_many' }] })
  })

  test('are all or none: one cell that another changed, or that is no number, stops the rest', async () => {
    const ledger = await longSheet()
    const [first, ...others] = block(600, () => '2')
    if (!first) throw new Error('no cells')
    granted(await paste(ledger, [{ ...first, quantity: '1' }]))
    const stale = refused(await paste(ledger, [...others, first]))
    expect(stale).toMatchObject({ code: 'conflict', detail: { theirs: [{ indicator: 'I10', quantity: '1' }] } })
    const wrong = refused(await paste(ledger, [...others, { ...first, quantity: '1,2,3', expectedVersion: 1 }]))
    expect(wrong.problems).toMatchObject([{ path: 'changes.599.quantity' }])
    expect(rows(ledger)).toEqual([1, 1])
  })

  /** Counted, not timed: a busy machine is no failure. Each statement looks up by keys what it needs. */
  test('cost one statement for each cell more than 500 do, and no question', async () => {
    const ledger = await longSheet()
    let asked = 0
    const heard = embeddedEngine(ledger.database, () => {
      asked += 1
    })
    const cost = async (count: number, expectedVersion: number | null) => {
      let statements = 0
      const engine = {
        ...heard,
        commit: (batch: readonly Statement[]) => {
          statements = batch.length
          return heard.commit(batch)
        },
      }
      asked = 0
      const changes = block(count, () => String(count), expectedVersion)
      granted(await ledger.as('cityEditor', engine).write(setFigures, { ...sheet, changes }))
      return { statements: statements - count, asked }
    }
    granted(
      await paste(
        ledger,
        block(MOST, () => '1'),
      ),
    )
    expect(await cost(MOST, 1)).toEqual(await cost(500, 2))
  })
})

const cell = (quantity: string, expectedVersion: number | null, more: object = {}) => ({
  indicator: 'NS-THU',
  kind: 'adopted_plan',
  quantity,
  expectedVersion,
  ...more,
})
const put = (ledger: Ledger, changes: object[], more: object = {}) =>
  ledger.as('editor').write(setFigures, { ...sheet, ...more, changes })
const history = async (ledger: Ledger) =>
  (await getCellHistory(ledger.engine.reader, await ledger.person('viewer'), {
    ...sheet,
    indicator: 'NS-THU',
    kind: 'adopted_plan',
  })) ?? []

describe('what the details of a cell show', () => {
  test('is everything of each revision, newest first', async () => {
    const ledger = await testLedger()
    granted(await put(ledger, [cell('1651,346', null)]))
    granted(await put(ledger, [cell('khoảng 1.700', 1, { note: 'Theo dự thảo' })], { document: 'qd-1', reason: 'Mới' }))
    const at = expect.stringMatching(/^\d{4}-.*Z$/)
    const exactly = { high: null, denominator: null, qualifier: 'exact', text: null }
    const planned = { ...exactly, value: 1651.346 }
    expect(await history(ledger)).toEqual([
      {
        version: 2,
        change: 'entry',
        before: planned,
        after: { ...exactly, value: 1700, qualifier: 'about' },
        entered: 'khoảng 1.700',
        note: 'Theo dự thảo',
        reason: 'Mới',
        document: expect.objectContaining({ code: 'qd-1', number: '1/QĐ-UBND' }),
        at,
        by: 'Người editor',
      },
      {
        version: 1,
        change: 'entry',
        before: null,
        after: planned,
        entered: '1651,346',
        note: null,
        reason: null,
        document: null,
        at,
        by: 'Người editor',
      },
    ])
  })

  test('keeps one reason for all cells of a block that corrects a submitted sheet', async () => {
    const ledger = await testLedger()
    const both = (value: string, version: number | null) => [
      cell(value, version),
      cell(value, version, { indicator: 'NS-CHI' }),
    ]
    granted(await put(ledger, both('1', null)))
    granted(await ledger.as('editor').write(moveSheet.submit, sheet))
    await expectRefused(ledger, () => put(ledger, both('2', 1)), {
      problems: [{ path: 'reason', reason: 'reason_required' }],
    })
    await expectRefused(ledger, () => put(ledger, both('2', 1), { reason: '  ' }), {
      problems: [{ path: 'reason', reason: 'reason_required' }],
    })
    granted(await put(ledger, both('2', 1), { reason: 'Số liệu Chi cục Thuế' }))
    const kept = ledger.database.prepare(`select change, reason from revisions
      join journal on journal.id = journal_id where version = 2`)
    const correction = { change: 'correction', reason: 'Số liệu Chi cục Thuế' }
    expect(kept.all()).toEqual([correction, correction])
  })

  test('tells a note alone as a revision, which leaves the value', async () => {
    const ledger = await testLedger()
    granted(await put(ledger, [cell('3.504', null)]))
    granted(await put(ledger, [cell('3.504', 1, { note: 'Đã đối chiếu' })]))
    expect(await history(ledger)).toMatchObject([
      { version: 2, note: 'Đã đối chiếu', before: { value: 3504 }, after: { value: 3504 } },
      { version: 1, note: null },
    ])
  })

  test('tells a value that was restored as one more revision', async () => {
    const ledger = await testLedger()
    for (const [version, text] of ['3.504', '3.600', '3.504'].entries()) {
      granted(await put(ledger, [cell(text, version || null)]))
    }
    const values = (await history(ledger)).map(({ version, change, after }) => [version, change, after?.value])
    expect(values).toEqual([
      [3, 'entry', 3504],
      [2, 'entry', 3600],
      [1, 'entry', 3504],
    ])
  })

  test('shows beside an adjusted plan the original, which a block adjusts with one document', async () => {
    const ledger = await testLedger()
    const both = (value: string, version: number | null) => [
      cell(value, version),
      cell(value, version, { indicator: 'NS-CHI' }),
    ]
    granted(await put(ledger, both('3.504', null)))
    granted(await put(ledger, both('3.600', 1), { change: 'adjustment', document: 'qd-1' }))
    const page = await getUnitSheet(ledger.engine.reader, await ledger.person('viewer'), sheet.unit, sheet.year)
    for (const code of ['NS-THU', 'NS-CHI']) {
      const plan = page?.lines.find(({ indicator }) => indicator.code === code)?.figures.adopted_plan
      expect(plan?.steps?.map(({ quantity, document }) => [quantity?.value, document?.code])).toEqual([
        [3504, undefined],
        [3600, 'qd-1'],
      ])
    }
  })
})
