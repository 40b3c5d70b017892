import { type Html, html } from '#components/ui/html.ts'
import { type BieuForm, type BieuHead, type BieuRow, bieuFormulas } from './bieu-form.ts'

/** The table of "Biểu số 01" as one string: it is on every page of a sheet, and React need not know its cells. */
export function sheetBieuTable({ head, groups }: BieuForm): Html {
  const bodies = groups.map(
    ({ letter, name, rows }) =>
      html`<tbody><tr class="bieu-group"><th>${letter}</th><th scope="rowgroup" colspan="10">${name}</th></tr>${rows.map(rowHtml)}</tbody>`,
  )
  return html`<table>${headHtml(head)}${bodies}</table>`
}

function rowHtml({ number, name, unitOfMeasure, cells }: BieuRow): Html {
  const figures = cells.slice(0, -1).map(({ text }) => html`<td class="bieu-number">${text}</td>`)
  return html`<tr><td>${number}</td><th scope="row" class="bieu-name">${name}</th><td>${unitOfMeasure}</td>${figures}<td>${cells.at(-1)?.text ?? ''}</td></tr>`
}

function headHtml(head: BieuHead): Html {
  const first = head.map((column) =>
    typeof column === 'string'
      ? html`<th scope="col" rowspan="2">${column}</th>`
      : html`<th scope="colgroup" colspan="${column.names.length}">${column.over}</th>`,
  )
  const second = head.flatMap((column) =>
    typeof column === 'string' ? [] : column.names.map((name) => html`<th scope="col">${name}</th>`),
  )
  return html`<thead><tr>${first}</tr><tr>${second}</tr><tr class="bieu-formulas">${bieuFormulas.map((text) => html`<td>${text}</td>`)}</tr></thead>`
}
