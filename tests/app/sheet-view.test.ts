import { createElement } from 'react'
import { describe, expect, test } from 'vitest'
import { filterRows } from '#components/table/row-filter.ts'
import { SheetCard } from '#components/table/sheet-card.tsx'
import { optionalColumns, readSheetQuery, sheetAddress } from '#components/table/sheet-query.ts'
import { sheetRows } from '#components/table/sheet-rows.ts'
import type { SheetLine } from '#domain/sheet.ts'
import { stageRevision } from '#domain/stage-revision.ts'
import { rendered, rowsOf } from '#tests/support/render.ts'
import { sheetLine } from '#tests/support/sheet-line.ts'

/** A sheet as its address asks for it. */

const path = '/units/x/2023'
const kinds = { unitKind: 'urban_district', parentKind: 'city' } as const
const show = (lines: SheetLine[], search: Record<string, string | string[]> = {}): string =>
  rendered(
    createElement(SheetCard, {
      year: 2023,
      kinds,
      sheet: sheetRows(lines, []),
      path,
      query: readSheetQuery(search),
    }),
  )

const exceeded = sheetLine({ number: '1', cells: { assigned_plan: '80', adopted_plan: '100', official: '90' } })
const heading = sheetLine({ number: '2', indicator: { code: 'CO-CAU', group: 'economy', heading: true } })
const part = sheetLine({ number: '2.1', indicator: { code: 'CO-CAU-1', group: 'economy', parentCode: 'CO-CAU' } })
const monitored = sheetLine({
  number: '3',
  indicator: { code: 'XH', group: 'society' },
  inAssignedSet: false,
  inAdoptedSet: false,
  cells: { reported_verdict_unstated: 'exceeded' },
})
const sheet = [heading, part, exceeded, monitored]
const numbers = (verdict: string, group?: string) => {
  const { groups, shown, total } = filterRows(
    sheetRows(sheet, []),
    readSheetQuery({ verdict, ...(group && { group }) }),
  )
  return { rows: groups.map(({ letter, rows }) => [letter, ...rows.map(({ line }) => line.number)]), shown, total }
}

describe('the address of a sheet', () => {
  test('says nothing of what goes without saying, and everything else again', () => {
    expect(sheetAddress(path, readSheetQuery({}))).toBe(path)
    const query = readSheetQuery({
      view: 'charts',
      verdict: 'missed',
      group: 'budget',
      columns: ['growth', 'previous'],
    })
    const address = sheetAddress(path, query)
    expect(address).toBe(`${path}?view=charts&verdict=missed&group=budget&columns=previous&columns=growth`)
    expect(
      readSheetQuery({ view: 'charts', verdict: 'missed', group: 'budget', columns: ['previous', 'growth'] }),
    ).toEqual(query)
  })
  test('falls back where it is not understood; no column at all can be said', () => {
    const odd = { view: 'pie', verdict: ['met', 'missed'], group: 'x', columns: 'y' }
    expect(readSheetQuery(odd)).toEqual({
      ...{ view: 'table', verdict: null, group: null, columns: optionalColumns },
      tables: [],
    })
    const tables = { table: 'budget-percent-adopted.x y.KT-CO-CAU' }
    expect(sheetAddress(path, readSheetQuery({ view: 'charts', ...tables }))).toBe(
      `${path}?view=charts&table=budget-percent-adopted.KT-CO-CAU`,
    )
    expect(sheetAddress(path, readSheetQuery(tables))).toBe(path)
    const none = readSheetQuery({ columns: 'fixed' })
    expect(none.columns).toEqual([])
    expect(sheetAddress(path, none)).toBe(`${path}?columns=fixed`)
  })
})

describe('the filter', () => {
  test('takes a verdict on any plan, computed or reported; empty groups go, letters stay', () => {
    expect(numbers('exceeded')).toEqual({
      rows: [
        ['B', '1'],
        ['C', '3'],
      ],
      shown: 2,
      total: 3,
    })
    expect(numbers('missed')).toEqual({ rows: [['B', '1']], shown: 1, total: 3 })
    expect(numbers('met').rows).toEqual([])
  })
  test('keeps a heading with its parts and counts it for nothing', () => {
    expect(numbers('awaiting')).toEqual({ rows: [['A', '2', '2.1']], shown: 1, total: 3 })
  })
  test('takes a group', () => {
    expect(numbers('', 'society')).toEqual({ rows: [['C', '3']], shown: 1, total: 3 })
  })
  test('is said with the way out of it', () => {
    const page = show(sheet, { verdict: 'missed' })
    expect(page).toContain('Hiện 1/3 dòng')
    expect(page).toContain('“Chưa đạt” so với KH quận hoặc KH Thành phố, tính từ biểu hoặc theo báo cáo.')
    expect(show(sheet, { group: 'society' })).not.toContain('tính từ biểu hoặc')
    expect(page).toMatch(/<a[^>]*href="\/units\/x\/2023"[^>]*>Bỏ lọc/u)
    expect(show(sheet, { verdict: 'met' })).toContain('Không có dòng nào khớp bộ lọc.')
    expect(show(sheet)).not.toContain('Bỏ lọc')
  })
})

test('columns that are not chosen are in no row', () => {
  const rows = rowsOf(show([exceeded], { columns: ['adopted', 'ofAdopted'] }))
  expect(rows.map((row) => row.length)).toEqual([8, 1, 8])
  expect(rows[2]?.slice(3, 6)).toEqual(['100', '90', '90,0%'])
})

test('a growth says how the printed form has it, unless it is in points', () => {
  const said = 'tăng 5% in là 105'
  expect(show([sheetLine({ cells: { estimate: '63275', reported_growth: '12.86' } })])).toContain(said)
  const share = { valueType: 'share', unitOfMeasure: '%' } as const
  expect(show([sheetLine({ indicator: share, cells: { estimate: '35', reported_growth: '0.2' } })])).not.toContain(said)
})

describe('an adjusted plan', () => {
  const step = { document: null, at: '2023-01-05T00:00:00.000Z', by: 'Lan' }
  const decision = { code: 'qd', title: 'Quyết định bổ sung', publisher: null, number: '7/QĐ', url: null, dated: null }
  const of = (value: number) => ({ value, high: null, denominator: null, qualifier: 'exact', text: null }) as const
  const line = sheetLine({ cells: { adopted_plan: '120', official: '110' } })
  const adopted = line.figures.adopted_plan
  if (!adopted) throw new Error('no plan')
  line.figures.adopted_plan = {
    ...adopted,
    steps: [
      { ...step, quantity: of(100) },
      { ...step, quantity: of(120), document: decision, at: '2023-06-01T00:00:00.000Z' },
    ],
  }
  test('is judged in force, with the first plan, its percent and each decision one press away', () => {
    const page = show([line])
    expect(rowsOf(page)[2]?.slice(5, 9)).toEqual(
      ['120 điều chỉnh', '110', '', '91,7%'].map((text) => text || expect.anything()),
    )
    const note = /<section id="steps-adopted.*?<\/section>/su.exec(page)?.[0] ?? ''
    for (const text of ['Kế hoạch ban đầu', '100 tỷ đồng', '120 tỷ đồng', '7/QĐ', '110,0%', 'Vượt']) {
      expect(note).toContain(text)
    }
  })
})

describe('the revision between stages', () => {
  const money = { valueType: 'amount', direction: 'higher' } as const
  test('is against the stage before that is there', () => {
    const { figures } = sheetLine({ cells: { estimate: '3594', official: '3650' } })
    expect(stageRevision(figures, 'official', money)).toMatchObject({ from: 'estimate', difference: { value: 56 } })
    expect(stageRevision(figures, 'estimate', money)).toBeNull()
    expect(stageRevision(figures, 'preliminary', money)).toBeNull()
  })
  test('of a rate is in points; of words there is none', () => {
    const rate = { valueType: 'rate', direction: 'higher' } as const
    const { figures } = sheetLine({ indicator: rate, cells: { estimate: '12.86', preliminary: '12.5' } })
    expect(stageRevision(figures, 'preliminary', rate)?.growth).toMatchObject({
      unit: 'points',
      change: { value: -0.36 },
    })
    const said = sheetLine({ indicator: { valueType: 'milestone' }, cells: { estimate: 'Đang làm', official: 'Xong' } })
    expect(stageRevision(said.figures, 'official', { valueType: 'milestone', direction: 'higher' })).toBeNull()
  })
})
