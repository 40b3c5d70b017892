/** Exports from a server that has done nothing but a small one: how long, how much, and with how much memory. */
import { createReadStream } from 'node:fs'
import { demoPassword } from '#db/seed/demo-accounts.ts'
import { signIn } from '#tests/support/sign-in-over-http.ts'
import type { BenchLedger } from './ledgers.ts'
import { drain } from './load.ts'
import { startProduct } from './servers.ts'
import { type Memory, watchMemory } from './watch-memory.ts'

export type ExportTimes = { what: string; lines: number; ms: number; bytes: number; memory: Memory }

/** A workbook holds no more lines (db/commands/export-figures.ts): of a larger ledger it is of one year. */
const mostWorkbookLines = 200_000

/** Each layout from a server of its own, so that none finds the memory that another left. */
export async function measureExports(ledger: BenchLedger): Promise<ExportTimes[]> {
  // A copy that was just made may be on the disk alone: what is measured is the product.
  for await (const _ of createReadStream(ledger.product, { highWaterMark: 2 ** 20 }));
  const whole = ledger.lines <= mostWorkbookLines
  const [{ year = 0 } = {}] = ledger.sheets
  return [
    await exportAlone(ledger, 'figures.csv?layout=data', ledger.lines),
    await exportAlone(ledger, 'figures.csv?layout=excel-vi', ledger.lines),
    await exportAlone(
      ledger,
      `figures.xlsx?${whole ? '' : `year=${year}`}`,
      whole ? ledger.lines : ledger.linesOf(year),
    ),
  ]
}

export async function exportAlone(ledger: BenchLedger, what: string, lines: number): Promise<ExportTimes> {
  const product = await startProduct(ledger.product)
  try {
    const headers = { Cookie: await signIn(product.address, 'xem', demoPassword) }
    const [sheet] = ledger.sheets
    const path = `/export/${what}`
    await drain(product.address, { path: `${path}&unit=${sheet?.unit}`, headers }, 1)
    const watched = watchMemory(product)
    const { seconds, bytes } = await drain(product.address, { path, headers }, 1)
    return { what, lines, ms: seconds * 1000, bytes, memory: await watched.end() }
  } finally {
    await product.stop()
  }
}
