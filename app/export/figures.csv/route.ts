import { z } from 'zod'
import { today } from '#app/_server/dates.ts'
import { admit } from '#app/_server/gate.ts'
import { respondRefusal } from '#app/_server/respond.ts'
import type { Session } from '#app/_server/session.ts'
import { exportSheets } from '#db/queries/export-sheets.ts'
import { findUnit } from '#db/queries/find-unit.ts'
import { byteOrderMark, csvRecord } from '#domain/csv.ts'
import { exportCells, exportHeader, exportLayouts, layoutSeparator } from '#domain/export-columns.ts'
import { can } from '#domain/permissions.ts'

const query = z.strictObject({
  unit: z.string().max(80).optional(),
  year: z
    .string()
    .regex(/^\d{4}$/, 'bad_year')
    .transform(Number)
    .optional(),
  indicator: z.string().max(60).optional(),
  layout: z.enum(exportLayouts, 'unknown_layout').default('data'),
})
type Query = z.output<typeof query>

/** The figures that the person may read, as CSV; no year is all years. Streamed: memory does not grow with the rows. */
export async function GET(request: Request): Promise<Response> {
  const entered = await admit('GET /export/figures.csv')
  if (!entered.ok) return respondRefusal(entered.error)
  const session = entered.value
  // A GET form sends '' for what was not chosen.
  const given = [...new URL(request.url).searchParams].filter(([, value]) => value !== '')
  const parsed = query.safeParse(Object.fromEntries(given))
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), reason: message }))
    return respondRefusal({ code: 'invalid', problems })
  }
  if (parsed.data.unit !== undefined && !(await mayRead(session, parsed.data.unit))) {
    return respondRefusal({ code: 'not_found' })
  }
  return new Response(bytes(csv(session, parsed.data)), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${fileName(parsed.data)}"`,
      'Cache-Control': 'no-store',
    },
  })
}

async function mayRead({ reader, actor }: Session, slug: string): Promise<boolean> {
  const unit = await findUnit(reader, slug)
  return unit !== null && can(actor, 'read', unit.target)
}

/** The stream asks for the next chunk when there is room: a slow reader slows the queries down. */
const bytes = (chunks: AsyncGenerator<string, void>): ReadableStream<Uint8Array> =>
  new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next()
      if (done) controller.close()
      else controller.enqueue(Buffer.from(value))
    },
    async cancel() {
      await chunks.return()
    },
  })

/** Characters of a chunk, about: each costs the way through all streams down to the socket. */
const CHUNK = 64 * 1024

async function* csv({ reader, actor }: Session, { layout, ...filter }: Query): AsyncGenerator<string, void> {
  const separator = layoutSeparator[layout]
  let chunk = byteOrderMark + csvRecord(exportHeader, separator)
  for await (const { lines, previousLines, ...sheet } of exportSheets(reader, actor, filter)) {
    const previous = new Map(previousLines.map((line) => [line.indicator.id, line]))
    for (const line of lines) {
      const row = { ...sheet, line, previous: previous.get(line.indicator.id) ?? null }
      chunk += csvRecord(exportCells(row, layout), separator)
    }
    if (chunk.length < CHUNK) continue
    yield chunk
    chunk = ''
  }
  yield chunk
}

/** Says what the file holds: so-chi-tieu_bac-tu-liem_2023_2026-11-21.csv */
const fileName = ({ unit, year, indicator }: Query): string => {
  const safe = [unit, indicator].flatMap((part) => (part === undefined ? [] : [part.replace(/[^\w-]/g, '')]))
  return `${['so-chi-tieu', ...safe, ...(year === undefined ? [] : [String(year)]), today()].join('_')}.csv`
}
