import { expect, test } from 'vitest'
import { type BudgetBar, budgetBars, reachedOf } from '#components/overview/budget-bars.ts'
import { judgeSheets } from '#components/overview/overview-view.ts'
import type { Tier } from '#domain/figure.ts'
import { sheetLine } from '#tests/support/sheet-line.ts'

type Described = NonNullable<Parameters<typeof sheetLine>[0]>
const unit = { slug: 'cau-giay', name: 'Cầu Giấy', kind: 'urban_district', parent: null } as const
const content = (lines: Described[]) =>
  ({ state: 'submitted', lines: lines.map((line) => sheetLine(line)), statements: [], acknowledgements: [] }) as const

function barsOf(lines: Described[], tier: Tier = 'adopted', before: Described[] = []): BudgetBar[] {
  const sheet = { unit, dueDate: null, ...content(lines), previous: content(before) }
  return budgetBars(judgeSheets([sheet], { year: 2023, group: null, against: tier, previous: true }), tier)
}
const drawn = (bar: BudgetBar | undefined) =>
  bar && {
    percent: bar.percent?.value ?? null,
    base: bar.base,
    reported: bar.reported,
    at: bar.plansAt,
    tone: bar.tone,
  }

test('against either plan the other stands where it is in percent of it', () => {
  const line = { cells: { assigned_plan: '80', adopted_plan: '100', official: '90' } }
  expect(drawn(barsOf([line])[0])).toEqual({
    ...{ percent: 90, base: 'adopted', reported: false, tone: 'miss' },
    at: { assigned: 80, adopted: 100 },
  })
  expect(drawn(barsOf([line], 'assigned')[0])).toEqual({
    ...{ percent: 112.5, base: 'assigned', reported: false, tone: 'good' },
    at: { assigned: 100, adopted: 125 },
  })
})

test('what is reported is never coloured, and a plan that is not named is not drawn', () => {
  const both = { cells: { reported_percent_assigned: '102', reported_percent_adopted: '97.4' } }
  const [bar] = barsOf([both])
  expect(drawn(bar)).toMatchObject({ percent: 97.4, base: 'adopted', reported: true, tone: 'neutral' })
  expect(bar?.plansAt.assigned).toBeCloseTo(95.49, 2)
  expect(drawn(barsOf([{ cells: { reported_percent_unstated: '211' } }])[0])).toEqual({
    ...{ percent: 211, base: 'unstated', reported: true, tone: 'neutral' },
    at: { assigned: null, adopted: null },
  })
})

test('a plan alone is awaited, its sister drawn beside it; without plan and percent there is no bar', () => {
  expect(drawn(barsOf([{ cells: { assigned_plan: '80', adopted_plan: '100' } }])[0])).toEqual({
    ...{ percent: null, base: 'adopted', reported: false, tone: 'neutral' },
    at: { assigned: 80, adopted: 100 },
  })
  expect(barsOf([{ cells: { official: '5' } }, {}])).toEqual([])
})

test('budget lines that are no parts, the highest first, and of the year itself those that reach the plan', () => {
  const line = (code: string, official: string, more: Described['indicator'] = {}): Described => ({
    indicator: { code, ...more },
    cells: { adopted_plan: '100', official },
  })
  const bars = barsOf(
    [
      line('LOW', '50'),
      line('HIGH', '120'),
      line('NEUTRAL', '110', { direction: 'neutral' }),
      line('PART', '300', { parentCode: 'HIGH' }),
      line('OTHER', '300', { group: 'society' }),
      { indicator: { code: 'WAIT' }, cells: { adopted_plan: '1' } },
    ],
    'adopted',
    [line('BEFORE', '200')],
  )
  expect(bars.map(({ indicator }) => indicator.code)).toEqual(['BEFORE', 'HIGH', 'NEUTRAL', 'LOW', 'WAIT'])
  expect(reachedOf(bars)).toEqual({ met: 1, total: 2 })
})
