import { type Html, html } from '#components/ui/html.ts'
import type { HeatColumn, HeatData, HeatRow, HeatWords, PackedCell } from './heat-data.ts'
import { unpackCells } from './heat-data.ts'
import { verdictWords } from './heat-sentence.ts'

/** A card on a phone shows so many cells, the first that hold something, with their names. */
const ON_CARD = 6

/** The whole table as HTML. One cell can be reached by Tab, the others by arrows from there. */
export function heatHtml({ words, groups, columns, rows }: HeatData): string {
  // A card on a phone shows cells that hold something: Tab must reach one that is there.
  const entrance = Math.max(
    0,
    rows.findIndex((row) => unpackCells(row.cells).some(holds)),
  )
  return html`<table role="grid" class="heat" aria-label="${words.caption}"><thead><tr><th rowspan="2" scope="col">${words.unit}</th><th rowspan="2" scope="col">${words.met}</th>${groups.map(groupHead)}<th rowspan="2" scope="col">${words.progress}</th></tr><tr>${columns.map((column) => columnHead(column, words))}</tr></thead><tbody>${rows.map((row, index) => rowHtml(row, columns, words, index === entrance))}</tbody></table>`
    .text
}

const holds = (cell: PackedCell | null): boolean => cell !== null && cell.look !== 'none'

const groupHead = ({ name, columns }: HeatData['groups'][number]): Html =>
  html`<th colspan="${columns}" scope="colgroup"><b>${name}</b></th>`

const columnHead = ({ code, short, name, lower }: HeatColumn, words: HeatWords): Html =>
  html`<th scope="col"><a href="/indicators/${code}" title="${name}">${short}${lower ? html` ↓<i>${words.lower}</i>` : ''}</a></th>`

function rowHtml(row: HeatRow, columns: readonly HeatColumn[], words: HeatWords, first: boolean): Html {
  const { slug, year, before } = row
  const place = `/units/${slug}/${year}`
  let shown = 0
  const unpacked = unpackCells(row.cells)
  const entrance = first ? (unpacked.find(holds) ?? unpacked.find((cell) => cell !== null)) : undefined
  const cells = unpacked.map((cell, index) => {
    const column = columns[index]
    if (cell === null || column === undefined) return html`<td class="missing"><i>${words.noLine}</i></td>`
    const stop = cell === entrance ? html`` : html` tabindex="-1"`
    const label = cell.look !== 'none' && ++shown <= ON_CARD ? html` data-label="${column.short}"` : html``
    const look = [cell.look, cell.marks.includes('r') && 'said', row.findings[index] && 'flag']
      .filter(Boolean)
      .join(' ')
    return html`<td${label}><a${stop} class="${look}" href="${place}#line-${column.code}">${cellContent(cell, words)}${hidden(cell, row.findings[index] !== undefined, words)}</a></td>`
  })
  return html`<tr${before ? html` class="before"` : html``}><th scope="row">${unitCell(row, place, words)}</th><td class="count">${countCell(row, words)}</td>${cells}<td class="state"><span class="${row.state}">${words[`state.${row.state}`]}</span>${row.due ? html`<small>${row.due}</small>` : ''}</td></tr>`
}

const unitCell = ({ unit, parent, before, year }: HeatRow, place: string, words: HeatWords): Html =>
  before
    ? html`<a href="${place}"><i>${unit} </i>${words.year} ${year}</a>`
    : html`<a href="${place}">${unit}</a> <small>${parent}</small>`

function cellContent(cell: PackedCell, words: HeatWords): Html {
  if (cell.look === 'none') return html`<i>${words.noFigure}</i>`
  if (cell.look === 'plan') return html`${words.planOnly}`
  const verdict = verdictWords(cell, words)
  if (cell.text === '') return html`${verdict}`
  return verdict === '' ? html`${cell.text}` : html`<i>${verdict} </i>${cell.text}`
}

/** What shapes, dashes and corners say, for those who do not see them: the stage, who says it, and that it is doubted. */
function hidden({ marks }: PackedCell, flagged: boolean, words: HeatWords): Html {
  const stage = (['u', 's', 'k'] as const).find((letter) => marks.includes(letter))
  const said = [stage && words[`stage.${stage}`], marks.includes('r') && words.reported, flagged && words.finding]
  const text = said.filter(Boolean).join(', ')
  return text === '' ? html`` : html`<i> (${text})</i>`
}

/** "24/24, trong đó 6 vượt" over a bar of its parts; what sources state stands below, in their words. */
function countCell({ counts, stated, before }: HeatRow, words: HeatWords): Html {
  const said = stated === '' ? html`` : html`<small>${stated}</small>`
  if (counts === null) return html`<span class="missing"><i>${words.noSet}</i></span>${said}`
  const [met, exceeded, missed, awaiting] = counts
  const part = (count: number, name: string) =>
    count > 0 ? html`<s class="${name}" style="flex-grow:${count}"></s>` : html``
  const rest = [
    exceeded > 0 ? html` <em class="over">${exceeded} ${words.exceeded}</em>` : html``,
    missed > 0 ? html` <em class="miss">${missed} ${words.missed}</em>` : html``,
    awaiting > 0 ? html` <em>${awaiting} ${words.awaiting}</em>` : html``,
  ]
  const bar = html`<span class="bar" aria-hidden="true">${part(exceeded, 'far')}${part(met - exceeded, 'met')}${part(missed, 'miss')}${part(awaiting, 'wait')}</span>`
  return html`<b>${met}/${met + missed + awaiting}</b>${rest}${before ? html`` : bar}${said}`
}
