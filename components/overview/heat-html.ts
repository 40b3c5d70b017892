import type { Words } from '#components/table/words.ts'
import { type Html, html } from '#components/ui/html.ts'
import type { Tier } from '#domain/figure.ts'
import { oncePer } from '#domain/once-per.ts'
import { heatCell } from './heat-cell.ts'
import type { HeatColumn, HeatRow } from './heat-rows.ts'
import type { JudgedLine } from './judged.ts'

/** A card on a phone shows so many cells, the first that hold something, with their names. */
const ON_CARD = 6

type Table = {
  tier: Tier
  groups: readonly { name: string; columns: number }[]
  columns: readonly HeatColumn[]
  rows: readonly HeatRow[]
}

/**
 * The whole table as HTML, which travels twice, in the document and in the page's data: so a cell says no more than it
 * shows. Its address follows from the heads of its row and its column (heat-listen.ts).
 */
export function heatHtml({ tier, groups, columns, rows }: Table, words: Words): string {
  const { t } = words
  const row = rowWriter(columns, tier, words)
  return html`<table role="grid" class="heat" aria-label="${t('overview.heat')}" data-against="${tier}"><thead><tr><th rowspan="2" scope="col">${t('common.unit')}</th><th rowspan="2" scope="col">${t('verdict.met')}</th>${groups.map(groupHead)}<th rowspan="2" scope="col">${t('overview.progress')}</th></tr><tr>${columns.map((column) => columnHead(column, words))}</tr></thead><tbody>${rows.map(row)}</tbody></table>`
    .text
}

const groupHead = ({ name, columns }: Table['groups'][number]): Html =>
  html`<th colspan="${columns}" scope="colgroup"><b>${name}</b></th>`

const columnHead = ({ code, short, name, lower }: HeatColumn, { t }: Words): Html =>
  html`<th scope="col"><a href="/indicators/${code}" title="${name}">${short}${lower ? html` ↓<i>${t('common.lowerIsBetter')}</i>` : ''}</a></th>`

function rowWriter(columns: readonly HeatColumn[], tier: Tier, words: Words): (row: HeatRow) => Html {
  const { t } = words
  const count = countWriter(words)
  const flag = html`<i> (${t('overview.toCompare')})</i>`
  const noLine = html`<td><i>${t('overview.noLine')}</i></td>`
  return (row) => {
    let shown = 0
    const cells = row.lines.map((judged, index) => {
      const column = columns[index]
      if (judged === null || column === undefined) return noLine
      const { look, inside } = cellOf(judged, tier, words)
      const label = look !== 'none' && ++shown <= ON_CARD ? html` data-label="${column.short}"` : html``
      return row.flagged.has(column.code)
        ? html`<td${label}><a class="${look} flag">${inside}${flag}</a></td>`
        : html`<td${label}><a class="${look}">${inside}</a></td>`
    })
    const rest = row.lines.filter((judged) => judged !== null).length - Math.min(shown, ON_CARD)
    const more =
      rest > 0
        ? html`<td class="more"><a href="${row.address}">${t('overview.moreLines', { count: rest })}</a></td>`
        : html``
    const due = row.due ? html`<small>${row.due}</small>` : html``
    return html`<tr${row.before ? html` class="before"` : html``}><th scope="row">${unitCell(row, t('common.year'))}</th><td class="count">${count(row)}</td>${cells}<td class="state"><span class="${row.state}">${t(`state.${row.state}`)}</span>${due}</td>${more}</tr>`
  }
}

const unitCell = ({ unit, parent, before, year, address }: HeatRow, yearWord: string): Html =>
  before
    ? html`<a href="${address}"><i>${unit} </i>${yearWord} ${year}</a>`
    : html`<a href="${address}">${unit}</a> <small>${parent}</small>`

type Cell = { look: string; inside: Html }

/** Against either plan in either language; written once for as long as the line is remembered. */
const writtenCells = oncePer((_: JudgedLine) => new Map<string, Cell>())

function cellOf(judged: JudgedLine, tier: Tier, words: Words): Cell {
  const known = writtenCells(judged)
  const key = `${tier} ${words.style}`
  const cell = known.get(key) ?? writeCell(judged, tier, words)
  known.set(key, cell)
  return cell
}

/** What shapes and dashes say stands in it in words as well, for those who do not see them. */
function writeCell(judged: JudgedLine, tier: Tier, { t, style }: Words): Cell {
  const { look, verdict, reported, text } = heatCell(judged, tier, style)
  if (look === 'none') return { look, inside: html`<i>${t('common.noFigure')}</i>` }
  if (look === 'plan') return { look, inside: html`${t('overview.planOnly')}` }
  const said = verdict === null ? '' : t(`verdict.${verdict}`)
  const inside = text === '' || said === '' ? html`${text}${said}` : html`<i>${said} </i>${text}`
  return reported
    ? { look: `${look} said`, inside: html`${inside}<i> (${t('verdict.reported')})</i>` }
    : { look, inside }
}

/** "24/24, trong đó 6 vượt" over a bar of its parts; what sources state stands below, in their words. */
function countWriter({ t }: Words): (row: HeatRow) => Html {
  const part = (count: number, name: string) =>
    count > 0 ? html`<s class="${name}" style="flex-grow:${count}"></s>` : html``
  const word = (count: number, key: 'exceeded' | 'missed') =>
    count > 0 ? html` <em class="${key}">${count} ${t(`overview.word.${key}`)}</em>` : html``
  return ({ counts, stated, before }) => {
    const said = stated === '' ? html`` : html`<small>${stated}</small>`
    if (counts === null) return html`<span class="missing"><i>${t('overview.noSet')}</i></span>${said}`
    const { total, met, exceeded, missed, awaiting, unplanned } = counts
    const waits = awaiting > 0 ? html` <em>${t('overview.waiting', { awaiting, unplanned })}</em>` : html``
    const bar = html`<span class="bar" aria-hidden="true">${part(exceeded, 'far')}${part(met - exceeded, 'met')}${part(missed, 'miss')}${part(awaiting, 'wait')}</span>`
    return html`<b>${met}/${total}</b>${word(exceeded, 'exceeded')}${word(missed, 'missed')}${waits}${before ? html`` : bar}${said}`
  }
}
