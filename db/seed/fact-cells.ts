import { type FigureKind, figureKindTable } from '#domain/figure.ts'
import type { Fact } from './read-published.ts'

export type Place = { unit: string; year: number }
/** A figure as it will be recorded; `quantity` is text in the plain style, as the source or the fact has it. */
export type PlacedFigure = Place & {
  fact: number
  indicator: string
  kind: FigureKind
  quantity: string
  document: string
  note: string
}

/** The percent of plan a fact states against a tier: "city=102|district=97.4", or one percent that names no tier. */
function statedPercent(fact: Fact, tier: string | null): string {
  const stated = fact.stated_pct_of_plan
  if (!stated.includes('=')) return stated
  const name = tier === 'assigned' ? 'city' : tier === 'adopted' ? 'district' : null
  const parts = stated.split('|').map((part) => part.split('='))
  return parts.find(([key]) => key === name)?.[1] ?? ''
}

/** The cell of a fact that holds the figure of a kind; '' where it has none. */
export function cellOf(fact: Fact, kind: FigureKind): string {
  const { group, tier, content } = figureKindTable[kind]
  if (group === 'plan') return tier === 'assigned' ? fact.plan_city : fact.plan_district
  if (group === 'actual') return fact.actual
  if (kind === 'reported_growth') return fact.stated_growth_pct
  return content === 'percent' ? statedPercent(fact, tier) : ''
}
