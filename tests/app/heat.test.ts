import { createFormatter, createTranslator } from 'next-intl'
import { describe, expect, test } from 'vitest'
import messages from '#app/_i18n/vi.json' with { type: 'json' }
import { type HeatCell, heatCell } from '#components/overview/heat-cell.ts'
import {
  type HeatColumn,
  type HeatData,
  type HeatRow,
  packCell,
  packCells,
  unpackCells,
} from '#components/overview/heat-data.ts'
import { heatHtml } from '#components/overview/heat-html.ts'
import { columnOf, heatColumns, heatRow } from '#components/overview/heat-rows.ts'
import { cellSentence } from '#components/overview/heat-sentence.ts'
import { countJudged, judgeLines, sumCounts } from '#components/overview/judged.ts'
import type { OverviewSheet } from '#components/overview/overview-sheet.ts'
import { judgeSheets } from '#components/overview/overview-view.ts'
import { wordsOf } from '#components/table/words.ts'
import { html } from '#components/ui/html.ts'
import { assessLine, countTier } from '#domain/assessment.ts'
import type { Tier } from '#domain/figure.ts'
import { shortName } from '#domain/indicator.ts'
import { countVerdicts } from '#domain/roll-up.ts'
import { sheetLine } from '#tests/support/sheet-line.ts'

type Described = NonNullable<Parameters<typeof sheetLine>[0]>
type Cells = NonNullable<Described['cells']>
type Indicator = NonNullable<Described['indicator']>

const cellOf = (cells: Cells, indicator: Indicator = {}, tier: Tier = 'adopted'): HeatCell => {
  const line = sheetLine({ cells, indicator })
  return heatCell({ line, assessment: assessLine(line) }, tier, 'vi')
}

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

  test('travels as text and comes back', () => {
    const packed = packCells([packCell(cellOf(of(102.6))), null, packCell(cellOf({ estimate: '>14000' }))])
    expect(unpackCells(packed)).toEqual([
      { look: 'over', marks: '', text: '102,6', actual: '1.026', plan: '1.000' },
      null,
      { look: 'bare', marks: 'u=', text: '> 14.000', actual: '> 14.000', plan: '' },
    ])
  })
})

const words: HeatData['words'] = {
  ...{ caption: 'Bảng', unit: 'Đơn vị', met: 'Hoàn thành', progress: 'Tiến trình', noFigure: 'chưa có số liệu' },
  ...{ noLine: 'không có trong biểu', noSet: 'không có chỉ tiêu', planOnly: 'KH', lower: 'càng thấp càng tốt' },
  ...{ finding: 'cần đối chiếu', year: 'Năm', exceeded: 'vượt', missed: 'chưa đạt', awaiting: 'chờ số liệu' },
  ...{ reported: 'theo báo cáo', unstated: 'KH không nêu cấp', points: 'điểm %', actual: 'Thực hiện' },
  ...{
    neutral: 'Không đánh giá',
    'verdict.exceeded': 'Vượt',
    'verdict.met': 'Hoàn thành',
    'verdict.missed': 'Chưa đạt',
  },
  ...{ 'stage.u': 'ước', 'stage.s': 'sơ bộ', 'stage.k': 'không nêu mức' },
  ...{ 'state.draft': 'Nháp', 'state.submitted': 'Đã nộp', 'state.approved': 'Đã duyệt', 'state.locked': 'Đã khóa' },
}
const column = (code: string): HeatColumn => ({
  id: `${code} 1`,
  code,
  short: `Ngắn ${code}`,
  name: `Tên ${code}`,
  unit: 'tỷ đồng',
  lower: false,
})
const row = (change: Partial<HeatRow>): HeatRow => ({
  ...{ slug: 'cau-giay', year: 2023, unit: 'Cầu Giấy', parent: 'Hà Nội', before: false, plan: 'KH quận', counts: null },
  ...{ stated: '', state: 'submitted', due: '', cells: '', findings: {}, versions: {} },
  ...change,
})

test('what decides nothing is no neutral line, and a source may decide it', () => {
  const bound = { adopted_plan: '15000', official: '>14000' }
  expect(cellOf(bound)).toMatchObject({ verdict: null, reported: false, waits: true })
  expect(cellOf({ ...bound, reported_verdict_adopted: 'exceeded' })).toMatchObject({
    verdict: 'exceeded',
    reported: true,
  })
})

test('a row of another version of an indicator is said in its own unit of measure', () => {
  const of = (version: number, unitOfMeasure: string, slug: string): OverviewSheet => ({
    unit: { slug, name: slug, kind: 'urban_district', parent: null },
    lines: [
      sheetLine({ indicator: { id: `A ${version}`, code: 'A', version, unitOfMeasure }, cells: { official: '1200' } }),
    ],
    ...{ state: 'submitted', dueDate: null, statements: [], acknowledgements: [], previous: null },
  })
  const view = { year: 2023, group: null, against: 'adopted', previous: false } as const
  const sheets = judgeSheets([of(1, 'triệu đồng', 'x'), of(2, 'tỷ đồng', 'y')], view)
  const spoken = {
    t: createTranslator({ locale: 'vi', messages }),
    format: createFormatter({ locale: 'vi' }),
    style: 'vi',
  } as const
  const words = wordsOf({ unitKind: 'urban_district', parentKind: 'other' }, spoken)
  const columns = heatColumns(sheets).flatMap(({ indicators }) => indicators.map((one) => columnOf(one, words)))
  expect(columns.map(({ unit }) => unit)).toEqual(['tỷ đồng'])
  const rows = sheets.map((sheet) => heatRow(sheet, columns, 'adopted', words))
  expect(rows.map(({ versions }) => versions[0]?.unit)).toEqual(['triệu đồng', undefined])
})

describe('the sentence of a cell', () => {
  const said = (cells: Cells, indicator: Indicator = {}, finding?: string) => {
    const [cell] = unpackCells(packCell(cellOf(cells, indicator)))
    if (!cell) throw new Error('no cell')
    const { unitOfMeasure: unit = 'tỷ đồng' } = indicator
    return cellSentence(row({}), { ...column('X'), unit }, cell, words, finding)
  }
  test.each([
    [
      'computed',
      said({ adopted_plan: '3504', estimate: '3594' }, {}, 'Nguồn khác.'),
      'Cầu Giấy 2023, Tên X: Thực hiện 3.594 tỷ đồng (ước); KH quận 3.504 tỷ đồng; 102,6%, vượt; cần đối chiếu: Nguồn khác.',
    ],
    [
      'reported, of a plan that is not named',
      said({ estimate: '>14000', reported_percent_unstated: '120.04' }),
      'Cầu Giấy 2023, Tên X: Thực hiện > 14.000 tỷ đồng (ước); 120,04% (theo báo cáo; KH không nêu cấp)',
    ],
    [
      'a plan alone',
      said({ adopted_plan: '1651.346' }),
      'Cầu Giấy 2023, Tên X: chưa có số liệu; KH quận 1.651,346 tỷ đồng',
    ],
    [
      'words of a plan have no unit',
      said({ adopted_plan: "'cao hơn mức thành phố giao" }, { valueType: 'rate', unitOfMeasure: '%' }),
      'Cầu Giấy 2023, Tên X: chưa có số liệu; KH quận cao hơn mức thành phố giao',
    ],
    ['nothing', said({}), 'Cầu Giấy 2023, Tên X: chưa có số liệu'],
    [
      'in points',
      said({ adopted_plan: '12.66', official: '12.86' }, { valueType: 'rate', unitOfMeasure: '%', decimals: 2 }),
      'Cầu Giấy 2023, Tên X: Thực hiện 12,86%; KH quận 12,66%; +0,20 điểm %, vượt',
    ],
  ])('%s', (_what, sentence, expected) => {
    expect(sentence).toBe(expected)
  })
})

describe('the table as HTML', () => {
  const data = (rows: HeatRow[], codes = ['A', 'B']): HeatData => ({
    words,
    groups: [{ name: 'Kinh tế', columns: codes.length }],
    columns: codes.map(column),
    rows,
  })
  const cells = packCells([packCell(cellOf({ adopted_plan: '1000', official: '1026' })), null])

  test('whatever is put in is escaped', () => {
    const evil = `<img src=x onerror="alert('1')">&`
    const written = heatHtml(
      data([row({ unit: evil, parent: evil, slug: evil, stated: evil, due: evil, cells })], [evil, evil]),
    )
    expect(written).not.toContain('<img')
    expect(written).toContain('&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;')
    expect(html`${'"'}${1}${html`<b>${'<'}</b>`}${[html`a`, html`b`]}`.text).toBe('&quot;1<b>&lt;</b>ab')
  })

  test('a cell leads to its line, and one alone is reached by Tab', () => {
    const written = heatHtml(data([row({ cells }), row({ cells, before: true, year: 2022 })]))
    expect(written).toContain('<a class="over" href="/units/cau-giay/2023#line-A"><i>Vượt </i>102,6</a>')
    expect(written).toContain('<a tabindex="-1" class="over" href="/units/cau-giay/2022#line-A">')
    expect(written).toContain('<td class="missing"><i>không có trong biểu</i></td>')
  })

  test('what is reported is dashed, what was found has a corner', () => {
    const reported = packCells([packCell(cellOf({ reported_verdict_adopted: 'exceeded' })), packCell(cellOf({}))])
    const written = heatHtml(data([row({ cells: reported, findings: { 0: 'Nguồn mâu thuẫn.' } })]))
    expect(written).toContain('class="over said flag"')
    expect(written).toContain('>Vượt<i> (theo báo cáo, cần đối chiếu)</i></a>')
    expect(written).toContain('class="none" href="/units/cau-giay/2023#line-B"><i>chưa có số liệu</i></a>')
  })

  test('counts are said without what is zero; without a set there are none', () => {
    const counted = (counts: HeatRow['counts']) => heatHtml(data([row({ cells, counts })]))
    expect(counted([24, 6, 0, 0])).toContain('<b>24/24</b> <em class="over">6 vượt</em><span class="bar"')
    expect(counted([0, 0, 1, 18])).toContain('<b>0/19</b> <em class="miss">1 chưa đạt</em> <em>18 chờ số liệu</em>')
    expect(counted(null)).toContain('<span class="missing"><i>không có chỉ tiêu</i></span>')
  })

  test('a card has the names of the first six cells that hold something', () => {
    const codes = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H']
    const full = packCell(cellOf({ official: '1' }))
    const written = heatHtml(
      data([row({ cells: packCells([packCell(cellOf({})), ...codes.slice(1).map(() => full)]) })], codes),
    )
    expect([...written.matchAll(/data-label="Ngắn (\w)"/g)].map(([, code]) => code)).toEqual([
      'B',
      'C',
      'D',
      'E',
      'F',
      'G',
    ])
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
    expect(countJudged(judgeLines(lines), 'adopted')).toEqual(countTier(lines, 'adopted'))
    expect(countJudged(judgeLines(lines), 'assigned')).toEqual(countTier(lines, 'assigned'))
    expect(judgeLines(lines)).toBe(judgeLines(lines))
  })

  test('of one tier are added up', () => {
    const counts = countTier(lines, 'adopted')
    expect(sumCounts([counts, counts])).toEqual({ total: 8, met: 4, exceeded: 2, missed: 2, awaiting: 2, notJudged: 2 })
    expect(sumCounts([])).toEqual(countVerdicts([]))
  })
})

test('a short name stands in for the whole, which stands in for a short one', () => {
  const names = { nameVi: 'Thu ngân sách nhà nước', nameEn: 'State revenue', shortVi: 'Thu', shortEn: null }
  expect([shortName(names, 'vi'), shortName(names, 'en')]).toEqual(['Thu', 'State revenue'])
})
