import type { ReactNode } from 'react'
import { Card } from '#components/ui/card.tsx'
import { Empty } from '#components/ui/empty.tsx'
import type { SheetLine } from '#domain/sheet.ts'
import { type ColumnNames, OfficialRow } from './official-row.tsx'
import { type SheetRow, sheetRows } from './sheet-rows.ts'
import { Footnotes, Legend } from './table-notes.tsx'
import { type PlanKinds, useWords, type Words } from './words.ts'

type Props = {
  year: number
  kinds: PlanKinds
  lines: readonly SheetLine[]
  /** The unit's sheet of the year before; empty where there is none. */
  previousLines: readonly SheetLine[]
  /** Below the footnotes: other forms of the same table. */
  links?: ReactNode
}

const head =
  'desk:sticky desk:top-0 desk:z-20 min-[1400px]:top-12 border-b border-line-2 bg-surface px-1.5 py-2 text-xs font-medium text-ink-2'
const group =
  'border-b border-line bg-sunken text-left text-sm font-semibold max-desk:block max-desk:px-4 max-desk:py-2 desk:h-7 desk:px-2'

/**
 * The official table of a sheet (design, "Table"): one row for each line, under its group. Where the window is wide
 * enough it scrolls with the page; else within its frame, head and first two columns staying. On a phone rows become
 * small blocks of the same cells.
 */
export function OfficialTable({ year, kinds, lines, previousLines, links }: Props) {
  const words = useWords(kinds)
  const { t } = words
  const { groups, ended } = sheetRows(lines, previousLines)
  const names: ColumnNames = {
    previous: t('unitYear.actualOf', { year: String(year - 1) }),
    assigned: words.tier('assigned'),
    adopted: words.tier('adopted'),
    ofAssigned: words.percentOf('assigned'),
    ofAdopted: words.percentOf('adopted'),
    growth: t('unitYear.growth'),
  }
  const live = groups.reduce((sum, { rows }) => sum + rows.length, 0)
  return (
    <Card
      flush
      className="min-w-0"
      title={t('unitYear.table')}
      meta={t('unitYear.lineCount', { count: live })}
      actions={<Legend words={words} />}
    >
      {lines.length === 0 ? (
        <Empty>{t('unitYear.noLines')}</Empty>
      ) : (
        <section
          aria-label={t('unitYear.tableOf')}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard
          tabIndex={0}
          className="relative focus-inset desk:max-h-[calc(100dvh-80px)] desk:overflow-auto min-[1400px]:max-h-none min-[1400px]:overflow-visible"
        >
          <table className="w-full border-separate border-spacing-0 text-sm max-desk:block desk:min-w-288 desk:table-fixed">
            <caption className="sr-only">{`${t('unitYear.table')} ${year}`}</caption>
            <Columns />
            <Head names={names} year={year} words={words} />
            {groups.map(({ group: key, letter, rows }) => (
              <Body key={key} title={`${letter}. ${t(`group.${key}`)}`} rows={rows} words={words} names={names} />
            ))}
            {ended.length > 0 ? <Body title={t('unitYear.ended')} rows={ended} words={words} names={names} /> : null}
          </table>
        </section>
      )}
      <Footnotes rows={[...groups.flatMap(({ rows }) => rows), ...ended]} words={words} links={links} />
    </Card>
  )
}

const Columns = () => (
  <colgroup>
    {['w-9', '', 'w-15', 'w-18', 'w-18', 'w-18', 'w-26', 'w-16', 'w-16', 'w-39', 'w-21', 'w-41', 'w-8'].map(
      (width, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name, and never move
        <col key={index} className={width} />
      ),
    )}
  </colgroup>
)

function Head({ names, year, words: { t } }: { names: ColumnNames; year: number; words: Words }) {
  const number = (name: string, start = false) => (
    <th scope="col" className={`${head} text-right ${start ? 'border-l border-l-line' : ''}`}>
      {name}
    </th>
  )
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
        {number(names.previous)}
        {number(names.assigned, true)}
        {number(names.adopted)}
        {number(t('unitYear.actualOf', { year: String(year) }), true)}
        {number(names.ofAssigned)}
        {number(names.ofAdopted)}
        <th scope="col" className={`${head} text-left`}>
          <span className="sr-only">{t('unitYear.bullet')}</span>
          <span aria-hidden="true" className="relative block w-36 font-normal text-ink-3">
            0<span className="absolute left-2/3 -translate-x-1/2">100%</span>
          </span>
        </th>
        {number(names.growth)}
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

function Body({ title, rows, words, names }: { title: string; rows: SheetRow[]; words: Words; names: ColumnNames }) {
  return (
    <tbody className="max-desk:block">
      <tr className="max-desk:block">
        <th scope="rowgroup" colSpan={13} className={group}>
          <span className="desk:sticky desk:left-2">{title}</span>
        </th>
      </tr>
      {rows.map((row) => (
        <OfficialRow key={row.line.id} row={row} words={words} names={names} />
      ))}
    </tbody>
  )
}
