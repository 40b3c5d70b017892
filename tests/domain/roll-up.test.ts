import { describe, expect, it } from 'vitest'
import { parseQuantity, type Quantity } from '#domain/quantity.ts'
import { formatQuantity } from '#domain/quantity-format.ts'
import { countVerdicts, sumQuantities } from '#domain/roll-up.ts'
import type { Verdict } from '#domain/verdict.ts'

const quantity = (text: string): Quantity | null => {
  const result = parseQuantity(text, { style: 'plain', words: true })
  if (!result.ok) throw new Error(`${text}: ${result.error.reason}`)
  return result.value
}

describe('counts of verdicts', () => {
  it('"24/24 hoàn thành, trong đó 6 vượt": met includes exceeded', () => {
    const verdicts: Verdict[] = [...Array<Verdict>(18).fill('met'), ...Array<Verdict>(6).fill('exceeded')]
    expect(countVerdicts(verdicts)).toEqual({ total: 24, met: 24, exceeded: 6, missed: 0, awaiting: 0, notJudged: 0 })
  })
  it('a neutral line is outside the set, one that waits is in it (rule 3)', () =>
    expect(
      countVerdicts(['met', 'exceeded', 'missed', 'missed', 'missed', 'awaiting', 'awaiting', 'not_judged']),
    ).toEqual({
      total: 7,
      met: 2,
      exceeded: 1,
      missed: 3,
      awaiting: 2,
      notJudged: 1,
    }))
  it('nothing to count', () =>
    expect(countVerdicts([])).toEqual({ total: 0, met: 0, exceeded: 0, missed: 0, awaiting: 0, notJudged: 0 }))
})

describe('sums', () => {
  const sum = (...texts: string[]) => {
    const result = sumQuantities(texts.map(quantity))
    return { ...result, sum: result.sum && formatQuantity(result.sum, { style: 'plain' }) }
  }
  it.each<[string[], string | null, number, number]>([
    [['2304', '1200'], '3504', 0, 0],
    [['41056', '28126'], '69182', 0, 0],
    [['0.1', '0.2'], '0.3', 0, 0],
    [['5', '', ''], '5', 2, 0],
    [['5', 'Xuất siêu'], '5', 0, 1],
    [['', 'Xuất siêu'], null, 1, 1],
    [[], null, 0, 0],
    [['0', '0'], '0', 0, 0],
    [['>14000', '100'], '>14100', 0, 0],
    [['100', '>14000'], '>14100', 0, 0],
    [['>=14000', '100'], '>=14100', 0, 0],
    [['>=14000', '>100'], '>14100', 0, 0],
    [['>14000', '>=100'], '>14100', 0, 0],
    [['<14000', '100'], '<14100', 0, 0],
    [['<=14000', '100'], '<=14100', 0, 0],
    [['>1', '<1'], null, 0, 0],
    [['<1', '>1'], null, 0, 0],
    [['~7', '1'], '~8', 0, 0],
    [['1', '~7'], '~8', 0, 0],
    [['1..2', '5'], '6..7', 0, 0],
    [['82/82', '1'], '83', 0, 0],
    [['1 (Phúc Diễn)', '1'], '2', 0, 0],
  ])('%j: %s, %d missing, %d in words (rules 2, 5 and 8)', (texts, expected, missing, words) =>
    expect(sum(...texts)).toEqual({ sum: expected, missing, words }),
  )
})
