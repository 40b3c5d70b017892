import { statedSets } from '#components/table/stated.ts'
import { statedSentence } from '#components/table/stated-sentences.ts'
import type { Words } from '#components/table/words.ts'
import type { Tier } from '#domain/figure.ts'
import { type IndicatorGroup, indicatorGroups, shortName } from '#domain/indicator.ts'
import { keepNewest } from '#domain/keep-newest.ts'
import type { NumberStyle } from '#domain/number-format.ts'
import { oncePer } from '#domain/once-per.ts'
import { openFindings } from '#domain/review.ts'
import type { IndicatorView } from '#domain/sheet.ts'
import { heatCell } from './heat-cell.ts'
import { type HeatColumn, type HeatRow, type HeatWords, onCard } from './heat-html.ts'
import { packCell, packRow, unpackRow } from './heat-pack.ts'
import { countJudged, type JudgedCounts, type JudgedLine } from './judged.ts'
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

export function columnOf(indicator: IndicatorView, { style, nameOf }: Words): HeatColumn {
  const [short, name] = [shortName(indicator, style === 'en' ? 'en' : 'vi'), nameOf(indicator)]
  return {
    ...{ code: indicator.code, short },
    ...(name !== short && { name }),
    ...(indicator.direction === 'lower' && { lower: true }),
  }
}

/** A sheet as a row of the table; `words` are in the names of its own plans. */
export function heatRow(sheet: JudgedSheet, columns: readonly HeatColumn[], tier: Tier, words: Words): HeatRow {
  const { unit, year, before, state, dueDate, lines } = sheet
  const { t } = words
  const { cells, left } = packedRow(sheet, columns, tier, words.style)
  const stated = statedText(sheet, tier, words)
  return {
    address: `/units/${unit.slug}/${year}`,
    unit: unit.name,
    beside: before ? `${t('common.year')} ${year}` : (unit.parent?.name ?? ''),
    ...(before && { before }),
    counts: countsOf(countJudged(lines, tier), words),
    ...(stated && { stated }),
    state,
    ...(dueDate && { due: t('overview.dueBy', { date: words.date(dueDate) }) }),
    ...(left > 0 && { more: t('overview.moreLines', { count: left }) }),
    cells,
  }
}

/** The cells as they travel, and how many a card leaves out. */
type PackedRow = { cells: string; left: number }

/** Sets of columns, plans and styles in which a sheet's row is remembered: beside other sheets it has other columns. */
const KEPT_ROWS = 8

/** Of these lines, whatever else is asked; made once for as long as they are remembered. */
const madeRows = oncePer((_: readonly JudgedLine[]) => new Map<string, PackedRow>())

function packedRow(
  { lines, findings }: JudgedSheet,
  columns: readonly HeatColumn[],
  tier: Tier,
  style: NumberStyle,
): PackedRow {
  const flagged = new Set(openFindings(findings).flatMap(({ indicator }) => indicator?.code ?? []))
  const rows = madeRows(lines)
  const key = [tier, style, ...flagged, '', ...columns.map(({ code }) => code)].join(' ')
  return keepNewest(rows, KEPT_ROWS, key, rows.get(key) ?? packLines(lines, flagged, columns, tier, style))
}

function packLines(
  lines: readonly JudgedLine[],
  flagged: ReadonlySet<string>,
  columns: readonly HeatColumn[],
  tier: Tier,
  style: NumberStyle,
): PackedRow {
  const byCode = new Map(lines.map((judged) => [judged.line.indicator.code, judged]))
  const packed = columns.map(({ code }) => {
    const judged = byCode.get(code)
    return judged ? packCell({ ...heatCell(judged, tier, style), flagged: flagged.has(code) }) : null
  })
  const cells = packRow(packed)
  return { cells, left: packed.filter((cell) => cell !== null).length - onCard(unpackRow(cells)) }
}

const countsOf = (counts: JudgedCounts, { t }: Words): HeatRow['counts'] => {
  const { met, total, exceeded, missed, awaiting, unplanned } = counts
  if (total === 0) return null
  const of = [met, total, exceeded, missed, awaiting] as const
  return awaiting > 0 ? { of, waits: t('overview.waiting', { awaiting, unplanned }) } : { of }
}

/** What the browser writes the table with. */
export const heatWords = ({ t }: Words): HeatWords => ({
  ...{ heat: t('overview.heat'), unit: t('common.unit'), progress: t('overview.progress') },
  ...{ lower: t('common.lowerIsBetter'), noFigure: t('common.noFigure'), planOnly: t('overview.planOnly') },
  ...{
    loading: t('common.loading'),
    noLine: t('overview.noLine'),
    reported: t('verdict.reported'),
    toCompare: t('overview.toCompare'),
  },
  ...{ exceeded: t('verdict.exceeded'), met: t('verdict.met'), missed: t('verdict.missed') },
  ...{ countExceeded: t('overview.word.exceeded'), countMissed: t('overview.word.missed'), noSet: t('overview.noSet') },
  ...{ draft: t('state.draft'), submitted: t('state.submitted') },
  ...{ approved: t('state.approved'), locked: t('state.locked') },
})

/** What sources state of the sheet under this plan, or without naming one; never mixed with what is computed. */
const statedText = ({ statements }: JudgedSheet, tier: Tier, words: Words): string =>
  statedSets(statements)
    .filter((set) => set.tier === tier || set.tier === 'unstated')
    .map((set) => (set.setName === null ? '' : `${set.setName}: `) + statedSentence(set, words))
    .join('; ')
