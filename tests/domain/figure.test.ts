import { describe, expect, it } from 'vitest'
import { actualStages, bestActual, figureKinds, figureKindTable, reportedKinds } from '#domain/figure.ts'
import { exactly } from '#domain/quantity.ts'

describe('the best stage of an actual is the one that is used (rule 10)', () => {
  const figure = (value: number) => ({ quantity: exactly(value) })
  const all = { official: figure(4), preliminary: figure(3), estimate: figure(2), unstaged: figure(1) }
  it('official, else preliminary, else estimate, else without a stage', () => {
    const { official, preliminary, estimate, unstaged } = all
    expect(bestActual(all)).toEqual({ stage: 'official', figure: official })
    expect(bestActual({ preliminary, estimate, unstaged })).toEqual({ stage: 'preliminary', figure: preliminary })
    expect(bestActual({ estimate, unstaged })).toEqual({ stage: 'estimate', figure: estimate })
    expect(bestActual({ unstaged })).toEqual({ stage: 'unstaged', figure: unstaged })
  })
  it('a cleared figure does not count (rule 2)', () =>
    expect(bestActual({ official: { quantity: null }, estimate: { quantity: exactly(0) } })).toEqual({
      stage: 'estimate',
      figure: { quantity: exactly(0) },
    }))
  it('neither plans nor reported figures are actuals', () =>
    expect(bestActual({ adopted_plan: figure(1), reported_growth: figure(2) })).toBeNull())
  it('none is known', () => expect(bestActual({ official: { quantity: null } })).toBeNull())
})

describe('kinds of figure', () => {
  it('the stages are the actuals', () =>
    expect([...actualStages].sort()).toEqual(
      figureKinds.filter((kind) => figureKindTable[kind].group === 'actual').sort(),
    ))
  it('what is reported is named so', () => {
    expect(reportedKinds).toHaveLength(10)
    expect(reportedKinds.every((kind) => kind.startsWith('reported_'))).toBe(true)
  })
  it('a name ends in its tier', () => {
    for (const kind of figureKinds) {
      const { group, tier } = figureKindTable[kind]
      if (group === 'reported' && tier !== null) expect(kind.endsWith(`_${tier}`)).toBe(true)
    }
  })
  it('a percent or a verdict is read as such', () => {
    for (const kind of figureKinds) {
      const expected = /percent|growth/.test(kind) ? 'percent' : /verdict/.test(kind) ? 'verdict' : 'quantity'
      expect(figureKindTable[kind].content).toBe(expected)
    }
  })
})
