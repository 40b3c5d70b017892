import { exportJournal, exportRevisions, type JournalRecord, type RevisionRecord } from '#db/queries/export-records.ts'
import { byteOrderMark, csvRecord } from '#domain/csv.ts'
import { csvWriters } from '#domain/export-cells.ts'
import { type ExportLayout, layoutSeparator, type Writer } from '#domain/export-columns.ts'
import { csvMark, exportName } from '#domain/export-name.ts'
import type { AskedRecords } from '#domain/inputs/export-records.ts'
import type { Taker } from './figure-rows.ts'
import { csvType, dayOf, type HandedOut } from './handed-out.ts'

type Column<Row> = readonly [name: string, cell: (row: Row, write: Writer<string>) => string]

const writing = [
  ['seq', ({ seq }, write) => write.whole(seq)],
  ['username', ({ username }, write) => write.word(username)],
  ['name', ({ name }, write) => write.text(name)],
  ['action', ({ action }, write) => write.word(action)],
] as const satisfies Column<RevisionRecord | JournalRecord>[]

const revisionColumns: readonly Column<RevisionRecord>[] = [
  ...writing,
  ['unit', ({ unit }, write) => write.word(unit)],
  ['year', ({ year }, write) => write.whole(year)],
  ['line_number', ({ number }, write) => write.text(number)],
  ['indicator_code', ({ indicator }, write) => write.word(indicator)],
  ['indicator_version', ({ indicatorVersion }, write) => write.whole(indicatorVersion)],
  ['kind', ({ kind }, write) => write.word(kind)],
  ['version', ({ version }, write) => write.whole(version)],
  ['change', ({ change }, write) => write.word(change)],
  ['before', ({ before }, write) => write.quantity(before, 0)],
  ['after', ({ after }, write) => write.quantity(after, 0)],
  ['entered', ({ entered }, write) => write.text(entered)],
  ['reason', ({ reason }, write) => write.text(reason ?? '')],
  ['note', ({ note }, write) => write.text(note ?? '')],
  ['document', ({ document }, write) => write.word(document ?? '')],
]

const journalColumns: readonly Column<JournalRecord>[] = [
  ...writing,
  ['unit', ({ unit }, write) => write.word(unit ?? '')],
  ['year', ({ year }, write) => (year === null ? '' : write.whole(year))],
  ['reason', ({ reason }, write) => write.text(reason ?? '')],
  ['document', ({ document }, write) => write.word(document ?? '')],
  ['detail', ({ detail }, write) => write.text(detail)],
]

const vietnameseMoment = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  dateStyle: 'short',
  timeStyle: 'medium',
})
/** To the second: which came first is what is asked of records. */
const moment = (iso: string, layout: ExportLayout): string =>
  layout === 'data' ? iso : vietnameseMoment.format(new Date(iso)).replace(',', '')

async function* csv<Row extends { at: string }>(
  pages: AsyncIterable<Row[]>,
  columns: readonly Column<Row>[],
  layout: ExportLayout,
): AsyncGenerator<string, void> {
  const separator = layoutSeparator[layout]
  const write = csvWriters[layout]
  yield byteOrderMark + csvRecord(['at', ...columns.map(([name]) => name)], separator)
  for await (const page of pages) {
    yield page
      .map((row) => csvRecord([moment(row.at, layout), ...columns.map(([, cell]) => cell(row, write))], separator))
      .join('')
  }
}

/** The revisions or the journal that somebody asked for and may take, in the order in which they were written. */
export function recordsFile({ reader }: Taker, { records, layout, ...filter }: AskedRecords, at: Date): HandedOut {
  const isRevisions = records === 'revisions'
  return {
    name: exportName([isRevisions ? 'lan-sua' : 'nhat-ky', filter.unit, filter.year, csvMark(layout)], {
      day: dayOf(at),
      ending: 'csv',
    }),
    type: csvType,
    chunks: isRevisions
      ? csv(exportRevisions(reader, filter), revisionColumns, layout)
      : csv(exportJournal(reader, filter), journalColumns, layout),
  }
}
