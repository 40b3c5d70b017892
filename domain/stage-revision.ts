import { type Growth, growth } from './achievement.ts'
import type { FigureKind } from './figure.ts'
import type { Measure } from './indicator.ts'
import { intervalOf, quantityOf, subtract } from './interval.ts'
import type { Quantity } from './quantity.ts'
import type { Figures } from './sheet.ts'

/** What a stage may revise, nearest first; of an unstaged actual nobody says where it stands. */
const earlier: Partial<Record<FigureKind, ('estimate' | 'preliminary')[]>> = {
  preliminary: ['estimate'],
  official: ['preliminary', 'estimate'],
}

/** How far a stage went from the one before: the difference, and the growth in percent, in points for rates and shares. */
export type StageRevision = { from: 'estimate' | 'preliminary'; difference: Quantity; growth: Growth | null }

/** The size of the revision that a stage of an actual is (domain rule 10); null for the first, and for words. */
export function stageRevision(figures: Figures, stage: FigureKind, measure: Measure): StageRevision | null {
  const from = earlier[stage]?.find((one) => figures[one]?.quantity)
  const now = figures[stage]?.quantity
  const before = from && figures[from]?.quantity
  if (!from || !now || !before) return null
  const [reached, left] = [intervalOf(now, measure.valueType), intervalOf(before, measure.valueType)]
  const difference = reached && left && quantityOf(subtract(reached, left))
  return difference && { from, difference, growth: growth(now, before, measure) }
}
