import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { nanoid } from 'nanoid'
import type { Reader } from '#db/engine.ts'
import { databaseFile } from '#db/env.ts'
import { filesBeside } from '#db/files.ts'
import { listCommittedImports } from '#db/queries/find-import.ts'
import type { ImportRecord } from '#domain/import.ts'
import type { ImportPreview } from '#domain/import-reading.ts'
import type { ErrorRow } from '#domain/import-summary.ts'

/**
 * Previews are kept in a file beside the database, so that leaving the page loses none and showing a page of one reads
 * no more than that. The first line is the preview and where each page of each group begins; then records, a line each.
 */

/** Goes up with every change of what is kept: a preview of another shape is made anew. */
const SHAPE = 2

/** Records on a page of a group. */
export const RECORDS_A_PAGE = 50

/** Milliseconds: 30 days. */
const LONGEST_KEPT = 30 * 24 * 60 * 60 * 1000

/** Where the pages of a group begin and the last one ends: bytes behind the first line. */
type Pages = number[]
type Head = { shape: number; preview: ImportPreview; groups: Pages[]; errorRows: Pages; header: string[] }

const folder = (): string => join(filesBeside(databaseFile()), 'imports')
const ENDING = '.jsonl'

const fileOf = (id: string): string => {
  if (!/^[\w-]{1,40}$/.test(id)) throw new Error('This is no id of an import.')
  return join(folder(), `${id}${ENDING}`)
}

/** Keeps a preview in place of an earlier one, whole or not at all. Records come in the order of their groups. */
export async function keepPreview(
  id: string,
  preview: ImportPreview,
  records: readonly (readonly ImportRecord[])[],
  errors: { header: string[]; rows: readonly ErrorRow[] },
): Promise<void> {
  const file = fileOf(id)
  const [partial, body] = [`${file}.${nanoid()}.partial`, `${file}.${nanoid()}.body`]
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  try {
    const sections: Pages[] = []
    const writing = await open(body, 'w', 0o600)
    let at = 0
    for (const rows of [...records, errors.rows]) {
      const pages: Pages = [at]
      for (let from = 0; from < rows.length; from += RECORDS_A_PAGE) {
        const page = rows.slice(from, from + RECORDS_A_PAGE)
        const text = Buffer.from(page.map((row) => `${JSON.stringify(row)}\n`).join(''))
        await writing.writeFile(text)
        at += text.byteLength
        pages.push(at)
      }
      sections.push(pages)
    }
    await writing.close()
    const head: Head = {
      shape: SHAPE,
      preview,
      groups: sections.slice(0, -1),
      errorRows: sections.at(-1) ?? [],
      header: errors.header,
    }
    const whole = await open(partial, 'w', 0o600)
    await whole.writeFile(`${JSON.stringify(head)}\n`)
    await whole.writeFile(createReadStream(body))
    await whole.close()
    await rename(partial, file)
  } finally {
    await rm(partial, { force: true })
    await rm(body, { force: true })
  }
}

export const forgetPreview = (id: string): Promise<void> => rm(fileOf(id), { force: true })

/** Of an import that is committed: its records are in the ledger, or nowhere; what it was about is shown on. */
export async function forgetRecords(id: string): Promise<void> {
  const preview = await readPreview(id)
  if (preview) await keepPreview(id, preview, [], { header: [], rows: [] })
}

/**
 * Removes the previews that nobody will come back to: of imports that are open and were not looked at for 30 days, or
 * are given up; and what an ended process left half written.
 */
export async function sweepPreviews(reader: Reader, now = Date.now()): Promise<void> {
  const names = await readdir(folder()).catch(() => [])
  if (names.length === 0) return
  const committed = new Set((await listCommittedImports(reader)).map((id) => `${id}${ENDING}`))
  for (const name of names) {
    if (committed.has(name)) continue
    const file = join(folder(), name)
    const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: now }))
    if (now - mtimeMs > LONGEST_KEPT) await rm(file, { force: true })
  }
}

async function readHead(id: string): Promise<{ head: Head; from: number } | null> {
  const file = fileOf(id)
  if (!(await stat(file).catch(() => null))) return null
  const input = createReadStream(file)
  try {
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      // Written above, maybe by another version.
      const head = JSON.parse(line) as Head
      return head.shape === SHAPE ? { head, from: Buffer.byteLength(line) + 1 } : null
    }
    return null
  } finally {
    input.destroy()
  }
}

/** The preview that was made last of an import; null where there is none. */
export const readPreview = async (id: string): Promise<ImportPreview | null> =>
  (await readHead(id))?.head.preview ?? null

/** Whether an import was ever read to its end, and so has something to go on with. */
export const hasPreview = async (id: string): Promise<boolean> => (await stat(fileOf(id)).catch(() => null)) !== null

/** A page of a group's records, from 1; none where there is no such page. */
export async function readPreviewPage(id: string, group: number, page: number): Promise<ImportRecord[]> {
  const found = await readHead(id)
  const pages = found?.head.groups[group]
  const [start, end] = [pages?.[page - 1], pages?.[page]]
  if (!found || start === undefined || end === undefined) return []
  const lines: ImportRecord[] = []
  for await (const line of linesBetween(id, found.from + start, found.from + end)) lines.push(JSON.parse(line))
  return lines
}

/** The rows with errors, one after the other, and the labels above them; null where there is no preview. */
export async function readErrorRows(id: string): Promise<{ header: string[]; rows: AsyncIterable<ErrorRow> } | null> {
  const found = await readHead(id)
  if (!found) return null
  const { header, errorRows } = found.head
  const [first = 0, last = 0] = [errorRows[0], errorRows.at(-1)]
  return { header, rows: parsed(linesBetween(id, found.from + first, found.from + last)) }
}

async function* parsed(lines: AsyncIterable<string>): AsyncGenerator<ErrorRow> {
  for await (const line of lines) yield JSON.parse(line)
}

async function* linesBetween(id: string, start: number, end: number): AsyncGenerator<string> {
  if (end <= start) return
  const input = createReadStream(fileOf(id), { start, end: end - 1 })
  yield* createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })
}
