import fc from 'fast-check'
import { NextIntlClientProvider } from 'next-intl'
import { createElement, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import en from '#app/_i18n/en.json' with { type: 'json' }
import { formatsOf } from '#app/_i18n/formats.ts'
import vi from '#app/_i18n/vi.json' with { type: 'json' }
import { type Bar, barOf, partsOf, tierOf } from '#components/charts/bar.ts'
import { barFinding } from '#components/charts/bar-finding.ts'
import { barLayout } from '#components/charts/bar-layout.ts'
import type { ChartRow } from '#components/charts/chart-row.ts'
import { readTables, sayTables, type TableLink, tableLinks } from '#components/charts/open-tables.ts'
import { PlanBars } from '#components/charts/plan-bars.tsx'
import { ranked } from '#components/charts/ranking.tsx'
import { SheetCharts } from '#components/charts/sheet-charts.tsx'
import { sheetParts } from '#components/charts/sheet-parts.ts'
import { trendRows } from '#components/charts/trend-row.ts'
import { wrapWords } from '#components/charts/wrap-words.ts'
import { sheetRows } from '#components/table/sheet-rows.ts'
import { assessLine } from '#domain/assessment.ts'
import type { Tier } from '#domain/figure.ts'
import { sheetLine } from '#tests/support/sheet-line.ts'

type Described = NonNullable<Parameters<typeof sheetLine>[0]>
type Cells = NonNullable<Described['cells']>
type Indicator = NonNullable<Described['indicator']>

const unit = { kind: 'urban_district', parent: { kind: 'city' } } as const
let made = 0
const row = (cells: Cells, indicator: Indicator = {}, more: Described = {}): ChartRow => {
  made += 1
  const line = sheetLine({ id: `line ${made}`, cells, indicator, ...more })
  const name = indicator.nameVi ?? line.indicator.nameVi
  return { key: line.id, name, heading: `${name}, 2023`, unit, line, assessment: assessLine(line) }
}
const lower = { direction: 'lower', valueType: 'count', unitOfMeasure: 'hộ' } as const
const rate = { valueType: 'rate', unitOfMeasure: '%', decimals: 2 } as const
const at = (value: number) => ({ low: value, high: value })

describe('the bar of a line', () => {
  const bar = (cells: Cells, indicator: Indicator = {}, tier: Tier = 'adopted') => barOf(row(cells, indicator), tier)

  test('is in percent of the plan it is drawn against, with the other plan beside it', () => {
    const cells = { assigned_plan: '80', adopted_plan: '100', official: '90' }
    expect(bar(cells)).toEqual({
      ...{ actual: at(90), adopted: at(100), assigned: at(80), base: 100, tone: 'miss', reported: false },
    })
    expect(bar(cells, {}, 'assigned')).toMatchObject({
      ...{ actual: at(112.5), adopted: at(125), assigned: at(100), tone: 'good' },
    })
  })
  test('keeps the open side of a bound, and both ends of a range', () => {
    expect(bar({ adopted_plan: '10000', official: '>14000' })).toMatchObject({ actual: { low: 140, high: null } })
    expect(bar({ adopted_plan: '10000', official: '<9000' })).toMatchObject({ actual: { low: null, high: 90 } })
    expect(bar({ adopted_plan: '10..20', official: '12..15' })).toMatchObject({
      actual: { low: 120, high: 150 },
      adopted: { low: 100, high: 200 },
    })
  })
  test('of a rate is in points from the plan, where a plan of zero is a plan', () => {
    expect(bar({ adopted_plan: '12.66', assigned_plan: '13', estimate: '12.86' }, rate)).toMatchObject({
      ...{ actual: at(0.2), adopted: at(0), assigned: at(0.34), base: 0, tone: 'good' },
    })
    expect(bar({ adopted_plan: '0', estimate: '-1.5' }, rate)).toMatchObject({ actual: at(-1.5), tone: 'miss' })
  })
  test('where lower is better is a value under a ceiling, were that zero', () => {
    expect(bar({ adopted_plan: '15', official: '19' }, lower)).toMatchObject({ actual: at(19), base: 15, tone: 'miss' })
    expect(bar({ adopted_plan: '0', official: '0' }, lower)).toMatchObject({ actual: at(0), base: 0, tone: 'good' })
  })
  test('without a result is the plan alone', () => {
    expect(bar({ adopted_plan: '100' })).toMatchObject({ actual: null, adopted: at(100), tone: 'neutral' })
  })
  test('of what a source states alone is not judged, and its plan is 100', () => {
    expect(bar({ reported_percent_adopted: '97.4' })).toEqual({
      ...{ actual: at(97.4), adopted: at(100), assigned: null, base: 100, tone: 'neutral', reported: true },
    })
    const both = bar({ reported_percent_assigned: '102', reported_percent_adopted: '97.4' })
    expect(both).toMatchObject({ adopted: at(100), assigned: at((97.4 / 102) * 100) })
    expect(bar({ reported_percent_assigned: '211' })).toBe('no_plan')
    expect(bar({ reported_percent_unstated: '211' })).toBe('no_plan')
  })

  const listed: [what: string, cells: Cells, indicator: Indicator, why: string][] = [
    ['words in the plan', { adopted_plan: "'cao hơn", official: '5' }, {}, 'words'],
    ['words in the result', { adopted_plan: '5', official: "'đạt" }, {}, 'words'],
    ['a milestone', { adopted_plan: 'Xong', official: 'Xong' }, { valueType: 'milestone' }, 'words'],
    ['a plan of zero', { adopted_plan: '0', official: '0' }, {}, 'zero_plan'],
    ['no plan of this tier', { assigned_plan: '5', official: '5' }, {}, 'no_plan'],
    [
      'a result and a percent whose plan is not named',
      { official: '5', reported_percent_unstated: '9' },
      {},
      'no_plan',
    ],
    ['the other plan only', { assigned_plan: '5' }, {}, 'no_plan'],
    ['nothing at all', {}, {}, 'nothing'],
    ['a cleared cell', { adopted_plan: '' }, {}, 'nothing'],
  ]
  test.each(listed)('%s has none', (_what, cells, indicator, why) => {
    expect(bar(cells, indicator)).toBe(why)
  })

  test("is against the unit's own plan, else the superior's, else a stated percent", () => {
    const tier = (cells: Cells) => tierOf(row(cells))
    expect(tier({ adopted_plan: '1', assigned_plan: '1' })).toBe('adopted')
    expect(tier({ assigned_plan: '1', reported_percent_adopted: '99' })).toBe('assigned')
    expect(tier({ reported_percent_assigned: '102', reported_percent_adopted: '97.4' })).toBe('adopted')
    expect(tier({ official: '1', reported_percent_unstated: '99' })).toBeNull()
  })
})

describe('what a bar is painted of', () => {
  const drawn = (actual: number, tone: Bar['tone'], base = 100): Bar => ({
    ...{ actual: at(actual), adopted: at(base), assigned: null, base, tone, reported: false },
  })
  const percent = (actual: number, tone: Bar['tone']) =>
    partsOf(drawn(actual, tone), 'percent').map(({ from, to, paint }) => [from, to, paint])
  test('the plan and what is beyond it, or what was reached and the gap', () => {
    expect(percent(120, 'good')).toEqual([
      [0, 100, 'met'],
      [100, 120, 'exceed'],
    ])
    expect(percent(100, 'good')).toEqual([[0, 100, 'met']])
    expect(percent(90, 'miss')).toEqual([
      [0, 90, 'miss'],
      [90, 100, 'gap'],
    ])
    expect(percent(90, 'neutral')).toEqual([[0, 90, 'none']])
  })
  test('under a ceiling: too much is the gap, less is no gap', () => {
    const ceiling = (actual: number, tone: Bar['tone']) =>
      partsOf(drawn(actual, tone, 15), 'ceiling').map(({ from, to, paint }) => [from, to, paint])
    expect(ceiling(19, 'miss')).toEqual([
      [0, 15, 'miss'],
      [15, 19, 'gap'],
    ])
    expect(ceiling(12, 'good')).toEqual([[0, 12, 'met']])
  })
  test('points have one side, by the verdict', () => {
    expect(partsOf(drawn(-0.8, 'miss', 0), 'points')).toEqual([{ from: 0, to: -0.8, paint: 'gap' }])
    expect(partsOf(drawn(-0.8, 'good', 0), 'points')).toEqual([{ from: 0, to: -0.8, paint: 'exceed' }])
  })
  test('a result that is awaited is nothing, and one that is only reported is outlined', () => {
    expect(partsOf({ ...drawn(1, 'neutral'), actual: null }, 'percent')).toEqual([])
    expect(partsOf({ ...drawn(211, 'neutral'), reported: true }, 'percent').map(({ paint }) => paint)).toEqual([
      'reported',
    ])
  })
})

describe('a sheet as charts', () => {
  test('one chart for each form and plan, a structure apart, and the rest listed', () => {
    const structure = { code: 'KT-CO-CAU', breakdownRule: 'share', heading: true } as const
    const part = { valueType: 'share', parentCode: 'KT-CO-CAU', direction: 'neutral' } as const
    const rows = {
      own: row({ adopted_plan: '1', assigned_plan: '1' }),
      superior: row({ assigned_plan: '1', official: '1' }),
      rate: row({ adopted_plan: '1' }, rate),
      homes: row({ adopted_plan: '1' }, lower),
      people: row({ adopted_plan: '1' }, { ...lower, unitOfMeasure: 'người' }),
      whole: row({}, structure),
      part: row({ adopted_plan: '60' }, { ...part, code: 'KT-CO-CAU-DV' }),
      zero: row({ adopted_plan: '0' }),
      monitored: row({ official: '7' }),
      ended: row({ adopted_plan: '1' }, {}, { endedAt: '2024-01-01T00:00:00.000Z' }),
    }
    const { charts, structures, undrawn } = sheetParts(Object.values(rows))
    expect(charts.map(({ form, tier, drawn }) => [form, tier, drawn.map(({ row: { key } }) => key)])).toEqual([
      ['percent', 'adopted', [rows.own.key]],
      ['percent', 'assigned', [rows.superior.key]],
      ['points', 'adopted', [rows.rate.key]],
      ['ceiling', 'adopted', [rows.homes.key]],
      ['ceiling', 'adopted', [rows.people.key]],
    ])
    expect(structures.map(({ whole, parts }) => [whole.key, parts.map(({ key }) => key)])).toEqual([
      [rows.whole.key, [rows.part.key]],
    ])
    expect(undrawn.map(({ row: { key }, why }) => [key, why])).toEqual([
      [rows.zero.key, 'zero_plan'],
      [rows.monitored.key, 'no_plan'],
    ])
  })
})

describe('a ranking', () => {
  const place = (slug: string, cells: Cells, indicator: Indicator = {}) => ({
    sheet: { year: 2023, state: 'approved' as const, unit: { ...unit, slug, name: slug } },
    line: sheetLine({ id: slug, cells, indicator }),
  })
  const order = (...all: Parameters<typeof place>[]) => {
    const { drawn, undrawn } = ranked(trendRows(all.map((one) => place(...one))), 'adopted')
    return [drawn.map(({ row: { key } }) => key), undrawn.map(({ row: { key }, why }) => `${key}: ${why}`)]
  }
  test('the best first, those awaited last, those without figures listed', () => {
    expect(
      order(
        ['low', { adopted_plan: '100', official: '90' }],
        ['awaited', { adopted_plan: '100' }],
        ['bound', { adopted_plan: '100', official: '>120' }],
        ['none', {}],
        ['also awaited', { adopted_plan: '50' }],
      ),
    ).toEqual([['bound', 'low', 'awaited', 'also awaited'], ['none: nothing']])
  })
  test('under a ceiling the lowest is the best', () => {
    const plan = { adopted_plan: '15' }
    expect(order(['many', { ...plan, official: '19' }, lower], ['few', { ...plan, official: '2' }, lower])[0]).toEqual([
      'few',
      'many',
    ])
  })
  test('another definition is listed, not ranked', () => {
    const cells = { adopted_plan: '1', official: '1' }
    expect(order(['old', cells], ['new', cells, { id: 'second', version: 2 }])).toEqual([['new'], ['old: version']])
  })
})

const messages = { vi, en }
const render = (locale: 'vi' | 'en', children: ReactNode) =>
  renderToStaticMarkup(
    NextIntlClientProvider({
      ...{ locale, messages: messages[locale], formats: formatsOf(locale), timeZone: 'UTC', children },
    }),
  )
const textOf = (html: string) =>
  html
    .replace(/<[^>]*>/gu, '')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

const grownFrom = (official: string, one: ChartRow): ChartRow => ({
  ...one,
  assessment: assessLine(one.line, sheetLine({ cells: { official } })),
})

/** A chart of these rows against the units' own plan. */
function chart(
  locale: 'vi' | 'en',
  rows: ChartRow[],
  what: 'units' | 'indicators' = 'units',
  table: TableLink = { open: true, href: '?' },
) {
  const drawn = rows.flatMap((one) => {
    const bar = barOf(one, 'adopted')
    return typeof bar === 'string' ? [] : [{ row: one, bar }]
  })
  const props = { form: 'percent', tier: 'adopted', drawn, what, file: 'x', table } as const
  const html = render(locale, createElement(PlanBars, props))
  const cells = [...html.matchAll(/<tr data-row="[^"]*">(.*?)<\/tr>/gsu)].map(([, own = '']) =>
    [...own.matchAll(/<t[hd][ >].*?<\/t[hd]>/gsu)].map(([cell]) => textOf(cell)),
  )
  const [, address = ''] = /href="data:text\/csv;charset=utf-8,([^"]*)"/u.exec(html) ?? []
  const csv = decodeURIComponent(address.replaceAll('&#x27;', "'")).replace(/^\uFEFF/u, '')
  return {
    title: textOf(/<h3[^>]*>(.*?)<\/h3>/su.exec(html)?.[1] ?? ''),
    html,
    cells,
    csv: csv.trimEnd().split('\r\n'),
  }
}

describe('what a chart says', () => {
  const exceeded = row({ adopted_plan: '3504', assigned_plan: '3504', estimate: '3594' })
  const missed = row({ adopted_plan: '100', official: '90' })
  const awaited = row({ adopted_plan: '1651.346' })
  const stated = row({ reported_percent_adopted: '97.4' })
  const neutral = row({ adopted_plan: '1', official: '2' }, { direction: 'neutral' })

  const titles: [rows: ChartRow[], vi: string, en: string][] = [
    [[exceeded, missed], '1/2 đơn vị đạt KH quận', 'District plan: 1 of 2 units met'],
    [
      [exceeded, missed, awaited],
      '1/3 đơn vị đạt KH quận, 1 chờ số liệu',
      'District plan: 1 of 3 units met, 1 awaiting',
    ],
    [[awaited], '1 đơn vị có kế hoạch, chờ thực hiện', '1 unit planned, awaiting results'],
    [[neutral, neutral], '2 đơn vị có số liệu, không đánh giá', '2 units with results, not judged'],
    [[stated], '1 đơn vị chỉ có tỷ lệ theo báo cáo', '1 unit with reported percents only'],
  ]
  test.each(titles)('%#: its finding, in at most ten words', (rows, inVietnamese, inEnglish) => {
    for (const [locale, title] of [
      ['vi', inVietnamese],
      ['en', inEnglish],
    ] as const) {
      expect(chart(locale, rows).title).toBe(title)
      expect(title.split(' ').length).toBeLessThanOrEqual(10)
    }
  })
  test('units of several kinds have plans of no one kind, in the title as in the table', () => {
    const rural: ChartRow = { ...missed, unit: { ...unit, kind: 'rural_district' } }
    const { title, html } = chart('vi', [exceeded, rural])
    expect(title).toBe('1/2 đơn vị đạt KH đơn vị')
    expect(textOf(html)).not.toContain('KH quận')
  })
  test('awaited and reported lines are not counted as judged', () => {
    const drawn = [exceeded, stated].map((one) => ({ row: one, bar: barOf(one, 'adopted') as Bar }))
    expect(barFinding(drawn, [], 'adopted')).toEqual({ kind: 'judged', met: 1, total: 1, awaiting: 0 })
    // Of those listed beside, the ones in the plan's set: a zero plan can be met, one that is not known is awaited.
    const zero = row({ adopted_plan: '0', official: '0' })
    const unknown = row({ official: '5' })
    const monitored = row({ official: '5' }, {}, { inAdoptedSet: false })
    expect(barFinding(drawn, [zero, unknown, monitored], 'adopted')).toEqual({
      ...{ kind: 'judged', met: 2, total: 3, awaiting: 1 },
    })
  })

  test('its table has every row in the order of the drawing, with numbers as the page says them', () => {
    const { cells } = chart('vi', [exceeded, awaited, stated])
    expect(cells.map((own) => own.slice(1))).toEqual([
      ['3.594', 'ước', 'tỷ đồng', '3.504', '102,6%', '3.504', '102,6%', 'chưa có số liệu', 'chưa có số liệu'].toSpliced(
        7,
        0,
        'chưa có số liệu',
      ),
      ['chưa có số liệu', 'chưa có số liệu', 'tỷ đồng', '1.651,346', ...Array(6).fill('chưa có số liệu')],
      [
        'chưa có số liệu',
        'chưa có số liệu',
        'tỷ đồng',
        ...Array(4).fill('chưa có số liệu'),
        '97,4%',
        'chưa có số liệu',
        'chưa có số liệu',
      ],
    ])
  })
  test('its file has the same rows, every digit of them, as the language writes files', () => {
    const guarded = row({ adopted_plan: '100', official: '>120.5' }, { nameVi: '=HYPERLINK("x"); y' })
    const inVietnamese = chart('vi', [exceeded, guarded]).csv
    expect(inVietnamese).toHaveLength(3)
    expect(inVietnamese[1]).toContain(';3594;ước;tỷ đồng;3504;102,56849315068')
    expect(inVietnamese[2]).toMatch(/^"'=HYPERLINK\(""x""\); y";>120,5;chính thức;/u)
    expect(chart('en', [exceeded]).csv[1]).toContain(',3594,est.,tỷ đồng,3504,102.56849315068')
  })
  test('growth is a number in its file: what is computed, and in a column of its own what a source states', () => {
    const plain = (locale: 'vi' | 'en', one: ChartRow) => {
      const [head = '', line = ''] = chart(locale, [one]).csv
      const separator = locale === 'vi' ? ';' : ','
      const cells = line.split(separator)
      return head.split(separator).flatMap((label, at) => (/cùng kỳ|Growth|last year/iu.test(label) ? [cells[at]] : []))
    }
    const grown = grownFrom('3504', row({ adopted_plan: '3504', official: '3594' }))
    expect(plain('vi', grown)).toEqual(['2,56849315068493'])
    expect(plain('en', grown)).toEqual(['2.56849315068493'])
    const told = row({ adopted_plan: '3504', official: '3594', reported_growth: '-12.86' })
    expect(plain('en', told)).toEqual(['', '-12.86'])
  })
})

describe('the tables of charts', () => {
  const linkTo = (...open: string[]) => tableLinks(open, (tables) => `?table=${sayTables(tables)}`)
  test('open and close by the address, each by itself', () => {
    expect(linkTo('trend')('ranking')).toEqual({ open: false, href: '?table=trend.ranking' })
    expect(linkTo('trend', 'ranking')('trend')).toEqual({ open: true, href: '?table=ranking' })
    expect(readTables('trend.ranking.trend')).toEqual(['trend', 'ranking'])
    expect([undefined, ['trend'], '', '.', 'a b', '<i>'].map(readTables)).toEqual([[], [], [], [], [], []])
  })
  test('are in the page where they are open, and lead there where they are not', () => {
    const { html } = chart('vi', [row({ adopted_plan: '100', official: '90' })], 'units', {
      open: false,
      href: '?table=x',
    })
    expect(html).toMatch(/<a[^>]*aria-expanded="false"[^>]*href="\?table=x"/u)
    expect(html).not.toContain('<table')
  })
})

describe('the charts of a sheet', () => {
  const share = (code: string, plan: string) =>
    sheetLine({
      id: code,
      cells: { adopted_plan: plan },
      indicator: {
        ...{ code, nameVi: `Cơ cấu: ${code}`, nameEn: `Structure: ${code}`, group: 'economy', valueType: 'share' },
        ...{ direction: 'neutral', parentCode: 'KT-CO-CAU', decimals: 1 },
      },
    })
  const whole = sheetLine({
    id: 'whole',
    indicator: {
      ...{ code: 'KT-CO-CAU', nameVi: 'Cơ cấu', nameEn: 'Structure', group: 'economy', heading: true },
      ...{ breakdownRule: 'share', valueType: 'share' },
    },
  })
  const shown = (...plans: string[]) => {
    const lines = [whole, ...plans.map((plan, index) => share(`Phần ${index + 1}`, plan))]
    const rows = sheetRows(lines, []).groups.flatMap((one) => one.rows)
    const kinds = { unitKind: 'urban_district', parentKind: 'city' } as const
    return textOf(
      render('vi', createElement(SheetCharts, { year: 2023, kinds, rows, tableOf: () => ({ open: false, href: '' }) })),
    )
  }
  test('a structure names its largest share, and warns where the shares are not 100', () => {
    expect(shown('62.1', '37.8', '0.1')).toContain('KH quận lớn nhất: Phần 1, 62,1%')
    expect(shown('62.1', '37.8', '0.1')).not.toContain('không phải 100%')
    expect(shown('62.1', '37.89', '0.02')).not.toContain('không phải 100%')
    expect(shown('62.1', '37.8', '0.3')).toContain('KH quận: các tỷ trọng cộng lại là 100,2%, không phải 100%.')
  })
})

describe('names', () => {
  test('break between words, keep every word, and are no longer than asked unless one word is', () => {
    const word = fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom('a', 'ă', 'ệ') })
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 20 }), fc.integer({ min: 12, max: 60 }), (words, most) => {
        const lines = wrapWords(words.join(' '), most)
        expect(lines.join(' ')).toBe(words.join(' '))
        expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(most)
      }),
    )
  })
  test('stand beside their bars where all are short, and the height is known before anything is drawn', () => {
    const short = { name: 'Bắc Từ Liêm' }
    const long = { name: 'Tốc độ tăng tổng giá trị sản xuất trên địa bàn của một số ngành chủ yếu' }
    expect(barLayout([short, short])).toEqual({ beside: true, band: 34, height: 96 })
    expect(barLayout([short, long])).toMatchObject({ beside: false, band: 63 })
  })
})
