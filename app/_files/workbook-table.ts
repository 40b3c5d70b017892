import { readSheet } from 'read-excel-file/node'
import type { FoundWorkbook } from '#domain/file-found.ts'
import type { FileCell } from '#domain/file-table.ts'
import { type Archive, openArchive } from './archive.ts'
import { storeArchive } from './stored-archive.ts'
import { Unreadable } from './unreadable.ts'
import { findParts, type WorkbookParts } from './workbook-parts.ts'
import { type CheckedWorksheet, checkWorksheet, soundWorksheet } from './worksheet-check.ts'

/** A double as a spreadsheet shows it at most: 0.30000000000000004 is 0.3. */
const fifteenDigits = (value: number) => (Number.isSafeInteger(value) ? value : Number(value.toPrecision(15)))

/** As ISO has it; a time only where there is one. Excel's fractions of a day are rounded to seconds. */
function dateCell(date: Date): FileCell {
  const seconds = Math.round(date.getTime() / 1000)
  // Beyond what a date can be a spreadsheet shows this, too.
  if (!(Math.abs(seconds) < 8.64e12)) return { error: '####' }
  const [day = '', time = ''] = new Date(seconds * 1000).toISOString().split('T')
  return { date: time.startsWith('00:00:00') ? day : `${day} ${time.slice(0, 8)}` }
}

function fileCell(value: unknown): FileCell {
  if (typeof value === 'string') return value.normalize('NFC')
  if (typeof value === 'number') return Number.isFinite(value) ? fifteenDigits(value) : { error: '#NUM!' }
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  return value instanceof Date ? dateCell(value) : ''
}

/** The reader's rows with what the check has to say of them. It leaves out rows and columns behind the last value. */
function remarkedRows(values: unknown[][], checked: CheckedWorksheet): FileCell[][] {
  const rows = values.map((row) => row.map(fileCell))
  for (const { row, column, cell } of checked.remarks) {
    while (rows.length < row) rows.push([])
    const cells = rows[row - 1] ?? []
    while (cells.length < column) cells.push('')
    const value = cells[column - 1]
    if (cell !== 'percent') cells[column - 1] = cell
    else if (typeof value === 'number') cells[column - 1] = { percent: fifteenDigits(value * 100) }
  }
  for (const { from, to } of checked.merged) {
    for (const cells of rows.slice(from.row - 1, to.row)) {
      const corner = cells === rows[from.row - 1] ? 1 : 0
      const end = Math.min(to.column, cells.length)
      if (end >= from.column + corner) cells.fill('', from.column - 1 + corner, end)
    }
  }
  return rows
}

type CheckedWorkbook = {
  parts: WorkbookParts
  checked: (WorkbookParts['worksheets'][number] & CheckedWorksheet)[]
  archive: Archive
  found: FoundWorkbook
}

async function checkWorkbook(bytes: Buffer): Promise<CheckedWorkbook> {
  const archive = await openArchive(bytes)
  const parts = await findParts(archive)
  const checked = []
  for (const worksheet of parts.worksheets) {
    const content = await archive.read(worksheet.part)
    if (content === null) throw Unreadable.file('damaged')
    checked.push({ ...worksheet, ...checkWorksheet(content, parts.isPercent) })
  }
  if (checked.every(({ rows }) => rows === 0)) throw Unreadable.file('no_rows')
  const worksheets = checked.map(({ name, rows, columns, hidden }) => ({ name, rows, columns, hidden }))
  return {
    parts,
    checked,
    archive,
    found: { kind: 'xlsx', size: bytes.length, unpacked: archive.unpacked, worksheets },
  }
}

export const inspectWorkbook = async (bytes: Buffer): Promise<FoundWorkbook> => (await checkWorkbook(bytes)).found

/**
 * Reads one worksheet, the first visible one with something in it where none is named. Refused: a worksheet that is not
 * there, or holds nothing.
 */
export async function readWorkbook(
  bytes: Buffer,
  name: string | undefined,
): Promise<{ worksheet: string; rows: FileCell[][]; found: FoundWorkbook }> {
  const { parts, checked, archive, found } = await checkWorkbook(bytes)
  const filled = checked.filter(({ rows }) => rows > 0)
  const worksheet =
    name === undefined
      ? (filled.find(({ hidden }) => !hidden) ?? filled[0])
      : checked.find((candidate) => candidate.name === name)
  if (worksheet === undefined) throw new Unreadable({ path: 'worksheet', reason: 'unknown_worksheet' })
  if (worksheet.rows === 0) throw new Unreadable({ path: 'worksheet', reason: 'empty_worksheet' })
  const content = await archive.read(worksheet.part)
  if (content === null) throw Unreadable.file('damaged')
  const sound = soundWorksheet(content, worksheet.changes)
  const alone = storeArchive(new Map([...parts.shared, [worksheet.part, sound]]))
  const values = await readSheet(alone, worksheet.number, { trim: false }).catch(() => {
    throw Unreadable.file('damaged')
  })
  return { worksheet: worksheet.name, rows: remarkedRows(values, worksheet), found }
}
