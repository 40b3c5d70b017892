import { sql } from 'drizzle-orm'
import { nanoid } from 'nanoid'
import { type LineWrite, type SheetWrite, setsOf } from '#domain/import-writes.ts'
import type { Statement } from '../engine.ts'
import { insertMany } from '../insert-many.ts'
import type { ImportUnit } from '../queries/import-names.ts'
import type { ImportSheetFound, PlacedLine } from '../queries/import-sheets.ts'
import { lines, sheets } from '../schema/sheets.ts'
import { statement } from '../statement.ts'
import { placeLine } from './line-place.ts'

type NewSheet = typeof sheets.$inferInsert
type NewLine = typeof lines.$inferInsert

export type PreparedSheet = {
  sheetId: string
  write: SheetWrite<ImportUnit>
  /** Of every line that is written on. */
  lineIds: Map<LineWrite, string>
}
export type PreparedLines = {
  prepared: PreparedSheet[]
  statements: Statement[]
  /** Lines that are new or come back, with when those had been ended. */
  added: { lineId: string; endedAt: string | null }[]
}

/**
 * Opens the sheets that an import needs as drafts and puts its lines on them: those of an opened sheet in the order of
 * the file, others where a line that is added by hand would go. A line that comes back is as it was, but
 * for what the file says of it.
 */
export function prepareLines(
  writes: readonly SheetWrite<ImportUnit>[],
  foundOf: (write: SheetWrite<ImportUnit>) => ImportSheetFound | undefined,
): PreparedLines {
  const newSheets: NewSheet[] = []
  const newLines: NewLine[] = []
  /** Lines that were there and make room. */
  const moved: { id: string; position: number }[] = []
  const back: BackLine[] = []
  const added: PreparedLines['added'] = []
  const prepared = writes.map((write): PreparedSheet => {
    const found = foundOf(write)
    const sheetId = found?.id ?? nanoid()
    const { unit, year } = write
    if (!found) newSheets.push({ id: sheetId, unitId: unit.id, year, state: 'draft', dueDate: null })
    const lineIds = new Map(write.lines.map((line) => [line, line.line?.id ?? nanoid()]))
    const board = boardOf(found?.placed ?? [])
    for (const line of write.added) {
      const id = lineIds.get(line) ?? ''
      added.push({ lineId: id, endedAt: line.line?.endedAt ?? null })
      if (line.line) back.push({ id, ...backWith(line) })
      else board.add(id, line, found === undefined)
    }
    const { news, others } = board.finish()
    newLines.push(...news.map(({ line, ...place }) => ({ ...contentOf(line), ...place, sheetId })))
    moved.push(...others)
    return { sheetId, write, lineIds }
  })
  return {
    prepared,
    added,
    statements: [
      ...insertMany(sheets, newSheets),
      // Positions are read from one list: an update for each line would be as many statements as lines.
      ...(moved.length === 0 ? [] : [moveLines(moved)]),
      ...(back.length === 0 ? [] : [reviveLines(back)]),
      ...insertMany(lines, newLines),
    ],
  }
}

const contentOf = (line: LineWrite) => ({
  indicatorId: line.indicator.id,
  ...setsOf(line),
  office: line.first.office === '' ? null : line.first.office,
})

const moveLines = (moved: readonly { id: string; position: number }[]): Statement =>
  statement(sql`update "lines" set "position" = json_extract("moved"."value", '$.position')
    from json_each(${JSON.stringify(moved)}) as "moved" where "lines"."id" = json_extract("moved"."value", '$.id')`)

type BackLine = { id: string } & ReturnType<typeof backWith>
/** Null: as it was. */
const backWith = ({ first: { inAssignedSet, inAdoptedSet, office } }: LineWrite) => ({
  ...{ inAssignedSet, inAdoptedSet },
  office: office === '' ? null : office,
})

const reviveLines = (back: readonly BackLine[]): Statement =>
  statement(sql`update "lines" set "ended_at" = null,
      "in_assigned_set" = coalesce(json_extract("back"."value", '$.inAssignedSet'), "in_assigned_set"),
      "in_adopted_set" = coalesce(json_extract("back"."value", '$.inAdoptedSet'), "in_adopted_set"),
      "office" = coalesce(json_extract("back"."value", '$.office'), "office")
    from json_each(${JSON.stringify(back)}) as "back" where "lines"."id" = json_extract("back"."value", '$.id')`)

type Sibling = Pick<PlacedLine, 'id' | 'number' | 'position'> &
  Pick<PlacedLine['indicator'], 'code' | 'parentCode' | 'group'> & {
    /** Where it stood; null: it is new. */
    from: number | null
    line: LineWrite | null
  }

/** The lines of a sheet in their order while others are put among them. */
function boardOf(lines: readonly PlacedLine[]) {
  const order = lines.map(
    ({ id, number, position, indicator: { code, parentCode, group } }): Sibling => ({
      ...{ id, code, parentCode, group, number, position },
      ...{ from: position, line: null },
    }),
  )
  const numbers = new Set(order.map(({ number }) => number))
  return {
    add(id: string, line: LineWrite, atEnd: boolean): void {
      const { code, parentCode, group } = line.indicator
      const place = placeLine({ code, parentCode, group }, order)
      const { number: wanted } = line.first
      const number = wanted !== '' && !numbers.has(wanted) ? wanted : place.number
      const position = atEnd ? (order.at(-1)?.position ?? 0) + 1 : place.position
      numbers.add(number)
      const later = order.findIndex((one) => one.position >= position)
      const index = later === -1 ? order.length : later
      for (const one of order.slice(index)) one.position += 1
      order.splice(index, 0, { id, code, parentCode, group, number, position, from: null, line })
    },
    finish: () => ({
      news: order.flatMap(({ id, number, position, line }) => (line ? [{ id, number, position, line }] : [])),
      others: order.flatMap(({ id, position, from }) => (from === null || from === position ? [] : [{ id, position }])),
    }),
  }
}
