import { type FigureKind, figureKindTable } from '#domain/figure.ts'
import { type GeneratedIndicator, generatedIndicators, isHeading } from './generate-indicators.ts'
import type { GeneratedUnit } from './generate-units.ts'

/** A number from 0 to 1 that its words alone decide: the same in any order and on any machine (FNV-1a, mixed). */
function draw(...words: readonly (string | number)[]): number {
  let hash = 0x811c9dc5
  for (const character of words.join(' ')) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32
}

export type GeneratedFigure = { indicator: string; kind: FigureKind; quantity: string; note?: string }

const partsOf = Map.groupBy(generatedIndicators, ({ parent }) => parent)
const byCode = new Map(generatedIndicators.map((indicator) => [indicator.code, indicator]))
const firstYear = 2017

/** How much larger the amounts and counts of a level are than those of a commune. */
const levelSize = ({ kind, parent }: GeneratedUnit): number =>
  parent === null ? 90 : kind === 'commune' || kind === 'ward' ? 1 : 9

/** What a leaf is heading for in a year: amounts and counts grow, rates and shares move a little, below 100. */
function trend(unit: GeneratedUnit, { code, valueType, direction, usual }: GeneratedIndicator, year: number): number {
  const own = 0.7 + 0.6 * draw(unit.index, code, 'size')
  if (valueType === 'amount' || valueType === 'count') {
    return usual * own * levelSize(unit) * (1.02 + 0.08 * draw(unit.index, code, 'pace')) ** (year - firstYear)
  }
  const pace = (direction === 'lower' ? -0.03 : 0.01) * (year - firstYear)
  return Math.min(99, usual * (0.9 + 0.2 * own - 0.1) * (1 + pace))
}

const apart: Partial<Record<FigureKind, number>> = { assigned_plan: 0, adopted_plan: 0.03, estimate: 0.08 }

/** A leaf's number of one kind: plans stand near the trend, actuals around them. */
function leafNumber(unit: GeneratedUnit, leaf: GeneratedIndicator, year: number, kind: FigureKind): number {
  const off = draw(unit.index, leaf.code, year, kind) * (apart[kind] ?? 0.12)
  const better = draw(unit.index, leaf.code, year, 'result') < 0.75 ? 1 : -1
  const sign = leaf.direction === 'lower' ? -better : better
  return trend(unit, leaf, year) * (1 + (figureKindTable[kind].group === 'plan' ? off : sign * off))
}

/** The number of an indicator: its own, the sum of its parts, or its share among them, which make 100. */
function numberOf(unit: GeneratedUnit, indicator: GeneratedIndicator, year: number, kind: FigureKind): number {
  const round = (value: number) => Number(value.toFixed(indicator.decimals))
  const own = (leaf: GeneratedIndicator) => round(leafNumber(unit, leaf, year, kind))
  const parts = partsOf.get(indicator.code)
  if (parts) return round(parts.reduce((sum, part) => sum + own(part), 0))
  const siblings = indicator.valueType === 'share' ? partsOf.get(indicator.parent) : undefined
  if (indicator.parent === undefined || !siblings) return own(indicator)

  const whole = siblings.reduce((sum, part) => sum + own(part), 0)
  const share = (part: GeneratedIndicator) => round((own(part) / whole) * 100)
  const [largest, ...others] = siblings
  return indicator === largest ? round(100 - others.reduce((sum, part) => sum + share(part), 0)) : share(indicator)
}

/** Most are plain numbers; some of those that no sum rests on are bounds, ranges, approximations and fractions. */
function quantityOf(unit: GeneratedUnit, indicator: GeneratedIndicator, year: number, kind: FigureKind): string {
  const { code, valueType, decimals, parent } = indicator
  const form = draw(unit.index, code, year, kind, 'form')
  if (valueType === 'milestone') return form < 0.85 || kind === 'assigned_plan' ? 'Hoàn thành' : 'Đang thẩm định'
  const value = numberOf(unit, indicator, year, kind)
  if (parent !== undefined || partsOf.has(code)) return String(value)
  if (form < 0.02) return `> ${value}`
  if (form < 0.03) return `~ ${value}`
  if (form < 0.04) return `${value}..${Number((value * 1.05 + 1).toFixed(decimals))}`
  return form < 0.06 && valueType === 'count' ? `${value}/${Math.ceil(value * 1.1) + 1}` : String(value)
}

/** The sets that a line stands in; the parts of an indicator stand where it does. */
export function setsOf(unit: GeneratedUnit, { code, parent = code }: GeneratedIndicator) {
  const drawn = draw(unit.index, parent, 'sets')
  return { inAssignedSet: drawn < 0.75, inAdoptedSet: drawn < 0.6 || (drawn >= 0.75 && drawn < 0.92) }
}

/** The stages that are in, of a year so many years ago, with how likely each is. */
const actualsByAge: readonly [kind: FigureKind, likely: number][][] = [
  [['estimate', 0.4]],
  [
    ['estimate', 0.9],
    ['preliminary', 0.6],
  ],
  [
    ['preliminary', 0.9],
    ['official', 0.95],
  ],
]

/** The figures of a plan: some are not known, and a heading has none. */
export const planFigures = (unit: GeneratedUnit, year: number): GeneratedFigure[] =>
  generatedIndicators.flatMap((indicator) => {
    const { inAssignedSet, inAdoptedSet } = setsOf(unit, indicator)
    return [
      ...(inAssignedSet ? figure(unit, indicator, year, 'assigned_plan', 0.97) : []),
      ...(inAdoptedSet ? figure(unit, indicator, year, 'adopted_plan', 0.95) : []),
    ]
  })

/** What came in on a sheet that is so many years old, and what its report says beside the figures. */
export const actualFigures = (unit: GeneratedUnit, year: number, age: number): GeneratedFigure[] =>
  generatedIndicators.flatMap((indicator) => [
    ...(actualsByAge[Math.min(age, 2)] ?? []).flatMap(([kind, likely]) => figure(unit, indicator, year, kind, likely)),
    ...(age > 0 && !isHeading(indicator) ? reported(unit, indicator, year) : []),
  ])

function figure(
  unit: GeneratedUnit,
  indicator: GeneratedIndicator,
  year: number,
  kind: FigureKind,
  likely: number,
): GeneratedFigure[] {
  const { code } = indicator
  if (isHeading(indicator) || draw(unit.index, code, year, kind, 'known') > likely) return []
  const noted = draw(unit.index, code, year, kind, 'note') < 0.05
  return [{ indicator: code, kind, quantity: quantityOf(unit, indicator, year, kind), ...(noted && { note }) }]
}

const note = 'Số liệu sinh ra để đo tốc độ, không có thật.'

function reported(unit: GeneratedUnit, indicator: GeneratedIndicator, year: number): GeneratedFigure[] {
  const { code, valueType } = indicator
  const drawn = draw(unit.index, code, year, 'reported')
  const report = (kind: FigureKind, quantity: string) => [{ indicator: code, kind, quantity }]
  if (drawn < 0.08) return report('reported_growth', (drawn * 100).toFixed(1))
  if (drawn >= 0.2) return []
  if (valueType === 'milestone' || drawn >= 0.16) return report('reported_verdict_adopted', 'met')
  const [actual, plan] = [numberOf(unit, indicator, year, 'official'), numberOf(unit, indicator, year, 'assigned_plan')]
  return report('reported_percent_assigned', ((actual / plan) * 100).toFixed(1))
}

/** A figure of the sheet to be put right, where one is: its text is another one than before. */
export function correctionOf(
  unit: GeneratedUnit,
  year: number,
  figures: readonly GeneratedFigure[],
): GeneratedFigure | undefined {
  const numbers = figures.filter(({ indicator, kind, quantity }) => {
    const { valueType, parent } = byCode.get(indicator) ?? {}
    return (
      valueType === 'count' &&
      parent === undefined &&
      figureKindTable[kind].group === 'actual' &&
      /^\d+$/.test(quantity)
    )
  })
  const wrong = numbers[Math.floor(draw(unit.index, year, 'correction') * numbers.length * 3)]
  return wrong && { ...wrong, quantity: String(Number(wrong.quantity) + 1) }
}
