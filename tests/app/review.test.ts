import { NextIntlClientProvider } from 'next-intl'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import en from '#app/_i18n/en.json' with { type: 'json' }
import { formatsOf } from '#app/_i18n/formats.ts'
import vi from '#app/_i18n/vi.json' with { type: 'json' }
import { type ReviewItem, ReviewList } from '#components/review/review-list.tsx'
import { findingKey, fingerprint } from '#domain/finding.ts'
import { type ReviewedFinding, reviewSheet } from '#domain/review.ts'
import type { SheetLine, StatementView } from '#domain/sheet.ts'
import { sheetLine } from '#tests/support/sheet-line.ts'

const unit = { slug: 'bac-tu-liem', name: 'Bắc Từ Liêm', kind: 'urban_district', parent: { kind: 'city' } } as const
const messages = { vi, en }

function read(locale: 'vi' | 'en', findings: readonly ReviewItem[]): string {
  const children = createElement(ReviewList, { findings, limit: 99 })
  const given = { locale, messages: messages[locale], formats: formatsOf(locale), timeZone: 'UTC', children }
  return renderToStaticMarkup(NextIntlClientProvider(given))
}
const sentences = (html: string) =>
  [...html.matchAll(/<p class="text-xs leading-4.5 text-ink-2">(.*?)<\/p>/gu)].map(([, text]) => text)

type Sheet = { lines?: SheetLine[]; last?: SheetLine[]; statements?: Partial<StatementView>[] }
function review({ lines = [], last = [], statements = [] }: Sheet): ReviewItem[] {
  const document = { code: 'bc', title: 'Báo cáo', publisher: null, number: null, url: null, dated: null }
  const stated = statements.map(
    (one): StatementView => ({
      subject: 'met_count',
      tier: 'assigned',
      setName: null,
      count: 0,
      total: null,
      qualifier: null,
      note: null,
      document,
      ...one,
    }),
  )
  const sheet = { state: 'submitted', lines, previousLines: last, statements: stated, acknowledgements: [] } as const
  return reviewSheet(sheet).map((reviewed: ReviewedFinding) => ({ ...reviewed, unit, year: 2023 }))
}

type Cells = NonNullable<NonNullable<Parameters<typeof sheetLine>[0]>['cells']>
const ofLine = (cells: Cells, indicator: Partial<SheetLine['indicator']> = {}, last?: Cells): Sheet => ({
  lines: [sheetLine({ cells, indicator })],
  last: last ? [sheetLine({ cells: last, indicator })] : [],
})

describe('every finding is one sentence with its numbers', () => {
  test.each<[kind: string, sheet: Sheet, vi: string, en: string]>([
    [
      'tiers_differ',
      ofLine({ reported_percent_assigned: '102', reported_percent_adopted: '97.4' }),
      'Nguồn nêu đạt 102% KH Thành phố nhưng 97,4% KH quận.',
      '102% of the City plan, but 97.4% of the District plan (as reported).',
    ],
    [
      'tiers_differ of rates',
      ofLine({ assigned_plan: '12', adopted_plan: '13', official: '12.5' }, { valueType: 'rate' }),
      'Theo KH Thành phố là “Vượt”, theo KH quận là “Chưa đạt”.',
      '“Exceeded” against the City plan, “Not met” against the District plan.',
    ],
    [
      'bound_actual',
      ofLine({ estimate: '>14000', reported_percent_unstated: '120.04' }),
      'Giá trị “trên 14.000 tỷ đồng”, cần số chính thức.',
      'The value is “above 14,000 tỷ đồng”: an official figure is needed.',
    ],
    [
      'suspect_scale',
      ofLine({ adopted_plan: '3504', estimate: '3.594' }),
      'Ước thực hiện là 3,594 tỷ đồng. Có phải 3.594?',
      'Estimate is 3.594 tỷ đồng. Was 3,594 meant?',
    ],
    [
      'outlier',
      ofLine({ reported_percent_adopted: '211' }),
      '211% KH quận (nguồn nêu), khác xa kế hoạch: cần ghi chú lý do.',
      '211% of the District plan (as reported), far from the plan: a note should say why.',
    ],
    [
      'impossible',
      ofLine({ official: '85/82' }, { valueType: 'count', unitOfMeasure: 'hộ' }),
      'Chính thức là 85/82 hộ: một phần phải từ 0 đến toàn bộ.',
      'Official is 85/82 hộ: a part is from none to the whole.',
    ],
    [
      'estimate_revised',
      ofLine({ adopted_plan: '99', estimate: '100', official: '88' }),
      'Ước thực hiện: 100; Chính thức: 88 (lệch −12,00%). KH quận: từ “Vượt” thành “Chưa đạt”.',
      'Estimate: 100; Official: 88 (−12.00%). District plan: from “Exceeded” to “Not met”.',
    ],
    [
      'carried_forward',
      ofLine({ official: '16839' }, {}, { official: '16839' }),
      'Thực hiện 16.839 tỷ đồng giống hệt năm trước: có phải số cũ?',
      'The actual is 16,839 tỷ đồng, just as the year before: was it carried over?',
    ],
    [
      'growth_differs',
      ofLine({ official: '110', reported_growth: '5' }, {}, { official: '100' }),
      'Nguồn nêu 5% so với cùng kỳ, tính từ biểu là 10,00%.',
      'The source states 5% on the year before; computed from the sheets it is 10.00%.',
    ],
    [
      'difference_differs',
      ofLine({ assigned_plan: '1300', adopted_plan: '1651.346', reported_difference_assigned: '330' }),
      'Nguồn nêu chênh +330 so với KH Thành phố, tính từ biểu là +351,346.',
      'The source states +330 against the City plan; computed from this sheet it is +351.346.',
    ],
    [
      'verdict_differs',
      ofLine({ adopted_plan: '100', official: '90', reported_verdict_adopted: 'exceeded' }),
      'Nguồn đánh giá “Vượt” (KH quận), tính từ biểu là “Chưa đạt”.',
      'The source says “Exceeded” (District plan); computed from this sheet it is “Not met”.',
    ],
    [
      'awaiting',
      { statements: [{ subject: 'assigned_count', count: 19 }] },
      '19 chỉ tiêu đã giao (KH Thành phố), chưa có số thực hiện.',
      '19 indicators are set (City plan), no result yet.',
    ],
    [
      'stated_counts',
      {
        lines: [sheetLine({ cells: { assigned_plan: '100', official: '90' } })],
        statements: [{ subject: 'met_count', count: 14, total: 14 }],
      },
      'Nguồn nêu 14/14 hoàn thành (KH Thành phố), tính từ biểu nhiều nhất là 13.',
      'The source states 14/14 met (City plan); from this sheet it is at most 13.',
    ],
    [
      'stated_parts',
      {
        lines: [sheetLine({ cells: { official: '9' } })],
        statements: [
          { subject: 'assigned_count', count: 19 },
          { subject: 'assigned_count', count: 20, setName: 'kinh tế' },
        ],
      },
      'Các phần mà nguồn nêu cộng lại là 20 chỉ tiêu, nhiều hơn tổng 19 (KH Thành phố).',
      'The parts that the source states add up to 20 indicators, more than the 19 in all (City plan).',
    ],
  ])('%s', (_kind, sheet, vietnamese, english) => {
    const findings = review(sheet)
    expect(sentences(read('vi', findings))).toContain(vietnamese)
    expect(sentences(read('en', findings))).toContain(english)
  })
})

describe('the list', () => {
  const line = sheetLine({ cells: { reported_percent_assigned: '102', reported_percent_adopted: '97.4' } })
  const [open, ...more] = review({ lines: [line] })
  if (!open || more.length > 0) throw new Error('one finding')
  const acknowledgement = {
    lineId: line.id,
    finding: findingKey(open.finding),
    fingerprint: fingerprint(open.finding, line),
    note: 'Hai nghị quyết',
    at: '2023-12-16T08:30:00.000Z',
    by: 'Người duyệt',
  }

  test('names indicator, unit and year, and leads to the line', () => {
    const html = read('vi', [open])
    expect(html).toContain('Thu ngân sách nhà nước trên địa bàn · Bắc Từ Liêm 2023')
    expect(html).toContain('href="/units/bac-tu-liem/2023#line-NS-THU"')
    expect(html).toContain('1 việc')
    expect(html).not.toContain('<details')
  })
  test('a finding of the whole sheet leads to the sheet', () => {
    const html = read('vi', review({ statements: [{ subject: 'assigned_count', count: 19 }] }))
    expect(html).toContain('>Bắc Từ Liêm 2023</h3>')
    expect(html).toContain('href="/units/bac-tu-liem/2023"')
  })
  test('folds away what was acknowledged, with who, when and why', () => {
    const html = read('vi', [{ ...open, acknowledgement }])
    expect(html).toContain('0 việc')
    expect(html).toContain('Không còn việc nào cần xem lại.')
    expect(html.slice(html.indexOf('<details'))).toMatch(
      /đã xem \(1\).*Người duyệt, .*16\/12\/2023.*: “Hai nghị quyết”/u,
    )
  })
})
