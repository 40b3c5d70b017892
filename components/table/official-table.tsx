import { OfficialRow, type TableFrame } from './official-row.tsx'
import type { OptionalColumn } from './sheet-query.ts'
import type { SheetRow, SheetRows } from './sheet-rows.ts'

type Props = { year: number; sheet: SheetRows; frame: TableFrame }

const head =
  'desk:sticky desk:top-0 desk:z-20 min-[1400px]:top-12 border-b border-line-2 bg-surface px-1.5 py-2 text-xs font-medium text-ink-2'
const group =
  'border-b border-line bg-sunken text-left text-sm font-semibold max-desk:block max-desk:px-4 max-desk:py-2 desk:h-7 desk:px-2'

/**
 * The official table of a sheet (design, "Table"): one row for each line, under its group. Where the window is wide
 * enough it scrolls with the page; else within its frame, head and first two columns staying. On a phone rows become
 * small blocks of the same cells.
 */
export function OfficialTable({ year, sheet: { groups, ended }, frame }: Props) {
  const { t } = frame.words
  return (
    <section
      aria-label={t('unitYear.tableOf')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard
      tabIndex={0}
      className="relative focus-inset desk:max-h-[calc(100dvh-80px)] desk:overflow-auto min-[1400px]:max-h-none min-[1400px]:overflow-visible"
    >
      <table className="w-full border-separate border-spacing-0 text-sm max-desk:block desk:min-w-288 desk:table-fixed">
        <caption className="sr-only">{`${t('unitYear.table')} ${year}`}</caption>
        <Widths {...frame} />
        <Head year={year} {...frame} />
        {groups.map(({ group: key, letter, rows }) => (
          <Body key={key} title={`${letter}. ${t(`group.${key}`)}`} rows={rows} frame={frame} />
        ))}
        {ended.length > 0 ? <Body title={t('unitYear.ended')} rows={ended} frame={frame} /> : null}
      </table>
    </section>
  )
}

const widths: Record<OptionalColumn, string> = {
  previous: 'w-18',
  assigned: 'w-18',
  adopted: 'w-18',
  ofAssigned: 'w-18',
  ofAdopted: 'w-16',
  bullet: 'w-39',
  growth: 'w-21',
}

function Widths({ columns }: TableFrame) {
  const of = (...names: OptionalColumn[]) =>
    names.flatMap((name) => (columns.includes(name) ? <col key={name} className={widths[name]} /> : []))
  return (
    <colgroup>
      <col className="w-9" />
      <col />
      <col className="w-15" />
      {of('previous', 'assigned', 'adopted')}
      <col className="w-24" />
      {of('ofAssigned', 'ofAdopted', 'bullet', 'growth')}
      <col className="w-41" />
      <col className="w-8" />
    </colgroup>
  )
}

function Head({ year, words: { t }, names, columns }: TableFrame & { year: number }) {
  const number = (name: string, start = false) => (
    <th scope="col" className={`${head} text-right ${start ? 'border-l border-l-line' : ''}`}>
      {name}
    </th>
  )
  const optional = (column: OptionalColumn, start = false) =>
    columns.includes(column) ? number(names[column], start) : null
  return (
    <thead className="max-desk:sr-only">
      <tr>
        <th scope="col" className={`${head} sheet-number desk:z-30`}>
          {t('common.number')}
        </th>
        <th scope="col" className={`${head} sheet-name text-left desk:z-30`}>
          {t('common.indicator')}
        </th>
        <th scope="col" className={`${head} text-left`}>
          {t('common.unitOfMeasure')}
        </th>
        {optional('previous')}
        {optional('assigned', true)}
        {optional('adopted', !columns.includes('assigned'))}
        {number(t('unitYear.actualOf', { year: String(year) }), true)}
        {optional('ofAssigned')}
        {optional('ofAdopted')}
        {columns.includes('bullet') ? (
          <th scope="col" className={`${head} text-left`}>
            <span className="sr-only">{names.bullet}</span>
            <span aria-hidden="true" className="relative block w-36 font-normal text-ink-3">
              0<span className="absolute left-2/3 -translate-x-1/2">100%</span>
            </span>
          </th>
        ) : null}
        {optional('growth')}
        <th scope="col" className={`${head} border-l border-l-line text-left`}>
          {t('common.status')}
        </th>
        <th scope="col" className={head}>
          <span className="sr-only">{t('unitYear.source')}</span>
        </th>
      </tr>
    </thead>
  )
}

function Body({ title, rows, frame }: { title: string; rows: SheetRow[]; frame: TableFrame }) {
  return (
    <tbody className="max-desk:block">
      <tr className="max-desk:block">
        <th scope="rowgroup" colSpan={frame.columns.length + 6} className={group}>
          <span className="desk:sticky desk:left-2">{title}</span>
        </th>
      </tr>
      {rows.map((row) => (
        <OfficialRow key={row.line.id} row={row} frame={frame} />
      ))}
    </tbody>
  )
}
