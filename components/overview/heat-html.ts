import { type Html, html } from '#components/ui/html.ts'
import type { Tier } from '#domain/figure.ts'
import type { SheetState } from '#domain/sheet-state.ts'
import { type HeatLook, heatLooks, type PackedCell, unpackRow } from './heat-pack.ts'

/** A card on a phone shows so many cells, the first that hold something, with their names. */
const ON_CARD = 6
/** So many rows are more than a window shows before the browser has written all of them. */
const FIRST_ROWS = 14

/** `name`: the whole one, where that is another; `lower`: the lower the better. */
export type HeatColumn = { code: string; short: string; name?: string; lower?: boolean }

type Counts = readonly [met: number, total: number, exceeded: number, missed: number, awaiting: number]

/** What is not said does not travel. */
export type HeatRow = {
  /** Of the sheet. */
  address: string
  unit: string
  /** The unit's superior, '' for none; under the row of its unit, the year before. */
  beside: string
  /** A row of the year before, under the one of the year that is shown. */
  before?: boolean
  /** Null where nothing is judged under the plan. */
  counts: { of: Counts; waits?: string } | null
  /** What sources state of the whole sheet. */
  stated?: string
  state: SheetState
  due?: string
  /** The way to the cells that a card leaves out, where it has not all. */
  more?: string
  /** By column (heat-pack.ts). */
  cells: string
}

export type HeatWords = Record<
  | (
      | 'heat'
      | 'loading'
      | 'unit'
      | 'progress'
      | 'lower'
      | 'noFigure'
      | 'planOnly'
      | 'noLine'
      | 'reported'
      | 'toCompare'
      | 'noSet'
    )
  | ('exceeded' | 'met' | 'missed' | 'countExceeded' | 'countMissed' | SheetState),
  string
>

export type HeatData = {
  tier: Tier
  groups: readonly { name: string; columns: number }[]
  columns: readonly HeatColumn[]
  rows: readonly HeatRow[]
  words: HeatWords
}

/** How many cells of a row a card shows. */
export const onCard = (cells: readonly (PackedCell | null)[]): number => Math.min(cells.filter(isShown).length, ON_CARD)

const nothing = html``

const isShown = (cell: PackedCell | null) => cell !== null && cell.look !== 'none'

/**
 * The whole table as HTML. Of 900 cells the document would be twice as large and the server twice as slow: it writes the
 * heads, the first rows and as much room as their cells will take, the browser the cells and the other rows. Where no
 * script runs, links lead to the units that are left out.
 */
export function heatHtml({ tier, groups, columns, rows, words }: HeatData, withCells: boolean): string {
  const cellsOfRows = rows.map(({ cells }) => unpackRow(cells))
  const row = rowWriter(columns, words, withCells)
  const written = withCells ? rows : rows.slice(0, FIRST_ROWS)
  const others = rows.slice(written.length).filter(({ before }) => !before)
  const widest = (lengthOf: (row: HeatRow) => number) => html` style="--ch:${Math.max(0, ...rows.map(lengthOf))}"`
  const units = widest(({ unit, beside }) => Math.max(unit.length, beside.length))
  const states = widest(({ state, due = '' }) => Math.max(words[state].length + 2, due.length))
  const head = (column: HeatColumn, index: number) =>
    columnHead(column, Math.max(...cellsOfRows.map((cells) => lengthOf(cells[index] ?? null, words))), words)
  return html`<table role="grid" class="heat" aria-label="${words.heat}" data-against="${tier}"><thead><tr><th rowspan="2" scope="col"${units}>${words.unit}</th><th rowspan="2" scope="col">${words.met}</th>${groups.map(groupHead)}<th rowspan="2" scope="col"${states}>${words.progress}</th></tr><tr>${columns.map(head)}</tr></thead><tbody>${written.map((one, index) => row(one, cellsOfRows[index] ?? []))}</tbody></table>${others.length > 0 ? html`<noscript><p>${others.map(({ address, unit }) => html`<a href="${address}">${unit}</a> `)}</p></noscript>` : nothing}`
    .text
}

const groupHead = ({ name, columns }: HeatData['groups'][number]): Html =>
  html`<th colspan="${columns}" scope="colgroup"><b>${name}</b></th>`

/** As wide as its widest cell will be: the heads stand still while the cells come. */
const columnHead = ({ code, short, name, lower }: HeatColumn, widest: number, words: HeatWords): Html =>
  html`<th scope="col" style="--ch:${widest}"><a href="/indicators/${code}" title="${name ?? short}">${short}${lower ? html` ↓<i>${words.lower}</i>` : ''}</a></th>`

function rowWriter(columns: readonly HeatColumn[], words: HeatWords, withCells: boolean) {
  const count = countWriter(words)
  const cellOf = cellWriter(columns, words)
  const labels = columns.map(({ short }) => html` data-label="${short}"`)
  const room = (cells: readonly (PackedCell | null)[], labelOf: (index: number) => Html) => {
    const labelled = cells.map((_, index) => labelOf(index)).filter(({ text }) => text !== '')
    const rest = cells.length - labelled.length
    // A cell that is empty holds the height of the row; where there is one, this one can say what it waits for.
    const said = labelled.length > 0 ? html`<i>${words.loading}</i>` : nothing
    return [
      ...labelled.map((label) => html`<td${label}></td>`),
      ...(rest > 0 ? [html`<td colspan="${rest}">${said}</td>`] : []),
    ]
  }
  return (row: HeatRow, cells: readonly (PackedCell | null)[]): Html => {
    const labelled = new Set(cells.flatMap((cell, index) => (isShown(cell) ? [index] : [])).slice(0, ON_CARD))
    const labelOf = (index: number) => (labelled.has(index) && labels[index]) || nothing
    const address = html`${row.address}`
    const written = withCells
      ? cells.map((cell, index) => cellOf(cell, index, address, labelOf(index)))
      : room(cells, labelOf)
    const more = row.more ? html`<td class="more"><a href="${row.address}">${row.more}</a></td>` : nothing
    const due = row.due ? html`<small>${row.due}</small>` : nothing
    return html`<tr${row.before ? html` class="before"` : nothing}><th scope="row">${unitCell(row)}</th><td class="count">${count(row)}</td>${written}<td class="state"><span class="${row.state}">${words[row.state]}</span>${due}</td>${more}</tr>`
  }
}

const unitCell = ({ unit, beside, before, address }: HeatRow): Html =>
  before
    ? html`<a href="${address}"><i>${unit} </i>${beside}</a>`
    : html`<a href="${address}">${unit}</a> <small>${beside}</small>`

const verdicts: Partial<Record<HeatLook, 'exceeded' | 'met' | 'missed'>> = {
  ...{ far: 'exceeded', over: 'exceeded', met: 'met' },
  ...{ miss: 'missed', deep: 'missed' },
}
const verdictOf = (look: HeatLook, words: HeatWords): string => {
  const verdict = verdicts[look]
  return verdict ? words[verdict] : ''
}

/**
 * Writes cells by their column. What shapes and dashes say stands in each in words as well, for those who do not see
 * them; what many cells share is written once.
 */
function cellWriter(columns: readonly HeatColumn[], words: HeatWords) {
  const places = columns.map(({ code }) => html`#line-${code}`)
  const noLine = html`<i>${words.noLine}</i>`
  const dashed = html`<i> (${words.reported})</i>`
  const toCompare = html`<i> (${words.toCompare})</i>`
  const alone = byLook((look) => {
    if (look === 'none') return html`<i>${words.noFigure}</i>`
    return html`${look === 'plan' ? words.planOnly : verdictOf(look, words)}`
  })
  const beforeText = byLook((look) =>
    verdictOf(look, words) === '' ? nothing : html`<i>${verdictOf(look, words)} </i>`,
  )
  return (cell: PackedCell | null, column: number, address: Html, label: Html): Html => {
    if (!cell) return html`<td${label}>${noLine}</td>`
    const { look, reported, flagged, text } = cell
    const said = text === '' ? alone[look] : beforeText[look]
    return html`<td${label}><a href="${address}${places[column] ?? nothing}" tabindex="-1" class="${look}${reported ? ' said' : ''}${flagged ? ' flag' : ''}">${said}${text}${reported ? dashed : nothing}${flagged ? toCompare : nothing}</a></td>`
  }
}

const byLook = (write: (look: HeatLook) => Html): Record<HeatLook, Html> =>
  Object.fromEntries(heatLooks.map((look) => [look, write(look)])) as Record<HeatLook, Html> // every look is there

/** How many letters are seen of a cell. */
const lengthOf = (cell: PackedCell | null, words: HeatWords): number =>
  cell === null || cell.look === 'none'
    ? 0
    : (cell.look === 'plan' ? words.planOnly : cell.text || verdictOf(cell.look, words)).length

/** "24/24, trong đó 6 vượt" over a bar of its parts; what sources state stands below, in their words. */
function countWriter(words: HeatWords): (row: HeatRow) => Html {
  const part = (count: number, name: string) =>
    count > 0 ? html`<s class="${name}" style="flex-grow:${count}"></s>` : nothing
  const word = (count: number, name: 'exceeded' | 'missed', said: string) =>
    count > 0 ? html` <em class="${name}">${count} ${said}</em>` : nothing
  return ({ counts, stated, before }) => {
    const said = stated ? html`<small>${stated}</small>` : nothing
    if (counts === null) return html`<span class="missing"><i>${words.noSet}</i></span>${said}`
    const [met, total, exceeded, missed, awaiting] = counts.of
    const waits = awaiting > 0 ? html` <em>${counts.waits ?? ''}</em>` : nothing
    const bar = html`<span class="bar" aria-hidden="true">${part(exceeded, 'far')}${part(met - exceeded, 'met')}${part(missed, 'miss')}${part(awaiting, 'wait')}</span>`
    return html`<b>${met}/${total}</b>${word(exceeded, 'exceeded', words.countExceeded)}${word(missed, 'missed', words.countMissed)}${waits}${before ? nothing : bar}${said}`
  }
}
