import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readFilters, trendAddress, yearChoices, yearsBetween } from '#app/(desk)/indicators/[code]/filters.ts'
import { commonKinds } from '#components/charts/chart-row.ts'
import { findingOf } from '#components/charts/trend-finding.ts'
import { type Marked, placeLabels } from '#components/charts/trend-labels.ts'
import { axisTicks, drawn, isDrawn, trendPoint } from '#components/charts/trend-point.ts'
import { hasFigures, type TrendRow, type TrendUnit, trendRows, trendSeries } from '#components/charts/trend-row.ts'
import type { ValueType } from '#domain/indicator.ts'
import { parseQuantity } from '#domain/quantity.ts'
import type { UnitKind } from '#domain/unit.ts'
import { sheetLine } from '#tests/support/sheet-line.ts'

type Described = NonNullable<Parameters<typeof sheetLine>[0]>
type Cells = NonNullable<Described['cells']>

const unit = (slug: string, name: string): TrendUnit => ({
  slug,
  name,
  kind: 'urban_district',
  parent: { kind: 'city' },
})
const bacTuLiem = unit('bac-tu-liem', 'Bắc Từ Liêm')
const cauGiay = unit('cau-giay', 'Cầu Giấy')
const dongDa = unit('dong-da', 'Đống Đa')

const recorded = (of: TrendUnit, year: number, cells: Cells, more: Described = {}) => ({
  sheet: { year, state: 'approved' as const, unit: of },
  line: sheetLine({ cells, ...more }),
})
/** One row; what it is compared with does not matter. */
function row(cells: Cells, more: Described = {}): TrendRow {
  const [one] = trendRows([recorded(bacTuLiem, 2023, cells, more)])
  if (!one) throw new Error('no row')
  return one
}
const quantity = (text: string) => {
  const read = parseQuantity(text, { style: 'plain', words: true })
  if (!read.ok) throw new Error(text)
  return read.value
}

describe('where a quantity stands on the axis', () => {
  const places: [text: string, type: ValueType, low: number | null, high: number | null][] = [
    ['3504', 'amount', 3504, 3504],
    ['~7', 'rate', 7, 7],
    ['12.7..13', 'rate', 12.7, 13],
    ['>14000', 'count', 14000, null],
    ['<4.5', 'rate', null, 4.5],
    ['41/82', 'rate', 50, 50],
    ['41/82', 'count', 41, 41],
  ]
  test.each(places)('%s as %s', (text, type, low, high) => {
    expect(drawn(quantity(text), type)).toEqual({ low, high })
  })
  test('words and nothing have no place', () => {
    expect(drawn(quantity('Xuất siêu'), 'milestone')).toBeNull()
    expect(drawn(null, 'amount')).toBeNull()
    expect(drawn(undefined, 'amount')).toBeNull()
  })
})

describe('what a year draws', () => {
  test('a year without a row is a gap, not a zero', () => {
    const nothing = { actual: null, assigned: null, adopted: null, joined: null }
    expect(trendPoint(2021, undefined)).toEqual({ year: 2021, hollow: false, tone: 'neutral', ...nothing })
  })

  test('a recorded zero is a point', () => {
    const point = trendPoint(2023, row({ adopted_plan: '0', official: '0' }))
    expect(point).toMatchObject({ actual: { low: 0, high: 0 }, adopted: { low: 0, high: 0 }, joined: 0 })
  })

  test('the line runs through single numbers only, and what is not official is hollow', () => {
    const point = (cells: Cells) => trendPoint(2023, row(cells))
    expect(point({ official: '3594' })).toMatchObject({ joined: 3594, hollow: false })
    expect(point({ estimate: '3594' })).toMatchObject({ joined: 3594, hollow: true })
    expect(point({ unstaged: '3594' }).hollow).toBe(true)
    expect(point({ official: '>14000' })).toMatchObject({ actual: { low: 14000, high: null }, joined: null })
    expect(point({ official: '12.7..13' })).toMatchObject({ actual: { low: 12.7, high: 13 }, joined: null })
  })

  const tones: [what: string, cells: Cells, tone: string][] = [
    [
      "misses the unit's own plan, though it exceeds the assigned one",
      { assigned_plan: '90', adopted_plan: '110' },
      'miss',
    ],
    [
      "meets the unit's own plan, though it misses the assigned one",
      { assigned_plan: '110', adopted_plan: '100' },
      'good',
    ],
    ['only the assigned plan is known, and missed', { assigned_plan: '101' }, 'miss'],
    ['only the assigned plan is known, and exceeded', { assigned_plan: '99' }, 'good'],
    ['there is no plan', {}, 'neutral'],
  ]
  test.each(tones)('%s', (_what, cells, tone) => {
    expect(trendPoint(2023, row({ ...cells, official: '100' })).tone).toBe(tone)
  })
  test('a neutral indicator is never judged', () => {
    const neutral = { indicator: { direction: 'neutral' as const } }
    expect(trendPoint(2023, row({ adopted_plan: '200', official: '100' }, neutral)).tone).toBe('neutral')
  })

  test('a plan alone is drawn; a stated percent or nothing at all is not', () => {
    expect(isDrawn(row({ assigned_plan: '3504' }))).toBe(true)
    expect(isDrawn(row({ official: '0' }))).toBe(true)
    expect(isDrawn(row({ reported_percent_adopted: '211' }))).toBe(false)
    expect(isDrawn(row({ official: '' }))).toBe(false)
  })
})

describe('the ticks of the axis', () => {
  const ticks = (...values: string[]) => axisTicks(values.map((value) => trendPoint(2023, row({ official: value }))))

  test('are round, from zero to beyond the largest value', () => {
    expect(ticks('3594')).toEqual([0, 2000, 4000])
    expect(ticks('0.3')).toEqual([0, 0.1, 0.2, 0.3])
    expect(ticks('12.86', '-5.2')).toEqual([-10, 0, 10, 20])
    expect(ticks('>14000', '7')).toEqual([0, 5000, 10000, 15000])
  })

  test('are there without anything to draw, or with nothing but zero', () => {
    expect(axisTicks([])).toEqual([0, 1])
    expect(ticks('0')).toEqual([0, 1])
  })

  test('hold every value and zero, evenly, in a handful of steps', () => {
    const value = fc.integer({ min: -1e9, max: 1e9 }).map((whole) => whole / 1000)
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 6 }), (values) => {
        const found = ticks(...values.map(String))
        const [first = Number.NaN, second = Number.NaN] = found
        const last = found.at(-1) ?? Number.NaN
        expect(found).toContain(0)
        expect(first).toBeLessThanOrEqual(Math.min(0, ...values))
        expect(last).toBeGreaterThanOrEqual(Math.max(0, ...values))
        expect(found.length).toBeGreaterThanOrEqual(2)
        expect(found.length).toBeLessThanOrEqual(6)
        for (const [index, tick] of found.entries()) expect(tick).toBeCloseTo(first + index * (second - first), 6)
      }),
    )
  })
})

describe('rows', () => {
  test("growth is against the same unit's year before, whatever the order, and never across a gap or another unit", () => {
    const rows = trendRows([
      recorded(bacTuLiem, 2023, { official: '120' }),
      recorded(bacTuLiem, 2022, { official: '100' }),
      recorded(bacTuLiem, 2025, { official: '150' }),
      recorded(cauGiay, 2024, { official: '50' }),
    ])
    const grown = rows.map(({ unit: { slug }, year, assessment }) => [
      slug,
      year,
      assessment.growth.computed && JSON.stringify(assessment.growth.computed).includes('20'),
    ])
    expect(grown).toEqual([
      ['bac-tu-liem', 2023, true],
      ['bac-tu-liem', 2022, null],
      ['bac-tu-liem', 2025, null],
      ['cau-giay', 2024, null],
    ])
  })

  test('growth and series stop at a new definition', () => {
    const second = { indicator: { id: 'second', version: 2 } }
    const rows = trendRows([
      recorded(bacTuLiem, 2022, { official: '100' }),
      recorded(bacTuLiem, 2023, { official: '120' }, second),
    ])
    expect(rows[1]?.assessment.growth.computed).toBeNull()
    expect(trendSeries(rows).map(({ version, rows: those }) => [version, those.map(({ year }) => year)])).toEqual([
      [1, [2022]],
      [2, [2023]],
    ])
  })

  test('series stand in Vietnamese order of names, Đ after C', () => {
    const rows = trendRows([dongDa, cauGiay, bacTuLiem].map((one) => recorded(one, 2023, { official: '1' })))
    expect(trendSeries(rows).map(({ unit: { name } }) => name)).toEqual(['Bắc Từ Liêm', 'Cầu Giấy', 'Đống Đa'])
    const keys = trendSeries(rows).map(({ key }) => key)
    expect(new Set(keys).size).toBe(3)
  })

  test('a stated percent is a figure; a cleared cell is none', () => {
    expect(hasFigures(row({ reported_percent_unstated: '102' }))).toBe(true)
    expect(hasFigures(row({ official: '' }))).toBe(false)
    expect(hasFigures(row({}))).toBe(false)
  })

  test('plans are named after a kind only where all units share it', () => {
    const kindOf = (...kinds: UnitKind[]) => commonKinds(kinds.map((kind) => ({ unit: { kind, parent: null } })))
    expect(kindOf('ward', 'ward')).toEqual({ unitKind: 'ward', parentKind: 'other' })
    expect(kindOf('ward', 'commune').unitKind).toBe('other')
    expect(kindOf().unitKind).toBe('other')
    const under = (kind: UnitKind | null) => ({ unit: { kind: 'ward' as const, parent: kind && { kind } } })
    expect(commonKinds([under('city'), under('city')]).parentKind).toBe('city')
    expect(commonKinds([under('city'), under('province')]).parentKind).toBe('other')
    expect(commonKinds([under('city'), under(null)]).parentKind).toBe('other')
  })
})

describe('what the rows come to', () => {
  const found = (...all: Parameters<typeof recorded>[]) => findingOf(trendRows(all.map((one) => recorded(...one))))

  test('counts the latest year per tier, own plan first, lines without figures as awaiting', () => {
    const finding = found(
      [bacTuLiem, 2022, { adopted_plan: '100', official: '1' }],
      [bacTuLiem, 2023, { assigned_plan: '90', adopted_plan: '110', official: '100' }],
      [cauGiay, 2023, { adopted_plan: '100', official: '120' }],
      [dongDa, 2023, {}],
    )
    expect(finding).toMatchObject({
      kind: 'judged',
      year: 2023,
      tier: 'adopted',
      counts: { total: 3, met: 1, exceeded: 1, missed: 1, awaiting: 1 },
      other: { tier: 'assigned', counts: { total: 3, met: 1, exceeded: 1, missed: 0, awaiting: 2 } },
    })
  })

  test('a year that has plans alone is not the latest with a result', () => {
    const finding = found(
      [bacTuLiem, 2023, { adopted_plan: '100', official: '100' }],
      [bacTuLiem, 2024, { adopted_plan: '120' }],
    )
    expect(finding).toMatchObject({ kind: 'judged', year: 2023, counts: { total: 1, met: 1 } })
  })

  test('speaks of the assigned plan where no line is in the own set', () => {
    const line = { inAdoptedSet: false }
    expect(found([bacTuLiem, 2023, { assigned_plan: '90', official: '100' }, line])).toMatchObject({
      kind: 'judged',
      tier: 'assigned',
      other: null,
    })
  })

  test('actuals without any recorded plan are awaiting; a percent that a source states is no plan', () => {
    expect(
      found(
        [bacTuLiem, 2023, { official: '100', reported_percent_adopted: '211' }],
        [cauGiay, 2023, { official: '5' }],
      ),
    ).toEqual({ kind: 'awaiting', year: 2023, units: 2 })
  })

  test('plans alone: the latest year that has one, the units counted once', () => {
    expect(
      found([bacTuLiem, 2023, { adopted_plan: '1' }], [bacTuLiem, 2024, { assigned_plan: '1' }], [cauGiay, 2025, {}]),
    ).toEqual({ kind: 'plans', year: 2024, units: 1 })
  })

  test('neutral or monitored lines have values and no verdict', () => {
    const neutral = { indicator: { direction: 'neutral' as const } }
    const monitored = { inAdoptedSet: false, inAssignedSet: false }
    expect(found([bacTuLiem, 2023, { adopted_plan: '1570', official: '1530' }, neutral])).toEqual({
      kind: 'values',
      units: 1,
      neutral: true,
    })
    expect(
      found([bacTuLiem, 2023, { official: '5' }, monitored], [cauGiay, 2022, { official: '6' }, monitored]),
    ).toEqual({
      kind: 'values',
      units: 2,
      neutral: false,
    })
  })
})

describe('the filters of the address', () => {
  const rows = trendRows([
    recorded(bacTuLiem, 2020, {}),
    recorded(bacTuLiem, 2021, { official: '1' }),
    recorded(cauGiay, 2023, { adopted_plan: '1' }),
    recorded(cauGiay, 2024, {}),
  ])

  test('without any: the years that have figures, all units, the chart', () => {
    expect(readFilters({}, rows)).toEqual({
      unit: null,
      from: 2021,
      to: 2023,
      view: 'chart',
      year: 2021,
      against: 'adopted',
      scale: 'own',
      tables: [],
    })
    expect(yearChoices(rows)).toEqual([2020, 2021, 2022, 2023, 2024])
  })

  test('units are ranked in the latest year with a result, against the one plan that is known there', () => {
    const planned = (kind: 'assigned_plan' | 'adopted_plan') =>
      trendRows([recorded(bacTuLiem, 2022, { [kind]: '1', official: '1' }), recorded(bacTuLiem, 2023, { [kind]: '1' })])
    expect(readFilters({}, planned('assigned_plan'))).toMatchObject({ year: 2022, against: 'assigned' })
    expect(readFilters({}, planned('adopted_plan'))).toMatchObject({ year: 2022, against: 'adopted' })
    expect(readFilters({ year: '2023' }, planned('assigned_plan'))).toMatchObject({ year: 2023 })
  })

  test('a year of empty lines, or a gap between two, may be asked for', () => {
    expect(readFilters({ from: '2020', to: '2022' }, rows)).toMatchObject({ from: 2020, to: 2022 })
    expect(readFilters({ to: '2024' }, rows)).toMatchObject({ from: 2021, to: 2024 })
    expect(yearsBetween(readFilters({ from: '2020' }, rows))).toEqual([2020, 2021, 2022, 2023])
  })

  const misunderstood = [
    { unit: 'nowhere', from: '1999', to: '2199', view: 'pie', year: '1999', against: 'both', scale: 'log' },
    { unit: ['cau-giay', 'bac-tu-liem'], from: ['2020'], view: ['table'] },
    { from: '2023', to: '2021' },
    { from: ' 2020', to: '2024.0' },
    { from: '', to: '-1', unit: '' },
  ]
  test.each(misunderstood)('%o falls back', (search) => {
    expect(readFilters(search, rows)).toEqual(readFilters({}, rows))
  })

  test('without any figures: all years; without rows: none', () => {
    expect(readFilters({}, trendRows([recorded(bacTuLiem, 2020, {}), recorded(bacTuLiem, 2022, {})]))).toMatchObject({
      from: 2020,
      to: 2022,
    })
    expect(yearChoices([])).toEqual([])
  })

  test('an address says its filters and reads back as them', () => {
    for (const filters of [
      {
        ...{ unit: 'cau-giay', from: 2020, to: 2024, view: 'table' as const },
        ...{ year: 2023, against: 'assigned' as const, scale: 'shared' as const },
        tables: ['trend', 'ranking'],
      },
      {
        ...{ unit: null, from: 2021, to: 2021, view: 'chart' as const },
        ...{ year: 2021, against: 'adopted' as const, scale: 'own' as const },
        tables: [],
      },
    ]) {
      const address = new URL(trendAddress('NS-THU', filters), 'http://ledger.test')
      expect(address.pathname).toBe('/indicators/NS-THU')
      expect(readFilters(Object.fromEntries(address.searchParams), rows)).toEqual(filters)
    }
  })
})

describe('where the numbers of a year stand', () => {
  const half = { actual: 6, adopted: 2, assigned: 5 }
  const mark = (key: Marked['key'], at: number, width: number | null = 40): Marked => ({
    key,
    top: at - half[key],
    bottom: at + half[key],
    width,
  })
  const narrow = { ceiling: 0, floor: 190, beside: 0 }
  /** Which label is above (−1), beside (0) or below (1) its own mark, with the pixels between. */
  const sides = (marks: readonly Marked[], room = narrow) =>
    Object.fromEntries(
      placeLabels(marks, room).map(({ key, baseline, beside }) => {
        const own = marks.find((one) => one.key === key)
        if (!own) throw new Error(key)
        return [key, beside ? 0 : baseline < own.top ? own.top - baseline : own.bottom - baseline]
      }),
    )

  test('an actual far below its plans has its number at itself, and they theirs', () => {
    const marks = [mark('actual', 190), mark('adopted', 50), mark('assigned', 90)]
    expect(sides(marks)).toEqual({ actual: 2, adopted: 2, assigned: 2 })
  })

  test('of marks that touch, the outer labels stand apart and the middle one moves past a neighbour', () => {
    const marks = [mark('actual', 60), mark('adopted', 58), mark('assigned', 52)]
    const at = Object.fromEntries(placeLabels(marks, narrow).map(({ key, baseline }) => [key, baseline]))
    expect(at.assigned).toBeLessThan(47)
    expect(at.actual).toBeGreaterThan(66)
  })

  test('where the column is wide, that one stands beside its mark', () => {
    const marks = [mark('actual', 60), mark('adopted', 58), mark('assigned', 52)]
    expect(Object.values(sides(marks, { ...narrow, beside: 40 })).filter((side) => side === 0)).toHaveLength(1)
  })

  test('a mark without words takes its place and gets no label', () => {
    expect(sides([mark('actual', 60), mark('adopted', 100, null)])).toEqual({ actual: 2 })
  })

  test('labels never cover a mark or each other, and stay inside', () => {
    const places = fc.array(fc.double({ min: 44, max: 190, noNaN: true }), { minLength: 3, maxLength: 3 })
    fc.assert(
      fc.property(places, fc.constantFrom(0, 60), ([first = 44, second = 44, third = 44], beside) => {
        const marks = [mark('actual', first), mark('adopted', second), mark('assigned', third)]
        const labels = placeLabels(marks, { ...narrow, beside })
        expect(labels.map(({ key }) => key).sort()).toEqual(['actual', 'adopted', 'assigned'])
        const spans = labels.map((label) => ({ ...label, top: label.baseline - 10, bottom: label.baseline + 2 }))
        for (const one of spans) {
          expect(one.top).toBeGreaterThanOrEqual(0)
          expect(one.bottom).toBeLessThanOrEqual(197)
          const others = [...spans.filter((other) => other !== one && other.beside === one.beside)]
          for (const other of one.beside ? others : [...others, ...marks]) {
            expect(one.top < other.bottom - 0.001 && one.bottom > other.top + 0.001).toBe(false)
          }
        }
      }),
    )
  })
})
