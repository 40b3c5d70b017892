import { tableLinks } from '#components/charts/open-tables.ts'
import { SheetCharts } from '#components/charts/sheet-charts.tsx'
import { Card } from '#components/ui/card.tsx'
import { Empty } from '#components/ui/empty.tsx'
import type { TableFrame } from './official-row.tsx'
import { OfficialTable } from './official-table.tsx'
import { filterRows } from './row-filter.ts'
import { type SheetQuery, sheetAddress } from './sheet-query.ts'
import { liveRows, type SheetRows } from './sheet-rows.ts'
import { FilterResult, SheetToolbar } from './sheet-toolbar.tsx'
import { Footnotes } from './table-notes.tsx'
import { type PlanKinds, useWords } from './words.ts'

type Props = {
  year: number
  kinds: PlanKinds
  sheet: SheetRows
  /** Of the page, without its query. */
  path: string
  query: SheetQuery
}

/** The lines of a sheet as the address asks for them: which of them, as the official table or as charts. */
export function SheetCard({ year, kinds, sheet, path, query }: Props) {
  const words = useWords(kinds)
  const { t } = words
  const names: TableFrame['names'] = {
    previous: t('unitYear.actualOf', { year: String(year - 1) }),
    assigned: words.tier('assigned'),
    adopted: words.tier('adopted'),
    ofAssigned: words.percentOf('assigned'),
    ofAdopted: words.percentOf('adopted'),
    bullet: t('unitYear.bullet'),
    growth: t('unitYear.growth'),
  }
  const filtered = filterRows(sheet, query)
  const rows = liveRows(filtered)
  const tableOf = tableLinks(query.tables, (tables) => sheetAddress(path, { ...query, tables }))
  return (
    <Card flush className="min-w-0">
      <h2 className="sr-only">{t('unitYear.table')}</h2>
      {sheet.groups.length + sheet.ended.length === 0 ? (
        <Empty>{t('unitYear.noLines')}</Empty>
      ) : (
        <>
          <SheetToolbar path={path} query={query} sheet={sheet} names={names} words={words} />
          {query.verdict === null && query.group === null ? null : (
            <FilterResult
              shown={filtered.shown}
              total={filtered.total}
              verdict={query.verdict}
              all={sheetAddress(path, { ...query, verdict: null, group: null })}
              words={words}
            />
          )}
          {filtered.groups.length + filtered.ended.length === 0 ? (
            <Empty>{t('unitYear.filter.none')}</Empty>
          ) : query.view === 'charts' ? (
            <SheetCharts year={year} kinds={kinds} rows={rows} tableOf={tableOf} />
          ) : (
            <OfficialTable year={year} sheet={filtered} frame={{ path, words, names, columns: query.columns }} />
          )}
        </>
      )}
      <Footnotes rows={[...rows, ...filtered.ended]} words={words} />
    </Card>
  )
}
