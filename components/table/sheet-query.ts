import { readTables, sayTables } from '#components/charts/open-tables.ts'
import { type IndicatorGroup, indicatorGroups } from '#domain/indicator.ts'
import { type Verdict, verdicts } from '#domain/verdict.ts'

/** Columns that may be left out, in their order. Number, name, unit, actual, status and source always stand. */
export const optionalColumns = [
  'previous',
  'assigned',
  'adopted',
  'ofAssigned',
  'ofAdopted',
  'bullet',
  'growth',
] as const
export type OptionalColumn = (typeof optionalColumns)[number]

/** In an address: the columns that always stand, so that a form without a checked box says something too. */
export const fixedColumns = 'fixed'

/** Where the line of an indicator stands on its sheet: whatever speaks of it leads there. */
export const lineAnchor = (code: string): string => `line-${code}`

/** What the address of a sheet asks to see; null filters let everything through. */
export type SheetQuery = {
  view: 'table' | 'charts'
  verdict: Verdict | null
  group: IndicatorGroup | null
  columns: readonly OptionalColumn[]
  /** The charts whose tables are open. */
  tables: readonly string[]
}

/** The query of an address; what is not understood falls back in silence: all columns, no filter, the table. */
export function readSheetQuery(search: Record<string, string | string[] | undefined>): SheetQuery {
  const { view, verdict, group, columns } = search
  const named = [columns ?? []].flat()
  const chosen = optionalColumns.filter((column) => named.includes(column))
  return {
    view: view === 'charts' ? 'charts' : 'table',
    verdict: verdicts.find((one) => one === verdict) ?? null,
    group: indicatorGroups.find((one) => one === group) ?? null,
    columns: chosen.length > 0 || named.includes(fixedColumns) ? chosen : optionalColumns,
    tables: readTables(search.table),
  }
}

/** A query as an address says it; what goes without saying is not said. */
export function sheetParameters({ view, verdict, group, columns, tables }: SheetQuery): URLSearchParams {
  const named = columns.length > 0 ? columns : [fixedColumns]
  return new URLSearchParams([
    ...(view === 'table' ? [] : [['view', view]]),
    ...(verdict === null ? [] : [['verdict', verdict]]),
    ...(group === null ? [] : [['group', group]]),
    ...(columns.length === optionalColumns.length ? [] : named.map((column) => ['columns', column])),
    ...(view === 'charts' && tables.length > 0 ? [['table', sayTables(tables)]] : []),
  ])
}

/** The address of a sheet seen so. */
export function sheetAddress(path: string, query: SheetQuery): string {
  const parameters = sheetParameters(query)
  return parameters.size > 0 ? `${path}?${parameters}` : path
}
