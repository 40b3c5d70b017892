/**
 * The process that reads one file of somebody and is then done. It gets the file open, not by name, and may read
 * nothing else but its own program: whatever a file makes it do, it reaches neither the ledger nor its secret.
 */
import { fstatSync, readFileSync } from 'node:fs'
import type { FileCell } from '#domain/file-table.ts'
import { kindOfFile } from './file-kind.ts'
import { limits } from './limits.ts'
import { FILE, type ReaderMessage, type ReaderTask } from './reader.ts'
import { inspectText, readText } from './text-table.ts'
import { Unreadable } from './unreadable.ts'
import { inspectWorkbook, readWorkbook } from './workbook-table.ts'

/** Cells that go in one message: few milliseconds of work for whoever gets it. */
const CELLS = 10_000

/** Of the work of a workbook, what is done when its rows begin to come. */
const PARSED = 0.8

/** Waits until it has been taken, so that what is read never piles up here. */
const send = (message: ReaderMessage): Promise<void> =>
  new Promise((resolve, reject) => {
    process.send?.(message, undefined, {}, (error) => (error ? reject(error) : resolve()))
  })

/** Gathers rows into messages. */
function rowSender(): { add(row: FileCell[], share: number): Promise<void>; end(): Promise<void> } {
  let rows: FileCell[][] = []
  let cells = 0
  const flush = async (share: number) => {
    const message = { rows, share }
    rows = []
    cells = 0
    await send(message)
  }
  return {
    async add(row, share) {
      rows.push(row)
      cells += row.length + 1
      if (cells >= CELLS) await flush(share)
    },
    end: () => flush(1),
  }
}

async function run(task: ReaderTask): Promise<ReaderMessage> {
  if (fstatSync(FILE).size > limits.unpacked)
    throw Unreadable.file('file_too_large', { megabytes: limits.unpacked / 2 ** 20 })
  const bytes = readFileSync(FILE)
  const kind = kindOfFile(bytes)
  if (task.inspect) {
    const inspected =
      kind === 'text' ? inspectText(bytes) : ({ certain: true, found: await inspectWorkbook(bytes) } as const)
    return { inspected }
  }
  const { choices } = task
  const sender = rowSender()
  if (kind === 'text') {
    const found = await readText(bytes, choices, sender.add)
    await sender.end()
    return { read: { worksheet: '', found } }
  }
  const { worksheet, rows, found } = await readWorkbook(bytes, choices.worksheet)
  for (const [at, row] of rows.entries()) await sender.add(row, PARSED + ((1 - PARSED) * at) / rows.length)
  await sender.end()
  return { read: { worksheet, found } }
}

/** Nobody is left to read for. */
process.on('disconnect', () => process.exit())

async function answer(): Promise<ReaderMessage> {
  try {
    return await run(JSON.parse(process.argv[2] ?? ''))
  } catch (error) {
    if (error instanceof Unreadable) return { refused: error.problem }
    return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

await send(await answer())
process.disconnect()
