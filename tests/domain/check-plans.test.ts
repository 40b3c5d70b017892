import { describe, expect, it } from 'vitest'
import { checkLines } from '#domain/checks.ts'
import type { FigureKind } from '#domain/figure.ts'
import type { Finding } from '#domain/finding.ts'
import { exactly, type Quantity } from '#domain/quantity.ts'
import { formatQuantity } from '#domain/quantity-format.ts'
import type { IndicatorView, SheetLine } from '#domain/sheet.ts'
import { sheetLine } from '#tests/support/sheet-line.ts'

type Cells = Partial<Record<FigureKind, string>>
type Described = { indicator?: Partial<IndicatorView>; note?: string }

const line = (cells: Cells, { indicator = {}, note }: Described = {}): SheetLine =>
  sheetLine({ indicator, cells, ...(note && { figure: { note } }) })
const plain = (quantity: Quantity | null) => quantity && formatQuantity(quantity, { style: 'plain' })

/** The findings of one kind on a line. */
function found<Kind extends Finding['kind']>(kind: Kind, cells: Cells, more?: Described, last?: Cells) {
  const previous = last ? [line(last, more)] : []
  return checkLines([line(cells, more)], previous).filter(
    (finding): finding is Extract<typeof finding, { kind: Kind }> => finding.kind === kind,
  )
}

describe('the two plans say different things (rule 1)', () => {
  const sides = (cells: Cells, indicator: Partial<IndicatorView> = {}) =>
    found('tiers_differ', cells, { indicator }).map(
      ({ assigned, adopted }) =>
        `${assigned.verdict} ${plain(assigned.percent)}, ${adopted.verdict} ${plain(adopted.percent)}`,
    )
  it.each<[string, Cells, Partial<IndicatorView>, string[]]>([
    [
      'computed',
      { assigned_plan: '100', adopted_plan: '110', official: '105' },
      {},
      ['exceeded 105, missed 95.4545454545455'],
    ],
    ['exceeded and met', { assigned_plan: '100', adopted_plan: '105', official: '105' }, {}, ['exceeded 105, met 100']],
    ['the same verdict', { assigned_plan: '100', adopted_plan: '104', official: '105' }, {}, []],
    ['one plan alone', { assigned_plan: '100', official: '105' }, {}, []],
    ['no actual', { assigned_plan: '100', adopted_plan: '110' }, {}, []],
    [
      'lower is better',
      { assigned_plan: '100', adopted_plan: '110', official: '105' },
      { direction: 'lower' },
      ['missed 105, exceeded 95.4545454545455'],
    ],
    [
      'a neutral line has sides of 100% too',
      { assigned_plan: '100', adopted_plan: '110', official: '105' },
      { direction: 'neutral' },
      ['exceeded 105, missed 95.4545454545455'],
    ],
    [
      'reported percents',
      { reported_percent_assigned: '102', reported_percent_adopted: '97.4' },
      { direction: 'neutral' },
      ['exceeded 102, missed 97.4'],
    ],
    [
      'reported percents of a ceiling',
      { reported_percent_assigned: '102', reported_percent_adopted: '97.4' },
      { direction: 'lower' },
      ['missed 102, exceeded 97.4'],
    ],
    ['reported percents alike', { reported_percent_assigned: '115', reported_percent_adopted: '103' }, {}, []],
    [
      'computed of one, reported of the other',
      { assigned_plan: '100', official: '105', reported_percent_adopted: '97.4' },
      {},
      ['exceeded 105, missed 97.4'],
    ],
    [
      'computed before reported',
      { assigned_plan: '100', adopted_plan: '100', official: '105', reported_percent_adopted: '97.4' },
      {},
      [],
    ],
    [
      'verdicts of a source',
      { reported_verdict_assigned: 'exceeded', reported_verdict_adopted: 'missed' },
      {},
      ['exceeded null, missed null'],
    ],
    [
      'a percent of a neutral line is not held against a word (rule 3)',
      { assigned_plan: '100', official: '102', reported_verdict_adopted: 'missed' },
      { direction: 'neutral' },
      [],
    ],
    [
      'nor is a percent that a source states',
      { reported_percent_assigned: '102', reported_verdict_adopted: 'missed' },
      { direction: 'neutral' },
      [],
    ],
    [
      'what a source says of both plans of a neutral line',
      {
        assigned_plan: '100',
        official: '102',
        reported_verdict_assigned: 'exceeded',
        reported_verdict_adopted: 'missed',
      },
      { direction: 'neutral' },
      ['exceeded null, missed null'],
    ],
    [
      'a percent that is computed and one that is stated',
      { assigned_plan: '100', official: '102', reported_percent_adopted: '97.4' },
      { direction: 'neutral' },
      ['exceeded 102, missed 97.4'],
    ],
    [
      'a neutral plan of zero has no percent',
      { assigned_plan: '0', adopted_plan: '200', official: '102' },
      { direction: 'neutral' },
      [],
    ],
    ['a percent that names no plan', { reported_percent_unstated: '102', reported_percent_adopted: '97.4' }, {}, []],
    [
      'rates',
      { assigned_plan: '12', adopted_plan: '13', official: '12.5' },
      { valueType: 'rate' },
      ['exceeded null, missed null'],
    ],
    [
      'shares of a structure',
      { assigned_plan: '12', adopted_plan: '13', official: '12.5' },
      { valueType: 'share', direction: 'neutral' },
      [],
    ],
    ['a bound that does not tell', { assigned_plan: '100', adopted_plan: '110', official: '>105' }, {}, []],
  ])('%s', (_name, cells, indicator, expected) => expect(sides(cells, indicator)).toEqual(expected))
  it('rests on the figures that say it', () => {
    const [finding] = found('tiers_differ', {
      assigned_plan: '100',
      adopted_plan: '110',
      estimate: '90',
      official: '105',
    })
    expect(finding?.figures).toEqual(['official', 'assigned_plan', 'adopted_plan'])
  })
})

describe('a bound asks for the number (rule 5)', () => {
  it.each<[string, Cells, boolean]>([
    ['a percent of a plan', { estimate: '>14000', reported_percent_unstated: '120.04' }, true],
    ['a recorded plan', { unstaged: '>=14000', adopted_plan: '11663' }, true],
    ['the other recorded plan', { preliminary: '<14000', assigned_plan: '11663' }, true],
    ['at most', { estimate: '<=14000', assigned_plan: '11663' }, true],
    ['monitored: no plan, no percent', { estimate: '>99.9' }, false],
    ['a verdict alone is no percent', { estimate: '>99.9', reported_verdict_adopted: 'exceeded' }, false],
    ['a number', { estimate: '14000', adopted_plan: '11663' }, false],
    ['about', { estimate: '~14000', adopted_plan: '11663' }, false],
    ['the number is there by now', { estimate: '>14000', official: '14210', adopted_plan: '11663' }, false],
    ['an official bound', { official: '>14000', adopted_plan: '11663' }, false],
  ])('%s: %s', (_name, cells, expected) => expect(found('bound_actual', cells).length > 0).toBe(expected))
})

describe('an outlier asks for a note (rule 9)', () => {
  const outlier = (cells: Cells, more?: Described) =>
    found('outlier', cells, more).map(
      ({ tier, percent, reported }) => `${tier} ${plain(percent)}${reported ? ' reported' : ''}`,
    )
  it.each<[Cells, string[]]>([
    [{ adopted_plan: '100', estimate: '200' }, []],
    [{ adopted_plan: '100', estimate: '200.1' }, ['adopted 200.1']],
    [{ assigned_plan: '100', estimate: '681.8' }, ['assigned 681.8']],
    [{ assigned_plan: '3', estimate: '1' }, []],
    [{ assigned_plan: '100', estimate: '33' }, ['assigned 33']],
    [{ assigned_plan: '100', estimate: '0' }, ['assigned 0']],
    [{ assigned_plan: '100', estimate: '>150' }, []],
    [{ assigned_plan: '100', estimate: '>200' }, ['assigned >200']],
    [{ assigned_plan: '0', estimate: '9' }, []],
    // One line wants one note.
    [{ assigned_plan: '100', adopted_plan: '100', estimate: '300' }, ['assigned 300']],
    [{ reported_percent_unstated: '211' }, ['unstated 211 reported']],
    [{ reported_percent_adopted: '148.03' }, []],
    // What is computed counts, not what is said of it.
    [{ adopted_plan: '100', estimate: '150', reported_percent_adopted: '211' }, []],
  ])('%j: %j', (cells, expected) => expect(outlier(cells)).toEqual(expected))
  it.each<[Cells, string[]]>([
    [{ adopted_plan: '10', official: '0' }, []],
    [{ adopted_plan: '100', official: '20' }, []],
    [{ adopted_plan: '100', official: '<20' }, []],
    [{ reported_percent_adopted: '12' }, []],
    [{ adopted_plan: '100', official: '200' }, []],
    [{ adopted_plan: '100', official: '201' }, ['adopted 201']],
    [{ reported_percent_adopted: '250' }, ['adopted 250 reported']],
  ])('where lower is better nothing is too low: %j: %j', (cells, expected) =>
    expect(outlier(cells, { indicator: { direction: 'lower' } })).toEqual(expected),
  )
  it('a neutral line that is far below its plan wants a word', () =>
    expect(outlier({ adopted_plan: '100', official: '20' }, { indicator: { direction: 'neutral' } })).toEqual([
      'adopted 20',
    ]))
  it('a note says why', () => {
    expect(outlier({ adopted_plan: '100', estimate: '211' }, { note: 'Đấu giá đất' })).toEqual([])
    expect(outlier({ reported_percent_unstated: '211' }, { note: 'Đấu giá đất' })).toEqual([])
  })
  it('rates and shares have no percent (rule 4)', () =>
    expect(outlier({ adopted_plan: '1', estimate: '9' }, { indicator: { valueType: 'rate' } })).toEqual([]))
})

describe('a value misread by 1.000 is said to the approver too (rule 9)', () => {
  const said = (cells: Cells, last?: Cells) =>
    found('suspect_scale', cells, {}, last).map(({ figure, suggestion }) => `${figure} ${plain(suggestion)}`)
  it.each<[string, Cells, Cells | undefined, string[]]>([
    ['against the plan', { adopted_plan: '3504', estimate: '3.594' }, undefined, ['estimate 3594']],
    ['the best stage', { adopted_plan: '3504', estimate: '3594', official: '3.6' }, undefined, ['official 3600']],
    ['against the year before', { estimate: '3.594' }, { official: '3400' }, ['estimate 3594']],
    [
      'a plan, where the actual fits',
      { adopted_plan: '3.504', estimate: '3594' },
      { official: '3400' },
      ['adopted_plan 3504'],
    ],
    ['an assigned plan', { assigned_plan: '3.504' }, { official: '3400' }, ['assigned_plan 3504']],
    ['all is well', { adopted_plan: '3504', estimate: '3594' }, { official: '3400' }, []],
  ])('%s', (_name, cells, last, expected) => expect(said(cells, last)).toEqual(expected))
  it('rests on what it was held against, so that another plan is another finding', () => {
    const rests = (cells: Cells) =>
      found('suspect_scale', cells, {}, { official: '3400' }).map(({ figures }) => figures)
    expect(rests({ assigned_plan: '3500', adopted_plan: '3504', estimate: '3.594' })).toEqual([
      ['estimate', 'assigned_plan', 'adopted_plan'],
    ])
    expect(rests({ adopted_plan: '3.504', official: '3594' })).toEqual([['adopted_plan', 'official']])
    expect(rests({ estimate: '3.594' })).toEqual([['estimate']])
  })
  it('and is no outlier besides', () =>
    expect(found('outlier', { adopted_plan: '3504', estimate: '3.594' })).toEqual([]))
  it('another definition of the indicator is not compared with (rule 13)', () => {
    const before = line({ official: '3400' }, { indicator: { id: 'an earlier version' } })
    expect(checkLines([line({ estimate: '3.594' })], [before])).toEqual([])
  })
})

describe('what a source states against what is computed (rule 7)', () => {
  it.each<[string, Cells, string[]]>([
    [
      'exceeded, but missed',
      { adopted_plan: '100', official: '90', reported_verdict_adopted: 'exceeded' },
      ['adopted exceeded missed'],
    ],
    [
      'exceeded, but just met',
      { adopted_plan: '100', official: '100', reported_verdict_adopted: 'exceeded' },
      ['adopted exceeded met'],
    ],
    ['met includes the exceeded', { adopted_plan: '100', official: '110', reported_verdict_adopted: 'met' }, []],
    [
      'met, but missed',
      { assigned_plan: '100', official: '99.97', reported_verdict_assigned: 'met' },
      ['assigned met missed'],
    ],
    [
      'missed, but met',
      { assigned_plan: '100', official: '100', reported_verdict_assigned: 'missed' },
      ['assigned missed met'],
    ],
    ['of another plan', { assigned_plan: '100', official: '90', reported_verdict_adopted: 'exceeded' }, []],
    ['of a plan that is not named', { adopted_plan: '100', official: '90', reported_verdict_unstated: 'exceeded' }, []],
    [
      'of a plan that is not named, and neither agrees',
      { assigned_plan: '95', adopted_plan: '100', official: '90', reported_verdict_unstated: 'exceeded' },
      ['unstated exceeded missed'],
    ],
    [
      'of a plan that is not named, and one agrees',
      { assigned_plan: '85', adopted_plan: '100', official: '90', reported_verdict_unstated: 'exceeded' },
      [],
    ],
  ])('a verdict: %s', (_name, cells, expected) =>
    expect(
      found('verdict_differs', cells).map(({ tier, stated, computed }) => `${tier} ${stated} ${computed}`),
    ).toEqual(expected),
  )

  it.each<[string, Cells, string[]]>([
    ['of the plans', { assigned_plan: '1321.077', adopted_plan: '1651.346', reported_difference_assigned: '330' }, []],
    [
      'of the plans, wrong',
      { assigned_plan: '1300', adopted_plan: '1651.346', reported_difference_assigned: '330' },
      ['assigned 330 351.346'],
    ],
    [
      'of the adopted plan',
      { assigned_plan: '100', adopted_plan: '110', reported_difference_adopted: '10' },
      ['adopted 10 -10'],
    ],
    [
      'of the actual',
      { assigned_plan: '100', adopted_plan: '110', official: '125', reported_difference_assigned: '25' },
      [],
    ],
    ['one plan is not recorded', { adopted_plan: '1651.346', reported_difference_assigned: '1' }, []],
    ['about', { assigned_plan: '1300', adopted_plan: '1651', reported_difference_assigned: '~330' }, []],
    [
      'of a plan that is not named',
      { assigned_plan: '100', adopted_plan: '110', reported_difference_unstated: '1' },
      [],
    ],
  ])('a difference: %s', (_name, cells, expected) =>
    expect(
      found('difference_differs', cells).map(
        ({ tier, stated, computed }) => `${tier} ${plain(stated)} ${plain(computed)}`,
      ),
    ).toEqual(expected),
  )

  it.each<[string, Cells, Cells | undefined, string[]]>([
    ['rounded', { official: '63275', reported_growth: '12.86' }, { official: '56065' }, []],
    ['wrong', { official: '63275', reported_growth: '12.8' }, { official: '56065' }, ['12.8']],
    ['"bằng 105%" taken for growth', { official: '105', reported_growth: '105' }, { official: '100' }, ['105']],
    ['nothing before', { official: '63275', reported_growth: '12.9' }, undefined, []],
    ['about', { official: '~63275', reported_growth: '12.9' }, { official: '56065' }, []],
  ])('growth: %s', (_name, cells, last, expected) =>
    expect(found('growth_differs', cells, {}, last).map(({ stated }) => plain(stated))).toEqual(expected),
  )
  it('growth of a rate may be said in points or in percent: it is not compared', () =>
    expect(
      found(
        'growth_differs',
        { official: '12', reported_growth: '9' },
        { indicator: { valueType: 'rate' } },
        { official: '11' },
      ),
    ).toEqual([]))
})

it('findings say the numbers they rest on', () => {
  expect(found('growth_differs', { official: '110', reported_growth: '5' }, {}, { official: '100' })).toEqual([
    {
      lineId: 'line NS-THU',
      indicatorCode: 'NS-THU',
      kind: 'growth_differs',
      stated: exactly(5),
      computed: exactly(10),
      figures: ['reported_growth', 'official'],
    },
  ])
})
