import { findingText } from '#components/table/findings.ts'
import { statedSets } from '#components/table/stated.ts'
import { statedSentence } from '#components/table/stated-counts.tsx'
import type { Words } from '#components/table/words.ts'
import type { Tier } from '#domain/figure.ts'
import { type IndicatorGroup, indicatorGroups, shortName } from '#domain/indicator.ts'
import type { NumberStyle } from '#domain/number-format.ts'
import { oncePer } from '#domain/once-per.ts'
import { openFindings } from '#domain/review.ts'
import type { IndicatorView } from '#domain/sheet.ts'
import { heatCell } from './heat-cell.ts'
import { type HeatColumn, type HeatRow, packCell, packCells } from './heat-data.ts'
import { countJudged, type JudgedLine } from './judged.ts'
import type { JudgedSheet } from './overview-view.ts'

/**
 * The columns: the indicators of these sheets that are no parts of others and no headings, group by group; in the order
 * of the fullest sheet, then what the next fullest has besides.
 */
export function heatColumns(sheets: readonly JudgedSheet[]): { group: IndicatorGroup; indicators: IndicatorView[] }[] {
  const found = new Map<string, IndicatorView>()
  for (const { lines } of sheets.toSorted((a, b) => b.lines.length - a.lines.length)) {
    for (const { line } of lines) {
      const { indicator } = line
      const { code, version, parentCode, heading } = indicator
      if (parentCode !== null || heading) continue
      // The newest definition names the column; to set it again does not move it.
      if ((found.get(code)?.version ?? 0) < version) found.set(code, indicator)
    }
  }
  return indicatorGroups.flatMap((group) => {
    const indicators = [...found.values()].filter((indicator) => indicator.group === group)
    return indicators.length > 0 ? [{ group, indicators }] : []
  })
}

export const columnOf = (indicator: IndicatorView, { style, nameOf }: Words): HeatColumn => ({
  id: indicator.id,
  code: indicator.code,
  short: shortName(indicator, style === 'en' ? 'en' : 'vi'),
  name: nameOf(indicator),
  unit: indicator.unitOfMeasure,
  lower: indicator.direction === 'lower',
})

/** A cell against either plan in either language, packed once for as long as its line is remembered. */
const packed = oncePer((_: JudgedLine) => new Map<string, string>())
function packedCell(judged: JudgedLine, tier: Tier, style: NumberStyle): string {
  const known = packed(judged)
  const key = `${tier} ${style}`
  const cell = known.get(key) ?? packCell(heatCell(judged, tier, style))
  known.set(key, cell)
  return cell
}

/** A sheet as a row of the table; `words` are in the names of its own plans. */
export function heatRow(sheet: JudgedSheet, columns: readonly HeatColumn[], tier: Tier, words: Words): HeatRow {
  const { unit, year, before, state, dueDate, lines } = sheet
  const byCode = new Map(lines.map((judged) => [judged.line.indicator.code, judged]))
  const counts = countJudged(lines, tier)
  const findings = columns.flatMap(({ code }, index) => {
    const found = openFindings(sheet.findings).filter(({ indicator }) => indicator?.code === code)
    if (found.length === 0) return []
    const said = found.map(({ finding, indicator }) => findingText(finding, indicator, words))
    return [[index, said.join(' ')] as const]
  })
  // What was recorded under another definition is said in its own words (domain rule 13).
  const versions = columns.flatMap(({ id, code }, index) => {
    const indicator = byCode.get(code)?.line.indicator
    if (!indicator || indicator.id === id) return []
    return [[index, { name: words.nameOf(indicator), unit: indicator.unitOfMeasure }] as const]
  })
  return {
    ...{
      slug: unit.slug,
      year,
      unit: unit.name,
      parent: unit.parent?.name ?? '',
      before,
      plan: words.tier(tier),
      state,
    },
    counts: counts.total > 0 ? [counts.met, counts.exceeded, counts.missed, counts.awaiting] : null,
    stated: statedText(sheet, tier, words),
    due: dueDate ? words.t('overview.dueBy', { date: words.date(dueDate) }) : '',
    cells: packCells(
      columns.map(({ code }) => {
        const judged = byCode.get(code)
        return judged ? packedCell(judged, tier, words.style) : null
      }),
    ),
    findings: Object.fromEntries(findings),
    versions: Object.fromEntries(versions),
  }
}

/** What sources state of the sheet under this plan, or without naming one; never mixed with what is computed. */
const statedText = ({ statements }: JudgedSheet, tier: Tier, words: Words): string =>
  statedSets(statements)
    .filter((set) => set.tier === tier || set.tier === 'unstated')
    .map((set) => (set.setName === null ? '' : `${set.setName}: `) + statedSentence(set, words))
    .join('; ')
