import { figureKindTable } from '#domain/figure.ts'
import type { PlacedFigure } from './fact-cells.ts'
import { publishedIndicators } from './published/indicators.ts'
import { type LineRow, SeedRefused } from './read-published.ts'

const catalogue = new Map(publishedIndicators.map((indicator) => [indicator.code, indicator]))

/**
 * The lines say which sets an indicator belongs to on a sheet, by what the facts know (domain rule 1):
 * - assigned: a plan of the superior, or something reported against it, is among the facts;
 * - adopted: the same of the unit's own plan; also where a percent, verdict or result is reported without naming the
 *   plan, since the articles are the district's own accounts of the targets that its council adopted;
 * - neither (monitored): the source knows no plan for it, or calls it no plan indicator.
 */
export function requireLines(lines: readonly LineRow[], figures: readonly PlacedFigure[]): void {
  const lineKey = ({ unit, year, indicator }: Pick<LineRow, 'unit' | 'year' | 'indicator'>) =>
    `${indicator} of ${unit} in ${year}`
  const known = new Set(lines.map(lineKey))
  if (known.size < lines.length) throw new SeedRefused('lines.csv has a line twice.')
  for (const figure of figures) {
    if (!known.has(lineKey(figure))) {
      throw new SeedRefused(`Fact ${figure.fact} cannot be placed: lines.csv has no line ${lineKey(figure)}.`)
    }
  }
  for (const line of lines) {
    const indicator = catalogue.get(line.indicator)
    const own = figures.filter((figure) => lineKey(figure) === lineKey(line))
    const tiers = new Set(own.map(({ kind }) => figureKindTable[kind].tier))
    const supported = indicator?.heading
      ? lines.some((child) => catalogue.get(child.indicator)?.parent === line.indicator && child.sets === line.sets)
      : own.length > 0
    if (!indicator || !supported) throw new SeedRefused(`lines.csv: no fact speaks of ${lineKey(line)}.`)
    const sets = line.sets.split(' ')
    const proven = (tier: 'assigned' | 'adopted') => sets.includes(tier) || !tiers.has(tier)
    // "Higher than what the city assigned": words, but they say that it assigned something.
    const assigned = tiers.has('assigned') || own.some(({ quantity }) => quantity.includes('thành phố giao'))
    if ((line.sets !== '' && !(proven('assigned') && proven('adopted'))) || (sets.includes('assigned') && !assigned)) {
      throw new SeedRefused(`lines.csv: the sets of ${lineKey(line)} do not agree with the facts.`)
    }
  }
}
