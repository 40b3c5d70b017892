import { describe, expect, it } from 'vitest'
import { assessLine, countTier, reportedVerdicts } from '#domain/assessment.ts'
import { exactly } from '#domain/quantity.ts'
import { formatComputed } from '#domain/quantity-format.ts'
import { sheetLine } from '#tests/support/sheet-line.ts'

describe('a line is judged against each plan by itself (rule 1)', () => {
  const line = sheetLine({ cells: { assigned_plan: '1539.2', adopted_plan: '1611.9', estimate: '1570' } })
  const { assigned, adopted, actual } = assessLine(line)
  it('two plans, two verdicts', () => {
    expect(assigned.verdict).toBe('exceeded')
    expect(adopted.verdict).toBe('missed')
  })
  it('with the plan, the actual and its stage', () => {
    expect(assigned.plan).toBe(line.figures.assigned_plan)
    expect(actual).toEqual({ ...line.figures.estimate, stage: 'estimate' })
    expect(assigned.achievement.kind).toBe('ratio')
  })
  it('a recorded plan is not derived', () => expect([assigned.derivedPlan, adopted.derivedPlan]).toEqual([null, null]))
  it('points for a rate (rule 4)', () => {
    const rate = { valueType: 'rate', unitOfMeasure: '%' } as const
    const assessed = assessLine(sheetLine({ indicator: rate, cells: { adopted_plan: '12.66', estimate: '12.86' } }))
    expect(assessed.adopted.achievement).toEqual({ kind: 'points', points: exactly(0.2) })
  })
})

describe('missing is not zero (rule 2)', () => {
  it('nothing is recorded', () => {
    const { actual, assigned, adopted, reported, growth } = assessLine(sheetLine())
    const none = { plan: null, derivedPlan: null, achievement: { kind: 'no_plan' }, verdict: 'awaiting' }
    expect(actual).toBeNull()
    expect(assigned).toEqual(none)
    expect(adopted).toEqual(none)
    expect(reported.unstated).toEqual({ percent: null, verdict: null, difference: null })
    expect(growth).toEqual({ computed: null, reported: null })
  })
  it('a cleared cell is nothing', () => {
    const cells = { adopted_plan: '', estimate: '', reported_percent_adopted: '', reported_growth: '' }
    expect(assessLine(sheetLine({ cells }))).toEqual(assessLine(sheetLine()))
  })
  it('a plan of zero is a plan', () => {
    const indicator = { valueType: 'count', direction: 'lower' } as const
    const { adopted } = assessLine(sheetLine({ indicator, cells: { adopted_plan: '0', estimate: '0' } }))
    expect(adopted.verdict).toBe('met')
    expect(adopted.achievement).toEqual({ kind: 'no_ratio', why: 'zero_plan' })
  })
})

it('the best stage is judged, and labelled (rule 10)', () => {
  const cells = { adopted_plan: '100', estimate: '90', preliminary: '101', official: '' }
  const { actual, adopted } = assessLine(sheetLine({ cells }))
  expect(actual?.stage).toBe('preliminary')
  expect(adopted.verdict).toBe('exceeded')
})

describe('a plan implied by a stated percent (rule 6)', () => {
  const cells = { estimate: '1570', reported_percent_assigned: '102', reported_percent_adopted: '97.4' }
  it('is derived for each tier, and gives no verdict', () => {
    const { assigned, adopted } = assessLine(sheetLine({ cells }))
    const said = [assigned, adopted].map(
      ({ derivedPlan }) => derivedPlan && formatComputed(derivedPlan, { style: 'plain', decimals: 1 }),
    )
    expect(said).toEqual(['1531.7..1546.8', '1611.1..1612.7'])
    expect([assigned.plan, adopted.plan]).toEqual([null, null])
    expect([assigned.verdict, adopted.verdict]).toEqual(['awaiting', 'awaiting'])
    expect([assigned.achievement, adopted.achievement]).toEqual([{ kind: 'no_plan' }, { kind: 'no_plan' }])
  })
  it('of a share as a percent: 82/82 at 100% is about 100', () => {
    const share = { valueType: 'share', unitOfMeasure: '%' } as const
    const line = sheetLine({ indicator: share, cells: { unstaged: '82/82', reported_percent_adopted: '100' } })
    expect(assessLine(line).adopted.derivedPlan).toMatchObject({ value: 99.5024875621891, high: 100.502512562814 })
  })
  it('not where a plan is recorded, even the same percent', () =>
    expect(assessLine(sheetLine({ cells: { ...cells, adopted_plan: '1612' } })).adopted.derivedPlan).toBeNull())
  it('not without an actual', () =>
    expect(assessLine(sheetLine({ cells: { reported_percent_adopted: '211' } })).adopted.derivedPlan).toBeNull())
  it('not of a percent that names no plan (rule 1)', () => {
    const { assigned, adopted } = assessLine(
      sheetLine({ cells: { estimate: '6100', reported_percent_unstated: '100' } }),
    )
    expect([assigned.derivedPlan, adopted.derivedPlan]).toEqual([null, null])
  })
})

describe('what sources report stands beside, never in, what is computed', () => {
  const line = sheetLine({
    indicator: { direction: 'neutral' },
    cells: {
      adopted_plan: '1535.6',
      reported_verdict_unstated: 'exceeded',
      reported_verdict_adopted: 'Hoàn thành',
      reported_percent_adopted: '103',
      reported_difference_assigned: '330',
      reported_growth: '12.86',
    },
  })
  const assessment = assessLine(line)
  it('by the tier that is named', () => {
    expect(assessment.reported).toEqual({
      assigned: { percent: null, verdict: null, difference: line.figures.reported_difference_assigned },
      adopted: { percent: line.figures.reported_percent_adopted, verdict: 'met', difference: null },
      unstated: { percent: null, verdict: 'exceeded', difference: null },
    })
    expect(assessment.growth.reported).toBe(line.figures.reported_growth)
  })
  it('verdicts in the order of the tiers', () =>
    expect(reportedVerdicts(assessment)).toEqual([
      { tier: 'adopted', verdict: 'met' },
      { tier: 'unstated', verdict: 'exceeded' },
    ]))
  it('a neutral line keeps its own (rule 3)', () => expect(assessment.adopted.verdict).toBe('not_judged'))
})

describe('growth over the year before', () => {
  const now = sheetLine({ cells: { estimate: '63275' } })
  it('against the best stage of the same indicator', () => {
    const before = sheetLine({ cells: { estimate: '1', official: '56065' } })
    const { computed } = assessLine(now, before).growth
    expect(computed && formatComputed(computed.change, { style: 'plain', decimals: 2 })).toBe('12.86')
    expect(computed?.unit).toBe('percent')
  })
  it('never across definitions (rule 13)', () => {
    const other = sheetLine({ indicator: { id: 'version 2', version: 2 }, cells: { official: '56065' } })
    expect(assessLine(now, other).growth.computed).toBeNull()
  })
  it('not where either year is missing', () => {
    expect(assessLine(now).growth.computed).toBeNull()
    expect(assessLine(now, sheetLine()).growth.computed).toBeNull()
    expect(assessLine(sheetLine(), now).growth.computed).toBeNull()
  })
})

describe('counts of a tier (rules 1 and 3)', () => {
  const cells = { assigned_plan: '100', adopted_plan: '120', estimate: '110' }
  const lines = [
    sheetLine({ cells }),
    sheetLine({ inAssignedSet: false, cells }),
    sheetLine({ inAssignedSet: false, inAdoptedSet: false, cells }),
    sheetLine(),
    sheetLine({ indicator: { direction: 'neutral' }, cells }),
    sheetLine({ indicator: { heading: true } }),
    sheetLine({ endedAt: '2023-06-01T00:00:00.000Z', cells }),
  ]
  it('the lines of its set, with those that wait and without the neutral', () => {
    expect(countTier(lines, 'assigned')).toEqual({
      total: 2,
      met: 1,
      exceeded: 1,
      missed: 0,
      awaiting: 1,
      notJudged: 1,
    })
    expect(countTier(lines, 'adopted')).toEqual({
      total: 3,
      met: 0,
      exceeded: 0,
      missed: 2,
      awaiting: 1,
      notJudged: 1,
    })
  })
})
