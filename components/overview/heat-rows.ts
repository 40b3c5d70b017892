import { statedSets } from '#components/table/stated.ts'
import { statedSentence } from '#components/table/stated-sentences.ts'
import type { Words } from '#components/table/words.ts'
import type { Tier } from '#domain/figure.ts'
import { type IndicatorGroup, indicatorGroups, shortName } from '#domain/indicator.ts'
import { openFindings } from '#domain/review.ts'
import type { IndicatorView } from '#domain/sheet.ts'
import type { SheetState } from '#domain/sheet-state.ts'
import { countJudged, type JudgedCounts, type JudgedLine } from './judged.ts'
import type { JudgedSheet } from './overview-view.ts'

/** `lower`: the lower the better. */
export type HeatColumn = { code: string; short: string; name: string; lower: boolean }

export type HeatRow = {
  /** Of the sheet. */
  address: string
  year: number
  unit: string
  /** The unit's superior, '' for none. */
  parent: string
  /** A row of the year before, under the one of the year that is shown. */
  before: boolean
  /** Null where nothing is judged under the plan. */
  counts: JudgedCounts | null
  /** What sources state of the whole sheet. */
  stated: string
  state: SheetState
  due: string
  /** By column; null where the sheet has no line of the indicator. */
  lines: readonly (JudgedLine | null)[]
  /** Codes of the indicators of which a check found something. */
  flagged: ReadonlySet<string>
}

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
  code: indicator.code,
  short: shortName(indicator, style === 'en' ? 'en' : 'vi'),
  name: nameOf(indicator),
  lower: indicator.direction === 'lower',
})

/** A sheet as a row of the table; `words` are in the names of its own plans. */
export function heatRow(sheet: JudgedSheet, columns: readonly HeatColumn[], tier: Tier, words: Words): HeatRow {
  const { unit, year, before, state, dueDate, lines } = sheet
  const byCode = new Map(lines.map((judged) => [judged.line.indicator.code, judged]))
  const counts = countJudged(lines, tier)
  return {
    ...{
      address: `/units/${unit.slug}/${year}`,
      year,
      unit: unit.name,
      parent: unit.parent?.name ?? '',
      before,
      state,
    },
    counts: counts.total > 0 ? counts : null,
    stated: statedText(sheet, tier, words),
    due: dueDate ? words.t('overview.dueBy', { date: words.date(dueDate) }) : '',
    lines: columns.map(({ code }) => byCode.get(code) ?? null),
    flagged: new Set(openFindings(sheet.findings).flatMap(({ indicator }) => indicator?.code ?? [])),
  }
}

/** What sources state of the sheet under this plan, or without naming one; never mixed with what is computed. */
const statedText = ({ statements }: JudgedSheet, tier: Tier, words: Words): string =>
  statedSets(statements)
    .filter((set) => set.tier === tier || set.tier === 'unstated')
    .map((set) => (set.setName === null ? '' : `${set.setName}: `) + statedSentence(set, words))
    .join('; ')
