import { describe, expect, it } from 'vitest'
import { scaleReferences, suspectScale } from '#domain/check-scale.ts'
import { checkLines } from '#domain/checks.ts'
import type { FigureKind } from '#domain/figure.ts'
import type { Direction } from '#domain/indicator.ts'
import { exactly, parseQuantity, type Quantity } from '#domain/quantity.ts'
import { formatQuantity } from '#domain/quantity-format.ts'
import type { SheetLine } from '#domain/sheet.ts'
import { sheetLine } from '#tests/support/sheet-line.ts'

const quantity = (text: string): Quantity => {
  const result = parseQuantity(text, { style: 'plain', words: true })
  if (!result.ok || !result.value) throw new Error(`not a quantity: ${text}`)
  return result.value
}
type Cells = Partial<Record<FigureKind, string>>

/** The findings of lines without a year before. */
const check = (lines: readonly SheetLine[]) => checkLines(lines, [])

describe('a value 1.000 times off is suspect (rule 9)', () => {
  const suggested = (value: string, ...references: string[]) => {
    const suspicion = suspectScale(quantity(value), references.map(quantity))
    return suspicion && formatQuantity(suspicion.suggestion, { style: 'plain' })
  }
  it.each<[string, string[], string]>([
    ['3.594', ['3504'], '3594'],
    ['3594', ['3.504'], '3.594'],
    ['1651346', ['1600'], '1651.346'],
    ['0.75', ['750'], '750'],
    ['-5.2', ['-5000'], '-5200'],
    ['>14', ['11663'], '>14000'],
    ['12.7..13', ['12800'], '12700..13000'],
    ['1.2 (quý IV)', ['1300'], '1200 (quý IV)'],
    ['3.594', ['>3504'], '3594'],
    // What was meant may itself be an outlier, as published ones: 681,8% and its inverse.
    ['6.818', ['1000'], '6818'],
    ['1', ['7000'], '1000'],
    // The last year says it where there is no plan, or where the plan was misread, too.
    ['3.594', ['3504', '3400'], '3594'],
    ['3.594', ['0', '3400'], '3594'],
    ['-3.594', ['3504', '-3504'], '-3594'],
    // Of two readings the one that fits best.
    ['1', ['1100', '0.0002'], '1000'],
    ['1', ['5000', '0.0011'], '0.001'],
    ['0.000001', ['0.001'], '0.001'],
  ])('%s against %j: probably %s', (value, references, expected) =>
    expect(suggested(value, ...references)).toBe(expected),
  )
  it.each<[string, string[]]>([
    ['3594', ['3504']],
    // Outliers are real: 211%, 608%, 681,8% of plan.
    ['211', ['100']],
    ['681.8', ['100']],
    ['14', ['100']],
    // Far off, but not by a comma for a dot.
    ['50', ['3504']],
    ['350400', ['3504']],
    ['0.5', ['3504']],
    ['71', ['10']],
    ['7.1', ['1']],
    ['142', ['1']],
    ['1', ['7001']],
    // One reference agrees with the value as it stands.
    ['3.594', ['3504', '3.4']],
    // Nothing to compare: none, zero, words, another sign.
    ['3.594', []],
    ['3.594', ['0']],
    ['3.594', ['Xuất siêu']],
    ['-3.594', ['3504']],
    ['0', ['3504']],
    ['Xuất siêu', ['3504']],
    ['82/82', ['82000']],
  ])('%s against %j: nothing is suspect', (value, references) => expect(suggested(value, ...references)).toBeNull())
})

describe('what a value is held against', () => {
  const { figures } = sheetLine({
    cells: { assigned_plan: '1', adopted_plan: '2', estimate: '3', official: '4', reported_percent_adopted: '5' },
  })
  const last = sheetLine({ cells: { assigned_plan: '11', adopted_plan: '', preliminary: '13', reported_growth: '5' } })
  const against = (kind: FigureKind) => scaleReferences(kind, figures, last.figures).map(({ value }) => value)
  it.each<[FigureKind, number[]]>([
    ['adopted_plan', [1, 4, 11, 13]],
    ['assigned_plan', [2, 4, 11, 13]],
    ['estimate', [1, 2, 11, 13]],
    ['official', [1, 2, 11, 13]],
    ['reported_percent_adopted', []],
    ['reported_difference_adopted', []],
    ['reported_growth', []],
  ])('%s', (kind, expected) => expect(against(kind)).toEqual(expected))
  it('a year before is not needed', () =>
    expect(scaleReferences('estimate', { adopted_plan: { quantity: exactly(2) } })).toEqual([exactly(2)]))
})

describe('a verdict and a percent that contradict each other (rule 7)', () => {
  const found = (cells: Cells, direction: Direction = 'higher') =>
    check([sheetLine({ indicator: { direction }, cells })]).flatMap((finding) =>
      finding.kind === 'contradiction'
        ? [`${finding.verdictTier} ${finding.verdict}, ${finding.percentTier} ${finding.percent.value}`]
        : [],
    )
  const same = (verdict: string, percent: string, direction?: Direction) =>
    found({ reported_verdict_adopted: verdict, reported_percent_adopted: percent }, direction).length > 0

  it.each<[Direction, string, string, boolean]>([
    ['higher', 'exceeded', '100', true],
    ['higher', 'exceeded', '97.4', true],
    ['higher', 'exceeded', '100.1', false],
    ['higher', 'exceeded', '>100', false],
    ['higher', 'exceeded', '<=100', true],
    ['higher', 'met', '99.9', true],
    ['higher', 'met', '100', false],
    ['higher', 'met', '103', false],
    ['higher', 'missed', '100', true],
    ['higher', 'missed', '97.4', false],
    ['higher', 'exceeded', '95..105', false],
    ['higher', 'missed', '95..105', false],
    ['lower', 'exceeded', '95..105', false],
    ['lower', 'missed', '95..105', false],
    ['neutral', 'exceeded', '148.03', false],
    ['neutral', 'exceeded', '100', true],
    ['lower', 'exceeded', '95', false],
    ['lower', 'exceeded', '100', true],
    ['lower', 'exceeded', '105', true],
    ['lower', 'met', '100', false],
    ['lower', 'met', '101', true],
    ['lower', 'missed', '101', false],
    ['lower', 'missed', '95', true],
  ])('%s is better: %s at %s%%: %s', (direction, verdict, percent, expected) =>
    expect(same(verdict, percent, direction)).toBe(expected),
  )
  it.each<[string, Cells, string[]]>([
    [
      'two plans may have two verdicts (rule 1)',
      { reported_verdict_assigned: 'exceeded', reported_percent_assigned: '102', reported_percent_adopted: '97.4' },
      [],
    ],
    ['another plan says nothing', { reported_verdict_assigned: 'exceeded', reported_percent_adopted: '97.4' }, []],
    [
      'each plan for itself',
      {
        reported_verdict_assigned: 'exceeded',
        reported_percent_assigned: '100',
        reported_verdict_adopted: 'missed',
        reported_percent_adopted: '102',
      },
      ['assigned exceeded, assigned 100', 'adopted missed, adopted 102'],
    ],
    [
      'a percent that names no plan, for any verdict',
      { reported_verdict_assigned: 'exceeded', reported_percent_unstated: '100' },
      ['assigned exceeded, unstated 100'],
    ],
    [
      'a verdict that names no plan, where no plan can carry it',
      { reported_verdict_unstated: 'exceeded', reported_percent_assigned: '99', reported_percent_adopted: '97.4' },
      ['unstated exceeded, assigned 99'],
    ],
    [
      'a verdict that names no plan, where one plan can carry it',
      { reported_verdict_unstated: 'exceeded', reported_percent_assigned: '102', reported_percent_adopted: '97.4' },
      [],
    ],
    ['a verdict alone', { reported_verdict_unstated: 'exceeded' }, []],
    ['a percent alone', { reported_percent_unstated: '100' }, []],
  ])('%s', (_name, cells, expected) => expect(found(cells)).toEqual(expected))
})

describe('a stated percent that is not the computed one (rule 7)', () => {
  const found = (cells: Cells, indicator: Partial<SheetLine['indicator']> = {}) =>
    check([sheetLine({ indicator, cells })]).filter(({ kind }) => kind === 'stated_differs')

  it('says both, and of which plan', () =>
    expect(found({ adopted_plan: '3504', estimate: '3594', reported_percent_adopted: '104' })).toEqual([
      {
        lineId: 'line NS-THU',
        indicatorCode: 'NS-THU',
        kind: 'stated_differs',
        tier: 'adopted',
        stated: exactly(104),
        computed: exactly(102.568493150685),
        figures: ['reported_percent_adopted', 'estimate', 'adopted_plan'],
      },
    ]))
  it.each<[string, string, string, number]>([
    ['3504', '3594', '103', 0],
    ['3504', '3594', '102.6', 0],
    ['3504', '3594', '102.57', 0],
    ['3504', '3594', '102.5', 1],
    ['3504', '3594', '102', 1],
    ['3504', '3594', '>100', 0],
    ['3504', '3594', '>103', 1],
    ['1000', '1025', '102', 0],
    ['1000', '1025', '103', 0],
    ['1000', '1025.1', '102', 1],
    ['11663', '>14000', '120.04', 0],
    ['11663', '>14000', '120', 0],
    ['11663', '>14000', '119', 1],
    ['100', '~50', '70', 0],
    ['100', '50', '~70', 0],
    ['0', '5', '100', 0],
  ])('plan %s, actual %s, stated %s%%: %d', (plan, actual, percent, count) =>
    expect(found({ assigned_plan: plan, estimate: actual, reported_percent_assigned: percent })).toHaveLength(count),
  )
  it('the best stage is what is compared (rule 10)', () => {
    const cells = { adopted_plan: '100', estimate: '90', reported_percent_adopted: '90' }
    expect(found(cells)).toEqual([])
    expect(found({ ...cells, official: '95' })).toHaveLength(1)
  })
  it('a percent that names no plan has none to be compared with (rule 1)', () =>
    expect(found({ adopted_plan: '100', estimate: '90', reported_percent_unstated: '50' })).toEqual([]))
  it('rates and shares have no percent of plan (rule 4)', () =>
    expect(
      found(
        { adopted_plan: '12.66', estimate: '12.86', reported_percent_adopted: '150' },
        { valueType: 'rate', unitOfMeasure: '%' },
      ),
    ).toEqual([]))
})

/** A whole and its parts on a sheet. */
const breakdown = (rule: 'sum' | 'share' | 'none', whole: Cells, ...parts: Cells[]): SheetLine[] => {
  const valueType = rule === 'share' ? 'share' : 'amount'
  return [
    sheetLine({ indicator: { code: 'WHOLE', breakdownRule: rule, valueType }, cells: whole }),
    ...parts.map((cells, index) =>
      sheetLine({ indicator: { code: `PART-${index}`, parentCode: 'WHOLE', valueType }, cells }),
    ),
  ]
}

describe('parts that do not add up to the whole (rule 8)', () => {
  const gaps = (lines: SheetLine[]) =>
    check(lines).flatMap((finding) =>
      finding.kind === 'sum_incomplete'
        ? [`${finding.indicatorCode} ${finding.figure} ${formatQuantity(finding.gap, { style: 'plain' })}`]
        : [],
    )
  const gap = (whole: string, ...parts: string[]) =>
    gaps(breakdown('sum', { estimate: whole }, ...parts.map((estimate) => ({ estimate }))))

  it.each<[string, string[], string[]]>([
    ['3504', ['2304', '1200'], []],
    ['69230', ['41056', '28126'], ['WHOLE estimate 48']],
    ['100', ['60', '50'], ['WHOLE estimate -10']],
    ['0.3', ['0.1', '0.2'], []],
    ['0.31', ['0.1', '0.2'], ['WHOLE estimate 0.01']],
    ['0', ['0', '0'], []],
    ['', ['1', '2'], []],
    ['10', ['1', ''], []],
    ['>14000', ['5000', '9001'], []],
    ['>14000', ['5000', '9000'], ['WHOLE estimate >0']],
    ['>14000', ['5000', '8000'], ['WHOLE estimate >1000']],
    ['100', ['>90', '20'], ['WHOLE estimate <-10']],
    ['100', ['>90', '5'], []],
    ['~100', ['60', '50'], []],
    ['100', ['~60', '50'], []],
    ['100', [], []],
  ])('%s, parts %j: %j', (whole, parts, expected) => expect(gap(whole, ...parts)).toEqual(expected))
  it('each kind of plan and actual for itself', () =>
    expect(
      gaps(
        breakdown(
          'sum',
          { assigned_plan: '10', adopted_plan: '10', estimate: '10', official: '11' },
          { adopted_plan: '4', estimate: '4', official: '4' },
          { adopted_plan: '5', estimate: '6', official: '6' },
        ),
      ),
    ).toEqual(['WHOLE adopted_plan 1', 'WHOLE official 1']))
  it('reported figures are not added', () =>
    expect(gaps(breakdown('sum', { reported_percent_adopted: '100' }, { reported_percent_adopted: '98' }))).toEqual([]))
  it('words are not added', () => {
    const [whole, ...parts] = breakdown('sum', { estimate: '10' }, { estimate: '4' })
    const milestone = sheetLine({
      indicator: { code: 'WORDS', parentCode: 'WHOLE', valueType: 'milestone' },
      cells: { estimate: 'Hoàn thành' },
    })
    expect(whole && gaps([whole, ...parts])).toEqual(['WHOLE estimate 6'])
    expect(whole && gaps([whole, ...parts, milestone])).toEqual([])
  })
  it('without the rule nothing must add up', () =>
    expect(gaps(breakdown('none', { estimate: '10' }, { estimate: '4' }))).toEqual([]))
  it('an ended line is no part', () => {
    const ended = sheetLine({
      endedAt: '2023-06-01T00:00:00.000Z',
      indicator: { code: 'ENDED', parentCode: 'WHOLE' },
      cells: { estimate: '5' },
    })
    expect(gaps([...breakdown('sum', { estimate: '10' }, { estimate: '10' }), ended])).toEqual([])
  })
})

describe('shares that do not add up to 100 (rule 8)', () => {
  const totals = (...parts: string[]) =>
    check(breakdown('share', {}, ...parts.map((adopted_plan) => ({ adopted_plan })))).flatMap((finding) =>
      finding.kind === 'share_total'
        ? [`${finding.indicatorCode} ${finding.figure} ${formatQuantity(finding.sum, { style: 'plain' })}`]
        : [],
    )
  it.each<[string[], string[]]>([
    [['32.21', '66.64', '1.15'], []],
    [['33.33', '33.33', '33.33'], []],
    [['33.34', '33.34', '33.33'], []],
    [['33.33', '33.33', '33.32'], ['WHOLE adopted_plan 99.98']],
    [['33.34', '33.34', '33.34'], ['WHOLE adopted_plan 100.02']],
    [['33.3', '33.3', '33.3'], []],
    [['33.4', '33.4', '33.4'], ['WHOLE adopted_plan 100.2']],
    [['62.1', '37.8', '0.2'], []],
    [['62.1', '37.8', '0.3'], ['WHOLE adopted_plan 100.2']],
    [['33', '33', '33'], []],
    [['33', '33', '32'], ['WHOLE adopted_plan 98']],
    // 50 among numbers with two decimals is 50,00.
    [['50', '25.05', '25.05'], ['WHOLE adopted_plan 100.1']],
    [['100.01'], []],
    [['50.005', '49.998'], []],
    [['1/3', '1/3', '1/4'], ['WHOLE adopted_plan 91.6666666666667']],
    [['32.21', '66.64', ''], []],
    [['1/4', '3/4'], []],
    [['1/4', '2/4'], ['WHOLE adopted_plan 75']],
    [['>99.9', '0.05'], []],
    [['>99.9', '0.2'], ['WHOLE adopted_plan >100.1']],
    [['~50', '40'], []],
  ])('%j: %j', (parts, expected) => expect(totals(...parts)).toEqual(expected))
  it('the parts of a sum need not', () =>
    expect(check(breakdown('sum', {}, { adopted_plan: '50' }, { adopted_plan: '40' }))).toEqual([]))
})

describe('a caution of the catalogue', () => {
  const caution = 'Đơn vị tính ghi như nguồn, nghi in sai.'
  const kinds = (line: SheetLine) => check([line]).map(({ kind }) => kind)
  it('is said where there are figures', () =>
    expect(check([sheetLine({ indicator: { caution }, cells: { adopted_plan: '750' } })])).toEqual([
      { lineId: 'line NS-THU', indicatorCode: 'NS-THU', kind: 'caution', caution, figures: ['adopted_plan'] },
    ]))
  it('not where nothing is recorded', () => {
    expect(kinds(sheetLine({ indicator: { caution } }))).toEqual([])
    expect(kinds(sheetLine({ indicator: { caution }, cells: { adopted_plan: '' } }))).toEqual([])
  })
  it('not on a line that was ended', () =>
    expect(
      kinds(sheetLine({ indicator: { caution }, cells: { adopted_plan: '1' }, endedAt: '2023-06-01T00:00:00.000Z' })),
    ).toEqual([]))
})

it('findings come by line, and within a line in the order of their kinds', () => {
  const [whole, part] = breakdown(
    'sum',
    {
      adopted_plan: '100',
      estimate: '90',
      reported_percent_adopted: '100',
      reported_verdict_adopted: 'exceeded',
    },
    { estimate: '80' },
  )
  if (!whole || !part) throw new Error('a whole and a part')
  const cautioned = (line: SheetLine): SheetLine => ({ ...line, indicator: { ...line.indicator, caution: '…' } })
  const found = check([cautioned(whole), cautioned(part)])
  expect(found.map(({ indicatorCode, kind }) => `${indicatorCode} ${kind}`)).toEqual([
    'WHOLE contradiction',
    'WHOLE stated_differs',
    'WHOLE verdict_differs',
    'WHOLE sum_incomplete',
    'WHOLE caution',
    'PART-0 caution',
  ])
})
