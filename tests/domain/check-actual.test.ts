import { describe, expect, it } from 'vitest'
import { checkLines } from '#domain/checks.ts'
import type { FigureKind } from '#domain/figure.ts'
import type { Finding } from '#domain/finding.ts'
import type { ValueType } from '#domain/indicator.ts'
import { formatQuantity } from '#domain/quantity-format.ts'
import { sheetLine } from '#tests/support/sheet-line.ts'

type Cells = Partial<Record<FigureKind, string>>
const line = (cells: Cells, valueType: ValueType = 'amount') => sheetLine({ indicator: { valueType }, cells })
const found = <Kind extends Finding['kind']>(kind: Kind, cells: Cells, valueType?: ValueType, last?: Cells) =>
  checkLines([line(cells, valueType)], last ? [line(last, valueType)] : []).filter(
    (finding): finding is Extract<typeof finding, { kind: Kind }> => finding.kind === kind,
  )

describe('a value that cannot be', () => {
  it.each<[ValueType, string, string[]]>([
    ['share', '100', []],
    ['share', '0', []],
    ['share', '100.1', ['share']],
    ['share', '-0.1', ['share']],
    ['share', '>99.9', []],
    ['share', '>100', ['share']],
    ['share', '85/82', ['share']],
    ['share', '82/82', []],
    ['rate', '112.86', []],
    ['rate', '-3', []],
    ['rate', '85/82', []],
    ['count', '82/82', []],
    ['count', '0/82', []],
    ['share', "'Giữ vững", []],
    ['count', '85/82', ['fraction']],
    ['amount', '85/82', ['fraction']],
    ['count', '-1/82', ['fraction']],
    ['count', '0', []],
    ['count', '-1', ['negative']],
    ['count', '<-1', ['negative']],
    ['count', '>-1', []],
    ['count', '-2..3', []],
    ['amount', '-5', []],
    ['milestone', 'Hoàn thành', []],
  ])('%s %s: %j', (valueType, text, expected) =>
    expect(found('impossible', { official: text }, valueType).map(({ why }) => why)).toEqual(expected),
  )
  it('plans and every stage, not what is reported', () =>
    expect(
      found(
        'impossible',
        { adopted_plan: '101', estimate: '102', official: '50', reported_percent_adopted: '300' },
        'share',
      ).map(({ figure }) => figure),
    ).toEqual(['adopted_plan', 'estimate']))
})

describe('an estimate that was revised (rule 10)', () => {
  const said = (cells: Cells, valueType?: ValueType) =>
    found('estimate_revised', cells, valueType).map(({ from, to, change, verdicts }) =>
      [
        `${from} ${to}`,
        change && formatQuantity(change.change, { style: 'plain' }),
        ...verdicts.map(({ tier, before, after }) => `${tier} ${before} ${after}`),
      ].join(', '),
    )
  it.each<[string, Cells, string[]]>([
    ['a tenth', { estimate: '100', official: '110' }, []],
    ['more than a tenth', { estimate: '100', official: '110.1' }, ['estimate official, 10.1']],
    ['less by more than a tenth', { estimate: '100', preliminary: '89' }, ['estimate preliminary, -11']],
    ['from the first stage to the best', { estimate: '100', preliminary: '88', official: '90' }, []],
    [
      'a verdict',
      { adopted_plan: '99', estimate: '100', official: '98' },
      ['estimate official, -2, adopted exceeded missed'],
    ],
    [
      'two verdicts',
      { assigned_plan: '100', adopted_plan: '99', estimate: '100', official: '98' },
      ['estimate official, -2, assigned met missed, adopted exceeded missed'],
    ],
    ['a bound that became a number', { adopted_plan: '15000', estimate: '>14000', official: '15100' }, []],
    ['from nothing there is no percent', { estimate: '0', official: '5' }, []],
    ['one stage', { estimate: '100' }, []],
    ['what has no stage is none', { unstaged: '100', official: '150' }, []],
    ['a cleared one is none', { estimate: '', official: '150' }, []],
  ])('%s', (_name, cells, expected) => expect(said(cells)).toEqual(expected))
  it('rates and shares in points', () => {
    expect(said({ estimate: '12.86', official: '11.86' }, 'rate')).toEqual([])
    expect(said({ estimate: '12.86', official: '11.85' }, 'rate')).toEqual(['estimate official, -1.01'])
  })
  it('rests on the stages, and on the plans whose verdict changed', () =>
    expect(found('estimate_revised', { adopted_plan: '99', estimate: '100', official: '98' })[0]?.figures).toEqual([
      'official',
      'estimate',
      'adopted_plan',
    ]))
})

describe('a value carried over from the year before', () => {
  it.each<[string, string, string, boolean]>([
    ['many digits alike', '16839', '16839', true],
    ['four digits', '98.51', '98.51', true],
    ['three digits may be chance', '98.5', '98.5', false],
    ['zeros are no digits', '12000', '12000', false],
    ['another value', '16839', '16840', false],
    ['a bound is another thing', '>16839', '16839', false],
  ])('%s', (_name, now, before, expected) =>
    expect(found('carried_forward', { official: now }, 'count', { estimate: before }).length > 0).toBe(expected),
  )
  it('not without a year before, nor in words', () => {
    expect(found('carried_forward', { official: '16839' })).toEqual([])
    expect(found('carried_forward', { official: 'Hoàn thành' }, 'milestone', { official: 'Hoàn thành' })).toEqual([])
  })
})
