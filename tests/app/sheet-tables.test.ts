import { describe, expect, test } from 'vitest'
import {
  compareUnits,
  lastWritten,
  type OverviewSheet,
  type OverviewUnit,
  tellApart,
} from '#components/overview/overview-sheet.ts'
import { bulletShape } from '#components/table/bullet-shape.ts'
import { sheetRows } from '#components/table/sheet-rows.ts'
import { reportedPercent, tierText } from '#components/table/tier-text.ts'
import { planKindsOf } from '#components/table/words.ts'
import { assessLine } from '#domain/assessment.ts'
import { checkLines } from '#domain/checks.ts'
import type { SheetLine } from '#domain/sheet.ts'
import type { UnitKind } from '#domain/unit.ts'
import { sheetLine } from '#tests/support/sheet-line.ts'

type Described = NonNullable<Parameters<typeof sheetLine>[0]>
type Cells = NonNullable<Described['cells']>

const haNoi = { slug: 'ha-noi', name: 'Hà Nội', kind: 'city' } as const
const haiPhong = { slug: 'hai-phong', name: 'Hải Phòng', kind: 'city' } as const
const district = (name: string, parent: OverviewUnit['parent']): OverviewUnit => ({
  slug: name,
  name,
  kind: 'urban_district',
  parent,
})

describe('units on the overview', () => {
  test('each city before its districts, in Vietnamese order', () => {
    const shown = [
      district('Ngô Quyền', haiPhong),
      district('Đống Đa', haNoi),
      { ...haiPhong, parent: null },
      district('Bắc Từ Liêm', haNoi),
      { ...haNoi, parent: null },
      district('Cầu Giấy', haNoi),
    ].sort(compareUnits)
    expect(shown.map(({ name }) => name)).toEqual([
      'Hà Nội',
      'Bắc Từ Liêm',
      'Cầu Giấy',
      'Đống Đa',
      'Hải Phòng',
      'Ngô Quyền',
    ])
  })

  test('a district named like its city still stands under it', () => {
    const namesake = district('Hải Phòng', haiPhong)
    expect([namesake, { ...haiPhong, parent: null }].sort(compareUnits).map(({ kind }) => kind)).toEqual([
      'city',
      'urban_district',
    ])
  })

  test("plans are named after the unit's kind and its superior's", () => {
    expect(planKindsOf(district('Cầu Giấy', haNoi))).toEqual({ unitKind: 'urban_district', parentKind: 'city' })
    expect(planKindsOf({ ...haNoi, parent: null })).toEqual({ unitKind: 'city', parentKind: 'other' })
  })

  test('the latest time at which anything was written, on any sheet', () => {
    const sheet = (...at: string[]): OverviewSheet => ({
      unit: { ...haNoi, parent: null },
      state: 'draft',
      dueDate: null,
      statements: [],
      acknowledgements: [],
      previous: null,
      lines: at.map((one) => sheetLine({ cells: { official: '1' }, figure: { at: one } })),
    })
    expect(lastWritten([])).toBeNull()
    expect(lastWritten([sheet()])).toBeNull()
    expect(
      lastWritten([sheet('2024-01-09T00:00:00.000Z', '2024-02-01T00:00:00.000Z'), sheet('2023-12-31T23:59:59.999Z')]),
    ).toBe('2024-02-01T00:00:00.000Z')
  })
})

describe('rows of the official sheet', () => {
  const taxes = { code: 'NS-THU-THUE', parentCode: 'NS-THU' }
  const land = { code: 'NS-THU-DAT', parentCode: 'NS-THU' }
  const jobs = { code: 'XH-VIEC-LAM', group: 'society' as const }
  const codes = (rows: { line: SheetLine }[]) => rows.map(({ line }) => line.indicator.code)

  test('stand under letters without a gap, ended ones apart', () => {
    const lines = [
      sheetLine({ indicator: jobs }),
      sheetLine({ cells: { official: '1' } }),
      sheetLine({ indicator: taxes }),
      sheetLine({ indicator: { code: 'OLD', group: 'economy' }, endedAt: '2024-01-01T00:00:00.000Z' }),
    ]
    const { groups, ended } = sheetRows(lines, [])
    expect(groups.map(({ letter, group, rows }) => [letter, group, codes(rows)])).toEqual([
      ['A', 'budget', ['NS-THU', 'NS-THU-THUE']],
      ['B', 'society', ['XH-VIEC-LAM']],
    ])
    expect(codes(ended)).toEqual(['OLD'])
    expect(groups[0]?.rows.map(({ parent }) => parent?.code ?? null)).toEqual([null, 'NS-THU'])
  })

  test('a part whose whole is not on the sheet names none', () => {
    expect(sheetRows([sheetLine({ indicator: taxes })], []).groups[0]?.rows[0]?.parent).toBeNull()
  })

  test('the year before: the best stage of the same definition, else nothing', () => {
    const row = (previous: SheetLine) =>
      sheetRows([sheetLine({ cells: { official: '3594' } })], [previous]).groups[0]?.rows[0]
    const same = row(sheetLine({ cells: { official: '3100', estimate: '3000' } }))
    expect(same?.previous).toMatchObject({ stage: 'official', quantity: { value: 3100 } })
    expect(same?.assessment.growth.computed).not.toBeNull()
    const estimated = row(sheetLine({ cells: { official: '', estimate: '3000' } }))
    expect(estimated?.previous).toMatchObject({ stage: 'estimate', quantity: { value: 3000 } })
    expect(row(sheetLine({ cells: { adopted_plan: '3033' } }))?.previous).toBeNull()
    const redefined = row(sheetLine({ indicator: { id: 'other definition' }, cells: { official: '3100' } }))
    expect(redefined?.previous).toBeNull()
    expect(redefined?.assessment.growth.computed).toBeNull()
  })

  test('a finding stands at its own line', () => {
    const lines = [
      sheetLine({ indicator: { breakdownRule: 'sum' }, cells: { official: '69230' } }),
      sheetLine({ indicator: taxes, cells: { official: '41056' } }),
      sheetLine({ indicator: land, cells: { official: '28126' } }),
    ]
    const kinds = sheetRows(lines, [], checkLines(lines, [])).groups[0]?.rows.map(({ findings }) =>
      findings.map(({ kind }) => kind),
    )
    expect(kinds).toEqual([['sum_incomplete'], [], []])
  })
})

describe('the bullet of a line', () => {
  const bullet = (cells: Cells, indicator: Described['indicator'] = {}) => {
    const line = sheetLine({ cells, indicator })
    return bulletShape(assessLine(line), line.indicator)
  }

  test("is in percent of the unit's own plan, with the assigned one beside it", () => {
    expect(bullet({ assigned_plan: '80', adopted_plan: '100', official: '97' })).toEqual({
      percent: 97,
      adoptedAt: 100,
      assignedAt: 80,
      tone: 'miss',
    })
  })
  test('is in percent of the assigned plan where that is the only one', () => {
    expect(bullet({ assigned_plan: '80', official: '88' })).toEqual({
      percent: 110,
      adoptedAt: null,
      assignedAt: 100,
      tone: 'good',
    })
  })
  test('without a result shows the plans alone', () => {
    expect(bullet({ adopted_plan: '100' })).toEqual({
      percent: null,
      adoptedAt: 100,
      assignedAt: null,
      tone: 'neutral',
    })
  })
  test('draws a bound at its number and a range at its easier end', () => {
    expect(bullet({ adopted_plan: '10000', official: '>14000' })?.percent).toBe(140)
    expect(bullet({ adopted_plan: '10..20', official: '15' })?.percent).toBe(150)
    expect(bullet({ adopted_plan: '10..20', official: '15' }, { direction: 'lower' })?.percent).toBe(75)
    expect(bullet({ adopted_plan: '<20', official: '15' }, { direction: 'lower' })).toMatchObject({ percent: 75 })
  })
  test('a neutral indicator has no good or bad', () => {
    expect(bullet({ adopted_plan: '100', official: '50' }, { direction: 'neutral' })?.tone).toBe('neutral')
  })
  test('nothing is divided by a plan of zero, and words are not drawn', () => {
    expect(bullet({ adopted_plan: '0', official: '0' }, { direction: 'lower' })).toBeNull()
    expect(bullet({ adopted_plan: 'Hoàn thành', official: 'Hoàn thành' }, { valueType: 'milestone' })).toBeNull()
    expect(bullet({ official: '3594' })).toBeNull()
    expect(bullet({})).toBeNull()
  })
  test('what a source states of plans that are not recorded is drawn without a verdict', () => {
    expect(bullet({ official: '5', reported_percent_assigned: '211' })).toEqual({
      percent: 211,
      adoptedAt: null,
      assignedAt: 100,
      tone: 'neutral',
    })
    expect(bullet({ reported_percent_assigned: '150', reported_percent_adopted: '75' })).toEqual({
      percent: 75,
      adoptedAt: 100,
      assignedAt: 50,
      tone: 'neutral',
    })
    expect(bullet({ reported_percent_unstated: '102' })).toBeNull()
  })
})

describe('what stands for a line against one plan', () => {
  const vi = { style: 'vi', points: 'điểm %' } as const
  const text = (cells: Cells, indicator: Described['indicator'] = {}, words: Parameters<typeof tierText>[3] = vi) => {
    const line = sheetLine({ cells, indicator })
    return tierText(assessLine(line), 'adopted', line.indicator, words)
  }

  test('a percent of plan with one decimal, in the digits of the language', () => {
    expect(text({ adopted_plan: '3504', official: '3594' })).toEqual({ text: '102,6%', reported: false })
    expect(text({ adopted_plan: '3504', official: '3594' }, {}, { ...vi, style: 'en' })?.text).toBe('102.6%')
    expect(text({ adopted_plan: '11663', official: '>14000' })?.text).toBe('> 120,0%')
  })
  test('for a rate a signed difference in points, never a ratio', () => {
    const rate = { valueType: 'rate', decimals: 2 } as const
    expect(text({ adopted_plan: '12.66', official: '12.86' }, rate)).toEqual({ text: '+0,20 điểm %', reported: false })
    expect(text({ adopted_plan: '12.86', official: '12.66' }, rate)?.text).toBe('−0,20 điểm %')
  })
  test('what was computed goes before what a source states', () => {
    expect(text({ adopted_plan: '3504', official: '3594', reported_percent_adopted: '103' })?.text).toBe('102,6%')
  })
  test("where nothing can be computed, the source's own digits, of this tier only", () => {
    expect(text({ official: '5', reported_percent_adopted: '681.8' })).toEqual({ text: '681,8%', reported: true })
    expect(text({ adopted_plan: '0', official: '0', reported_percent_adopted: '100' })?.text).toBe('100%')
    expect(text({ official: '5', reported_percent_assigned: '211', reported_percent_unstated: '102' })).toBeNull()
    expect(text({})).toBeNull()
  })
  test('a stated percent of each tier by itself', () => {
    const assessment = assessLine(sheetLine({ cells: { reported_percent_unstated: '102.5' } }))
    expect(reportedPercent(assessment, 'unstated', 'vi')).toBe('102,5%')
    expect(reportedPercent(assessment, 'adopted', 'vi')).toBeNull()
  })
})

test('units of one name are told apart by their kind, others are left alone', () => {
  const sheet = (slug: string, name: string, kind: UnitKind): OverviewSheet => ({
    unit: { slug, name, kind, parent: null },
    ...{ state: 'draft', dueDate: null, lines: [], statements: [], acknowledgements: [], previous: null },
  })
  const sheets = [
    sheet('ngo-quyen', 'Ngô Quyền', 'urban_district'),
    sheet('ngo-quyen-2025', 'Ngô Quyền', 'ward'),
    sheet('cau-giay', 'Cầu Giấy', 'urban_district'),
  ]
  const told = tellApart(sheets, ({ kind, name }) => `${kind} ${name}`)
  expect(told.map(({ unit }) => unit.name)).toEqual(['urban_district Ngô Quyền', 'ward Ngô Quyền', 'Cầu Giấy'])
})
