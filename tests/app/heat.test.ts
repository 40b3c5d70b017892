import { createFormatter, createTranslator } from 'next-intl'
import { createElement } from 'react'
import { describe, expect, test } from 'vitest'
import messages from '#app/_i18n/vi.json' with { type: 'json' }
import { sentencesFrom } from '#components/overview/ask-sentences.ts'
import { type HeatCell, heatCell } from '#components/overview/heat-cell.ts'
import { type HeatColumn, type HeatRow, heatHtml } from '#components/overview/heat-html.ts'
import { packCell, packRow, unpackRow } from '#components/overview/heat-pack.ts'
import { HeatPanel } from '#components/overview/heat-panel.tsx'
import { columnOf, heatColumns, heatRow, heatWords } from '#components/overview/heat-rows.ts'
import { cellSentence } from '#components/overview/heat-sentence.ts'
import { countJudged, type JudgedCounts, type JudgedLine, judgeLines, sumCounts } from '#components/overview/judged.ts'
import type { OverviewSheet } from '#components/overview/overview-sheet.ts'
import { judgeSheets } from '#components/overview/overview-view.ts'
import { WrittenInBrowser } from '#components/print/written-in-browser.tsx'
import { wordsOf } from '#components/table/words.ts'
import { html } from '#components/ui/html.ts'
import { assessLine, countTier } from '#domain/assessment.ts'
import type { Tier } from '#domain/figure.ts'
import { shortName } from '#domain/indicator.ts'
import { reviewSheet } from '#domain/review.ts'
import { rendered } from '#tests/support/render.ts'
import { sheetLine } from '#tests/support/sheet-line.ts'

type Described = NonNullable<Parameters<typeof sheetLine>[0]>
type Cells = NonNullable<Described['cells']>
type Indicator = NonNullable<Described['indicator']>

const judgedOf = (cells: Cells, indicator: Indicator = {}): JudgedLine => {
  const line = sheetLine({ cells, indicator })
  return { line, assessment: assessLine(line) }
}
const cellOf = (cells: Cells, indicator: Indicator = {}, tier: Tier = 'adopted'): HeatCell =>
  heatCell(judgedOf(cells, indicator), tier, 'vi')

describe('a cell of the heat table', () => {
  const of = (percent: number): Cells => ({ adopted_plan: '1000', official: String(percent * 10) })
  const lower: Indicator = { direction: 'lower' }
  const rate: Indicator = { valueType: 'rate', unitOfMeasure: '%', decimals: 2 }
  const share: Indicator = { ...rate, valueType: 'share', direction: 'neutral' }
  const milestone: Indicator = { valueType: 'milestone', unitOfMeasure: '' }
  const cases: [what: string, cell: HeatCell, expected: Partial<HeatCell>][] = [
    ['below 90%', cellOf(of(89.9)), { look: 'deep', verdict: 'missed', text: '89,9', unit: 'percent' }],
    ['90%', cellOf(of(90)), { look: 'miss', verdict: 'missed', text: '90,0' }],
    ['rounds to 100%, and is missed', cellOf(of(99.97)), { look: 'miss', verdict: 'missed', text: '100,0' }],
    ['100%', cellOf(of(100)), { look: 'met', verdict: 'met', text: '100,0' }],
    ['110%', cellOf(of(110)), { look: 'over', verdict: 'exceeded', text: '110,0' }],
    ['above 110%', cellOf(of(110.1)), { look: 'far', verdict: 'exceeded', text: '110,1' }],
    ['an outlier is real', cellOf(of(681.8)), { look: 'far', text: '681,8' }],
    ['lower is better: far below', cellOf(of(80), lower), { look: 'far', verdict: 'exceeded', text: '80,0' }],
    ['lower is better: a little below', cellOf(of(95), lower), { look: 'over', verdict: 'exceeded' }],
    ['lower is better: a little above', cellOf(of(105), lower), { look: 'miss', verdict: 'missed' }],
    ['lower is better: far above', cellOf(of(120), lower), { look: 'deep', verdict: 'missed' }],
    ['neutral', cellOf(of(148), { direction: 'neutral' }), { look: 'neutral', verdict: null, text: '148,0' }],
    [
      'a bound keeps its sign, rounded so that it stays true',
      cellOf({ adopted_plan: '11663', estimate: '>14000' }),
      { look: 'far', verdict: 'exceeded', text: '> 120,0', stage: 'estimate', actual: '> 14.000' },
    ],
    [
      'a bound that says too little is no verdict',
      cellOf({ adopted_plan: '15000', estimate: '>14000' }),
      { look: 'neutral', verdict: null, text: '> 93,3' },
    ],
    [
      'a rate in points, without the steps of percents',
      cellOf({ adopted_plan: '12.66', estimate: '12.86' }, rate),
      { look: 'over', verdict: 'exceeded', text: '+0,20', unit: 'points' },
    ],
    ['a rate missed by far', cellOf({ adopted_plan: '90', official: '50' }, rate), { look: 'miss', text: '−40,00' }],
    ['a share', cellOf({ adopted_plan: '40', official: '42' }, share), { look: 'neutral', text: '+2,00' }],
    [
      'a plan of zero: the value, never a ratio',
      cellOf({ adopted_plan: '0', official: '0' }, { ...lower, unitOfMeasure: 'hộ' }),
      { look: 'met', verdict: 'met', text: '0', unit: 'value', actual: '0', plan: '0' },
    ],
    [
      'words',
      cellOf({ adopted_plan: 'Hoàn thành', official: 'hoàn thành' }, milestone),
      { look: 'met', verdict: 'met', text: 'hoàn thành', unit: 'value' },
    ],
    [
      'words too long for a cell',
      cellOf({ official: 'Đạt chuẩn nông thôn mới nâng cao' }, milestone),
      { look: 'bare', text: '…', actual: 'Đạt chuẩn nông thôn mới nâng cao' },
    ],
    ['a result without a plan', cellOf({ official: '3594' }), { look: 'bare', verdict: null, text: '3.594' }],
    [
      'a percent without a plan',
      cellOf({ estimate: '91.3' }, { ...rate, decimals: 1 }),
      { look: 'bare', text: '91,3%' },
    ],
    ['a plan without a result', cellOf({ adopted_plan: '0' }), { look: 'plan', text: '', plan: '0' }],
    ['nothing is not zero', cellOf({}), { look: 'none', text: '', actual: '', plan: '' }],
    ['a cleared cell is nothing', cellOf({ official: '' }), { look: 'none' }],
    [
      'a reported verdict alone',
      cellOf({ reported_verdict_adopted: 'exceeded' }),
      { look: 'over', verdict: 'exceeded', reported: true, text: '' },
    ],
    [
      'a reported percent, in its own decimals and without a class of its own',
      cellOf({ reported_percent_adopted: '97.4', estimate: '1570' }, { direction: 'neutral' }),
      { look: 'neutral', verdict: null, reported: true, text: '97,4', tier: 'adopted' },
    ],
    [
      'a percent of a plan that is not named says so',
      cellOf({ reported_percent_unstated: '120.04', reported_verdict_unstated: 'exceeded' }),
      { look: 'over', reported: true, tier: 'unstated', text: '120,04' },
    ],
    [
      'what is computed comes first',
      cellOf({ ...of(102), reported_verdict_adopted: 'missed' }),
      { reported: false, look: 'over' },
    ],
    [
      'what is reported of the other plan is not shown',
      cellOf({ reported_percent_assigned: '102' }),
      { look: 'none', reported: false },
    ],
    ['the other plan is another matter', cellOf(of(102), {}, 'assigned'), { look: 'bare', plan: '', text: '1.020' }],
  ]
  test.each(cases)('%s', (_what, cell, expected) => {
    expect(cell).toMatchObject(expected)
  })
})

test('what decides nothing is no neutral line, and a source may decide it', () => {
  const bound = { adopted_plan: '15000', official: '>14000' }
  expect(cellOf(bound)).toMatchObject({ verdict: null, reported: false, waits: true })
  expect(cellOf({ ...bound, reported_verdict_adopted: 'exceeded' })).toMatchObject({
    verdict: 'exceeded',
    reported: true,
  })
})

const words = wordsOf(
  { unitKind: 'urban_district', parentKind: 'other' },
  { t: createTranslator({ locale: 'vi', messages }), format: createFormatter({ locale: 'vi' }), style: 'vi' },
)

test('the newest definition names a column, and a line of another one is said in its own words', () => {
  const of = (version: number, unitOfMeasure: string, slug: string): OverviewSheet => ({
    unit: { slug, name: slug, kind: 'urban_district', parent: null },
    lines: [
      sheetLine({
        indicator: { id: `A ${version}`, code: 'A', version, unitOfMeasure, nameVi: `Tên ${version}` },
        cells: { official: '1200' },
      }),
    ],
    ...{ state: 'submitted', dueDate: null, statements: [], acknowledgements: [], previous: null },
  })
  const view = { year: 2023, group: null, against: 'adopted', previous: false } as const
  const sheets = judgeSheets([of(1, 'triệu đồng', 'x'), of(2, 'tỷ đồng', 'y')], view)
  const columns = heatColumns(sheets).flatMap(({ indicators }) => indicators.map((one) => columnOf(one, words)))
  expect(columns.map(({ short, name = short }) => name)).toEqual(['Tên 2'])
  expect(sheets.map((sheet) => heatRow(sheet, columns, 'adopted', words).cells)).toEqual(['o1.200', 'o1.200'])
  expect(sheets.flatMap(({ lines }) => lines.map((line) => cellSentence(line, 'adopted', [], words)))).toEqual([
    'Tên 1: Thực hiện 1.200 triệu đồng',
    'Tên 2: Thực hiện 1.200 tỷ đồng',
  ])
})

describe('the sentence of a cell', () => {
  const said = (cells: Cells, indicator: Indicator = {}) =>
    cellSentence(judgedOf(cells, { nameVi: 'Tên X', ...indicator }), 'adopted', [], words)
  test.each([
    [
      'computed',
      said({ adopted_plan: '3504', estimate: '3594' }),
      'Tên X: Thực hiện 3.594 tỷ đồng (ước); KH quận 3.504 tỷ đồng; 102,6%, vượt',
    ],
    [
      'reported, of a plan that is not named',
      said({ estimate: '>14000', reported_percent_unstated: '120.04' }),
      'Tên X: Thực hiện > 14.000 tỷ đồng (ước); 120,04% (theo báo cáo; KH không nêu cấp)',
    ],
    ['a plan alone', said({ adopted_plan: '1651.346' }), 'Tên X: chưa có số liệu; KH quận 1.651,346 tỷ đồng'],
    [
      'words of a plan have no unit',
      said({ adopted_plan: "'cao hơn mức thành phố giao" }, { valueType: 'rate', unitOfMeasure: '%' }),
      'Tên X: chưa có số liệu; KH quận cao hơn mức thành phố giao',
    ],
    ['nothing', said({}), 'Tên X: chưa có số liệu'],
    [
      'in points',
      said({ adopted_plan: '12.66', official: '12.86' }, { valueType: 'rate', unitOfMeasure: '%', decimals: 2 }),
      'Tên X: Thực hiện 12,86%; KH quận 12,66%; +0,20 điểm %, vượt',
    ],
    [
      'a neutral line is not judged',
      said({ adopted_plan: '100', official: '148' }, { direction: 'neutral' }),
      'Tên X: Thực hiện 148 tỷ đồng; KH quận 100 tỷ đồng; 148,0%, không đánh giá',
    ],
  ])('%s', (_what, sentence, expected) => {
    expect(sentence).toBe(expected)
  })

  test('ends in what a check found of this line, until somebody has looked at it', () => {
    const cells = { adopted_plan: '100', official: '90', reported_verdict_adopted: 'exceeded' }
    const judged = judgedOf(cells)
    const sheet = { state: 'submitted', lines: [judged.line], previousLines: [], statements: [] } as const
    const [found] = reviewSheet({ ...sheet, acknowledgements: [] })
    if (!found) throw new Error('nothing found')
    const end = (findings: Parameters<typeof cellSentence>[2], of = judged) =>
      cellSentence(of, 'adopted', findings, words).split('; ').at(-1)
    expect(end([found])).toMatch(/^cần đối chiếu: Nguồn/)
    expect(end([found], judgedOf(cells, { code: 'B' }))).toBe('90,0%, chưa đạt')
    const acknowledgement = { lineId: judged.line.id, finding: '', fingerprint: '', note: '', at: '', by: '' }
    expect(end([{ ...found, acknowledgement }])).toBe('90,0%, chưa đạt')
  })
})

test('the cells of a row are one text: a sign for look and marks, what stands in them, nothing for no line', () => {
  const cells = [
    packCell({ look: 'deep', reported: false, flagged: false, text: '89,9' }),
    null,
    packCell({ look: 'none', reported: true, flagged: true, text: '' }),
    packCell({ look: 'bare', reported: false, flagged: true, text: 'a|b' }),
  ]
  const row = packRow(cells)
  expect(row).toBe('089,9||z|pa/b')
  expect(unpackRow(row)).toEqual([
    { look: 'deep', reported: false, flagged: false, text: '89,9' },
    null,
    { look: 'none', reported: true, flagged: true, text: '' },
    { look: 'bare', reported: false, flagged: true, text: 'a/b' },
  ])
})

const sheetOf = (lines: OverviewSheet['lines']): OverviewSheet => ({
  unit: { slug: 'x', name: 'x', kind: 'urban_district', parent: null },
  lines,
  ...{ state: 'submitted', dueDate: null, statements: [], acknowledgements: [], previous: null },
})

test('sheets without a line that makes a column are a sentence, not a table without cells', () => {
  const view = { year: 2023, group: null, against: 'adopted', previous: false } as const
  const sheets = judgeSheets([sheetOf([])], view)
  const sentences = { shown: false, href: '/' }
  const panel = rendered(createElement(HeatPanel, { year: 2023, tier: 'adopted', plan: 'KH quận', sheets, sentences }))
  expect(panel).toContain('Chưa có dòng chỉ tiêu nào')
  expect(panel).not.toContain('<table')
})

test('a form that only the browser writes says so where no script runs', () => {
  const form = createElement(WrittenInBrowser, { withoutScript: 'Cần "JS".' }, 'biểu')
  expect(rendered(form)).toBe('<noscript><p class="bieu">Cần &quot;JS&quot;.</p></noscript>')
})

test('sentences are asked for once, and again where they were refused', async () => {
  const answers = [new Response('', { status: 403 }), Response.json({ A: 'a' }), Response.error()]
  const asked: string[] = []
  const ask = sentencesFrom(async (address) => {
    asked.push(address)
    return answers.shift() ?? Promise.reject(new Error('Nobody answers.'))
  })
  await expect(ask('/x')).rejects.toMatchObject({ status: 403 })
  expect([await ask('/x'), await ask('/x')]).toEqual([{ A: 'a' }, { A: 'a' }])
  await expect(ask('/y')).rejects.toMatchObject({ status: 0 })
  await expect(ask('/y')).rejects.toThrow('Nobody answers.')
  expect(asked).toEqual(['/x', '/x', '/y', '/y'])
})

describe('the table as HTML', () => {
  const column = (code: string): HeatColumn => ({ code, short: `Ngắn ${code}`, name: `Tên ${code}`, lower: false })
  const row = (change: Partial<HeatRow>): HeatRow => ({
    ...{ address: '/units/cau-giay/2023', unit: 'Cầu Giấy', beside: 'Hà Nội', before: false, counts: null },
    ...{ stated: '', state: 'submitted', due: '', more: '', cells: '' },
    ...change,
  })
  const cellsOf = (judged: readonly (JudgedLine | null)[], tier: Tier = 'adopted', flagged = false): string =>
    packRow(judged.map((one) => one && packCell({ ...heatCell(one, tier, 'vi'), flagged })))
  const table = (rows: HeatRow[], codes = ['A', 'B'], inBrowser = true): string =>
    heatHtml(
      {
        tier: 'adopted',
        groups: [{ name: 'Kinh tế', columns: codes.length }],
        columns: codes.map(column),
        rows,
        words: heatWords(words),
      },
      inBrowser,
    )
  const exceeded = judgedOf({ adopted_plan: '1000', official: '1026' })
  const link = (code: string) => `<a href="/units/cau-giay/2023#line-${code}" tabindex="-1"`

  test('whatever is put in is escaped', () => {
    const evil = `<img src=x onerror="alert('1')">&`
    const cells = cellsOf([judgedOf({ official: "'<b>&" }, { valueType: 'milestone' }), exceeded], 'adopted', true)
    const of = row({ unit: evil, beside: evil, address: evil, stated: evil, due: evil, more: evil, cells })
    for (const inBrowser of [true, false]) {
      const written = table([of], [evil, evil], inBrowser)
      expect(written).not.toContain('<img')
      expect(written).toContain('&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;')
    }
    expect(table([of])).toContain('class="bare flag">&#39;&lt;b&gt;&amp;')
    expect(html`${'"'}${1}${html`<b>${'<'}</b>`}${[html`a`, html`b`]}`.text).toBe('&quot;1<b>&lt;</b>ab')
  })

  test('a cell says its verdict in words, and what is not on the sheet is another emptiness than a missing figure', () => {
    const written = table([
      row({ cells: cellsOf([exceeded, null]) }),
      row({ cells: cellsOf([judgedOf({}), null]), before: true, beside: 'Năm 2023' }),
    ])
    expect(written).toContain(`<td data-label="Ngắn A">${link('A')} class="over"><i>Vượt </i>102,6</a></td>`)
    expect(written).toContain('<td><i>không có trong biểu</i></td>')
    expect(written).toContain(`<td>${link('A')} class="none"><i>chưa có số liệu</i></a></td>`)
    expect(written).toContain('<a href="/units/cau-giay/2023"><i>Cầu Giấy </i>Năm 2023</a>')
  })

  test('before the browser writes cells there is the room that they will take', () => {
    const rows = [row({ cells: cellsOf([judgedOf({}), exceeded, null]) })]
    const [before, after] = [false, true].map((inBrowser) => table(rows, ['A', 'B', 'C'], inBrowser))
    expect(before).toContain('</td><td data-label="Ngắn B"></td><td colspan="2"><i>Đang tải</i></td><td class="state">')
    expect(table([row({ cells: cellsOf([null, null]) })], ['A', 'B'], false)).toContain('<td colspan="2"></td>')
    expect(after).not.toContain('Đang tải')
    const headOf = (written = '') => written.slice(0, written.indexOf('<tbody>'))
    expect(headOf(before)).toBe(headOf(after))
    // The unit's name, the word for its state beside a dot, then the cells.
    expect([...headOf(before).matchAll(/--ch:(\d+)/g)].map(([, letters]) => letters)).toEqual(['8', '8', '0', '5', '0'])
  })

  test('before the browser writes them, rows that no window shows are links for whom no script runs', () => {
    const rows = Array.from({ length: 20 }, (_, index) =>
      row({ unit: `Đơn vị ${index}`, address: `/units/u${index}/2023` }),
    )
    const [before = '', after = ''] = [false, true].map((inBrowser) => table(rows, ['A'], inBrowser))
    expect(before.match(/<tr/g)).toHaveLength(2 + 14)
    expect(before).toContain('<noscript><p><a href="/units/u14/2023">Đơn vị 14</a> ')
    expect(after.match(/<tr/g)).toHaveLength(2 + 20)
    expect(after).not.toContain('<noscript>')
    expect(table(rows.slice(0, 14), ['A'], false)).not.toContain('<noscript>')
  })

  test('a line is judged against the plan that is asked for', () => {
    const line = judgedOf({ assigned_plan: '2000', adopted_plan: '1000', official: '1026' })
    const [sheet] = judgeSheets(
      [
        {
          unit: { slug: 'x', name: 'x', kind: 'urban_district', parent: null },
          lines: [line.line],
          ...{ state: 'submitted', dueDate: null, statements: [], acknowledgements: [], previous: null },
        },
      ],
      { year: 2023, group: null, against: 'adopted', previous: false },
    )
    if (!sheet) throw new Error('no sheet')
    const cells = (tier: Tier) => heatRow(sheet, [columnOf(line.line.indicator, words)], tier, words).cells
    expect([cells('adopted'), cells('assigned'), cells('adopted')]).toEqual(['d102,6', '151,3', 'd102,6'])
  })

  test('of a sheet the rows in the newest eight sets of columns are remembered', () => {
    const { line, assessment } = judgedOf({ official: '1' })
    let made = 0
    const lines = [
      {
        assessment,
        get line() {
          made++
          return line
        },
      },
    ]
    const [sheet] = judgeSheets([sheetOf([])], { year: 2023, group: null, against: 'adopted', previous: false })
    const madeFor = (columns: number) => {
      const codes = Array.from({ length: columns }, (_, index) => column(`${line.indicator.code} ${index}`))
      const before = made
      if (sheet) heatRow({ ...sheet, lines }, codes, 'adopted', words)
      return made > before
    }
    madeFor(0)
    const sets = [1, 2, 3, 4, 5, 6, 7, 8]
    expect([sets.map(madeFor), sets.map(madeFor)]).toEqual([sets.map(() => true), sets.map(() => false)])
    expect([madeFor(9), madeFor(2), madeFor(1)]).toEqual([true, false, true])
  })

  test('what is reported is dashed, what was found has a corner', () => {
    const reported = judgedOf({ reported_verdict_adopted: 'exceeded' })
    const written = table([row({ cells: `${cellsOf([reported], 'adopted', true)}|${cellsOf([judgedOf({})])}` })])
    expect(written).toContain('class="over said flag">Vượt<i> (theo báo cáo)</i><i> (cần đối chiếu)</i></a>')
    expect(written).toContain('class="none"><i>chưa có số liệu</i></a>')
  })

  test('counts are said without what is zero; without a set there are none', () => {
    const of = (count: Partial<JudgedCounts>) => {
      const counts = { ...countJudged([], 'adopted'), ...count }
      const { met, total, exceeded, missed, awaiting } = counts
      const waits = words.t('overview.waiting', counts)
      return table([row({ counts: { of: [met, total, exceeded, missed, awaiting], waits } })])
    }
    expect(of({ total: 24, met: 24, exceeded: 6 })).toContain(
      '<b>24/24</b> <em class="exceeded">6 vượt</em><span class="bar"',
    )
    expect(of({ total: 19, missed: 1, awaiting: 18 })).toContain(
      '<b>0/19</b> <em class="missed">1 chưa đạt</em> <em>18 chờ số liệu</em>',
    )
    expect(of({ total: 19, awaiting: 18, unplanned: 5 })).toContain('<em>18 chờ số liệu (5 chưa có KH)</em>')
    expect(table([row({})])).toContain('<span class="missing"><i>biểu không có chỉ tiêu thuộc kế hoạch này</i></span>')
  })

  test('a card has the names of the first six cells that hold something, and leads to the others', () => {
    const codes = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I']
    const full = judgedOf({ official: '1' })
    const cells = cellsOf([judgedOf({}), ...codes.slice(2).map(() => full), null])
    const written = table([row({ cells, more: '+2 chỉ tiêu' })], codes)
    expect([...written.matchAll(/data-label="Ngắn (\w)"/g)].map(([, code]) => code).join('')).toBe('BCDEFG')
    expect(written).toContain('<td class="more"><a href="/units/cau-giay/2023">+2 chỉ tiêu</a></td>')
    expect(table([row({ cells: cellsOf([full, null]) })])).not.toContain('"more"')
  })
})

describe('counts over units', () => {
  const lines = [
    sheetLine({ cells: { adopted_plan: '1', official: '2' } }),
    sheetLine({ indicator: { code: 'B' }, cells: { adopted_plan: '2', official: '2' } }),
    sheetLine({ indicator: { code: 'C' }, cells: { adopted_plan: '3', official: '2' } }),
    sheetLine({ indicator: { code: 'D' }, cells: { adopted_plan: '3' } }),
    sheetLine({ indicator: { code: 'E', direction: 'neutral' }, cells: { adopted_plan: '3', official: '4' } }),
    sheetLine({ indicator: { code: 'F', heading: true } }),
    sheetLine({ indicator: { code: 'G' }, inAdoptedSet: false, cells: { adopted_plan: '1', official: '2' } }),
    sheetLine({ indicator: { code: 'H' }, endedAt: '2024-01-01T00:00:00.000Z', cells: { official: '2' } }),
  ]
  test('are those of the domain, judged once', () => {
    expect(countJudged(judgeLines(lines), 'adopted')).toEqual({ ...countTier(lines, 'adopted'), unplanned: 0 })
    expect(countJudged(judgeLines(lines), 'assigned')).toMatchObject(countTier(lines, 'assigned'))
    expect(judgeLines(lines)).toBe(judgeLines(lines))
  })

  test('tell what waits for its plan from what waits for its result', () => {
    expect(countJudged(judgeLines(lines), 'assigned')).toMatchObject({ total: 5, awaiting: 5, unplanned: 4 })
  })

  test('of one tier are added up', () => {
    const counts = countJudged(judgeLines(lines), 'assigned')
    expect(sumCounts([counts, counts])).toMatchObject({ total: 10, awaiting: 10, unplanned: 8 })
    const adopted = countJudged(judgeLines(lines), 'adopted')
    expect(sumCounts([adopted, adopted])).toEqual({
      ...{ total: 8, met: 4, exceeded: 2, missed: 2, awaiting: 2, notJudged: 2, unplanned: 0 },
    })
    expect(sumCounts([])).toEqual(countJudged([], 'adopted'))
  })
})

test('a short name stands in for the whole, which stands in for a short one', () => {
  const names = { nameVi: 'Thu ngân sách nhà nước', nameEn: 'State revenue', shortVi: 'Thu', shortEn: null }
  expect([shortName(names, 'vi'), shortName(names, 'en')]).toEqual(['Thu', 'State revenue'])
})
