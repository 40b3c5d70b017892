import type { SheetRow, SheetRows } from '#components/table/sheet-rows.ts'
import type { Words } from '#components/table/words.ts'
import { type Html, html } from '#components/ui/html.ts'
import { tiers } from '#domain/figure.ts'
import { nameWithin } from '#domain/indicator.ts'

type Props = {
  year: number
  groups: SheetRows['groups']
  /** Whether all results are estimates: then the head says so. */
  estimates: boolean
  /** Of each row what its columns say, from the fourth on. */
  cells: ReadonlyMap<SheetRow, readonly string[]>
  words: Words
}

/** The table of "Biểu số 01" as one string: it is on every page of a sheet, and React need not know its cells. */
export function sheetBieuTable({ year, groups, estimates, cells, words }: Props): Html {
  const { t } = words
  const row = (one: SheetRow): Html => {
    const { indicator, number } = one.line
    const name = nameWithin(words.nameOf(indicator), one.parent && words.nameOf(one.parent))
    const said = cells.get(one) ?? []
    const figures = said.slice(0, -1).map((text) => html`<td class="bieu-number">${text}</td>`)
    return html`<tr><td>${number}</td><th scope="row" class="bieu-name">${indicator.parentCode === null ? '' : '– '}${name}</th><td>${indicator.unitOfMeasure}</td>${figures}<td>${said.at(-1) ?? ''}</td></tr>`
  }
  const bodies = groups.map(
    ({ group, letter, rows }) =>
      html`<tbody><tr class="bieu-group"><th>${letter}</th><th scope="rowgroup" colspan="10">${t(`group.${group}`)}</th></tr>${rows.map(row)}</tbody>`,
  )
  return html`<table>${head(year, estimates, words)}${bodies}</table>`
}

const formulas = ['1', '2', '3', '4', '5', '6', '7', '8 = 7/5', '9 = 7/6', '10 = 7/4', '11']

/** Eleven columns and the row that numbers them, as the form has them on every page. */
function head(year: number, estimates: boolean, { t, kinds, tier }: Words): Html {
  const tall = (text: string) => html`<th scope="col" rowspan="2">${text}</th>`
  const short = (text: string) => html`<th scope="col">${text}</th>`
  const named = [t('common.number'), t('common.indicator'), t('common.unitOfMeasure')]
  const before = [...named, t('unitYear.actualOf', { year: String(year - 1) })]
  const plans = [t('bieu.planOf', { kind: kinds.parentKind }), t('bieu.planOf', { kind: kinds.unitKind })]
  const compared = [...tiers.map(tier), t('bieu.growth')]
  return html`<thead><tr>${before.map(tall)}<th scope="colgroup" colspan="2">${t('bieu.plans', { year: String(year) })}</th>${tall(
    t('bieu.actual', { estimates: String(estimates), year: String(year) }),
  )}<th scope="colgroup" colspan="3">${t('bieu.compare')}</th>${tall(t('bieu.verdict'))}</tr><tr>${[...plans, ...compared].map(short)}</tr><tr class="bieu-formulas">${formulas.map((text) => html`<td>${text}</td>`)}</tr></thead>`
}
