import { describe, expect, it } from 'vitest'
import { checkLines } from '#domain/checks.ts'
import type { FigureKind } from '#domain/figure.ts'
import { fingerprint, type LineFinding } from '#domain/finding.ts'
import type { Measure } from '#domain/indicator.ts'
import { exactly } from '#domain/quantity.ts'
import type { IndicatorView, SheetLine } from '#domain/sheet.ts'
import { sheetLine } from '#tests/support/sheet-line.ts'

type Cells = Partial<Record<FigureKind, string>>
const line = (code: string, cells: Cells, indicator: Partial<IndicatorView> = {}): SheetLine =>
  sheetLine({ id: code, cells, indicator: { code, ...indicator } })
const check = (lines: SheetLine[], last: SheetLine[] = []) =>
  checkLines(lines, last).map(({ lineId, indicatorCode, ...said }) => said)

describe('all that a finding says, and the figures it rests on', () => {
  const of = (cells: Cells, measure: Partial<Measure> = {}, last?: Cells) =>
    check([line('A', cells, measure)], last && [line('A', last, measure)])

  it('a value that cannot be', () =>
    expect(of({ official: '101' }, { valueType: 'share' })).toEqual([
      { kind: 'impossible', figure: 'official', value: exactly(101), why: 'share', figures: ['official'] },
    ]))
  it('a contradiction', () =>
    expect(of({ reported_verdict_adopted: 'exceeded', reported_percent_unstated: '100' })).toEqual([
      {
        kind: 'contradiction',
        ...{ verdict: 'exceeded', verdictTier: 'adopted', percent: exactly(100), percentTier: 'unstated' },
        figures: ['reported_verdict_adopted', 'reported_percent_unstated'],
      },
    ]))
  it('a verdict that is not the computed one', () => {
    const cells = { assigned_plan: '100', adopted_plan: '110', official: '90' }
    const differs = { kind: 'verdict_differs', tier: 'unstated', stated: 'exceeded', computed: 'missed' }
    const figures = ['reported_verdict_unstated', 'official', 'assigned_plan', 'adopted_plan']
    expect(of({ ...cells, reported_verdict_unstated: 'exceeded' })).toEqual([{ ...differs, figures }])
    expect(of({ adopted_plan: '100', official: '110', reported_verdict_adopted: 'missed' })).toMatchObject([
      { stated: 'missed', computed: 'exceeded' },
    ])
  })
  it('a difference that is none of those computed', () => {
    const cells = { assigned_plan: '3174', adopted_plan: '3504', reported_difference_assigned: '331' }
    const differs = { kind: 'difference_differs', tier: 'assigned', stated: exactly(331), computed: exactly(330) }
    const figures = ['reported_difference_assigned', 'assigned_plan', 'adopted_plan']
    expect(of(cells)).toEqual([{ ...differs, figures }])
    expect(of({ ...cells, official: '3600' })).toEqual([{ ...differs, figures: [...figures, 'official'] }])
  })
  it('a bound', () =>
    expect(of({ adopted_plan: '11663', estimate: '>14000' })).toEqual([
      { kind: 'bound_actual', actual: { ...exactly(14000), qualifier: 'above' }, figures: ['estimate'] },
    ]))
  it('a value 1.000 times off, and nothing besides', () =>
    expect(of({ adopted_plan: '3504', estimate: '3.594' })).toEqual([
      {
        kind: 'suspect_scale',
        ...{ figure: 'estimate', value: exactly(3.594), suggestion: exactly(3594) },
        figures: ['estimate', 'adopted_plan'],
      },
    ]))
  it('an outlier', () => {
    const outlier = (percent: number) => ({ kind: 'outlier', tier: 'adopted', percent: exactly(percent) })
    expect(of({ adopted_plan: '100', estimate: '300' })).toEqual([
      { ...outlier(300), reported: false, figures: ['estimate', 'adopted_plan'] },
    ])
    // Of the assigned plan all is well.
    expect(of({ assigned_plan: '100', estimate: '150', reported_percent_adopted: '211' })).toEqual([
      { ...outlier(211), reported: true, figures: ['reported_percent_adopted'] },
    ])
  })
  it('two plans with two verdicts, as they are stated', () => {
    const side = (verdict: string, percent: number | null) => ({
      ...{ verdict, percent: percent === null ? null : exactly(percent), reported: true },
    })
    expect(of({ reported_percent_assigned: '102', reported_percent_adopted: '97.4' })).toEqual([
      {
        kind: 'tiers_differ',
        ...{ assigned: side('exceeded', 102), adopted: side('missed', 97.4) },
        figures: ['reported_percent_assigned', 'reported_percent_adopted'],
      },
    ])
    expect(of({ reported_verdict_assigned: 'exceeded', reported_verdict_adopted: 'missed' })).toEqual([
      {
        kind: 'tiers_differ',
        ...{ assigned: side('exceeded', null), adopted: side('missed', null) },
        figures: ['reported_verdict_assigned', 'reported_verdict_adopted'],
      },
    ])
  })
  it('an estimate that was revised: from the first stage, with the verdicts that changed', () =>
    expect(
      of({ assigned_plan: '2500', adopted_plan: '3504', estimate: '3000', preliminary: '3590', official: '3600' }),
    ).toEqual([
      {
        kind: 'estimate_revised',
        ...{ from: 'estimate', before: exactly(3000), to: 'official', after: exactly(3600) },
        change: { unit: 'percent', change: exactly(20) },
        verdicts: [{ tier: 'adopted', before: 'missed', after: 'exceeded' }],
        figures: ['official', 'estimate', 'adopted_plan'],
      },
    ]))
  it('a value carried over', () =>
    expect(of({ official: '3594' }, {}, { official: '3594' })).toEqual([
      { kind: 'carried_forward', actual: exactly(3594), figures: ['official'] },
    ]))
  it('parts that do not add up', () => {
    const whole = line('A', { official: '69230' }, { breakdownRule: 'sum' })
    const parts = ['41056', '28126'].map((official, part) => line(`A${part}`, { official }, { parentCode: 'A' }))
    expect(check([whole, ...parts])).toEqual([
      {
        kind: 'sum_incomplete',
        ...{ figure: 'official', whole: exactly(69230), sum: exactly(69182), gap: exactly(48) },
        figures: ['official'],
      },
    ])
    const shares = ['41', '57'].map((official, part) =>
      line(`A${part}`, { official }, { parentCode: 'A', valueType: 'share' }),
    )
    expect(check([line('A', {}, { heading: true, breakdownRule: 'share' }), ...shares])).toEqual([
      { kind: 'share_total', figure: 'official', sum: exactly(98), figures: ['official'] },
    ])
  })

  it('its text holds what cannot be said as well', () => {
    const revised = line('A', { adopted_plan: '3', estimate: '0', official: '5' })
    const [finding, ...more] = checkLines([revised], []) as [LineFinding, ...LineFinding[]]
    expect(more).toEqual([])
    expect(fingerprint(finding, revised)).toContain('"change":null')
  })
})

describe('nothing is found', () => {
  it('on lines that are as they should be', () => {
    const parent = { parentCode: 'NS-THU' }
    const share = { parentCode: 'CO-CAU', valueType: 'share', direction: 'neutral' } as const
    const reported = { reported_percent_adopted: '103', reported_verdict_adopted: 'exceeded' }
    const lines = [
      line(
        'NS-THU',
        { assigned_plan: '3174', adopted_plan: '3504', estimate: '3594', official: '3600', ...reported },
        { breakdownRule: 'sum' },
      ),
      line('NS-THU-THUE', { adopted_plan: '2304', reported_difference_assigned: '5' }, parent),
      line('NS-THU-DAT', { adopted_plan: '1200', assigned_plan: '1195', reported_difference_assigned: '5' }, parent),
      line('CO-CAU', {}, { heading: true, breakdownRule: 'share' }),
      line('CO-CAU-CN', { official: '41.5', adopted_plan: '40' }, share),
      line('CO-CAU-DV', { official: '58.5', adopted_plan: '60', assigned_plan: '59' }, share),
      // Parts that nobody adds up.
      line('DAN-SO', { official: '5000' }),
      line('DAN-SO-NAM', { official: '2400' }, { parentCode: 'DAN-SO' }),
      line('TANG', { official: '12', reported_growth: '20' }),
      line('BOI', { estimate: '>99' }),
    ]
    const last = [line('NS-THU', { adopted_plan: '3300' }), line('TANG', { official: '10' })]
    expect(check(lines, last)).toEqual([])
  })

  it('in words, which stand anywhere behind an apostrophe', () => {
    const words = "'Giữ vững"
    const sum = { breakdownRule: 'sum' } as const
    const lines = [
      line('A', { official: words, reported_percent_adopted: words, reported_verdict_adopted: 'met' }, sum),
      line('A1', { official: '1' }, { parentCode: 'A' }),
      line('B', { assigned_plan: words, adopted_plan: '5', reported_difference_assigned: '5' }),
      line('C', { assigned_plan: '5', adopted_plan: words, reported_difference_assigned: '5' }),
      line('D', { assigned_plan: '5', adopted_plan: '6', reported_difference_assigned: words }),
      line('E', { assigned_plan: words, adopted_plan: words, official: words, reported_percent_assigned: words }),
      line('F', { official: '12', reported_growth: words }),
    ]
    expect(check(lines, [line('F', { official: '10' })])).toEqual([])
  })

  it('in a percent that is stated as a fraction: 82/82 is 100', () => {
    const lines = [
      line('A', { reported_percent_adopted: '82/82', reported_verdict_adopted: 'met' }),
      line('B', { adopted_plan: '82', official: '82', reported_percent_adopted: '82/82' }),
      line('C', { reported_percent_assigned: '82/82', reported_percent_adopted: '100' }),
      line('D', { reported_percent_adopted: '30/50' }),
      line('E', { official: '150', reported_growth: '41/82' }),
    ]
    expect(check(lines, [line('E', { official: '100' })])).toEqual([])
  })
})
