/**
 * `npm run bench [-- --sizes S,M,L --seconds 3 --heat --keys --export --import]`: this product against a bare
 * floor (tests/bench/floor), from one run.
 * Times depend on the machine and on what else it does: compare within a run, by the ratios.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildIfNeeded } from '#app/_cli/build.ts'
import { ledgerSizes } from '#db/seed/generate.ts'
import { exportAlone, measureExports } from './exports.ts'
import { measureHeat } from './heat.ts'
import { measureImports } from './imports.ts'
import { measureKeys } from './keys.ts'
import { type BenchLedger, prepareLedger, type Size } from './ledgers.ts'
import { measure } from './measures.ts'
import { countStatements, hasCharts, openPages, routes, weighScripts } from './pages.ts'
import { print, printExports, printHeat, printImports, printKeys, type Report, type SizeReport } from './report.ts'
import { buildFloor, startFloor, startProduct } from './servers.ts'

const reports = join('tests', 'reports')
const isSize = (size: string): size is Size => Object.hasOwn(ledgerSizes, size)

type Arguments = { sizes: Size[]; seconds: number; heat: boolean; keys: boolean; export: boolean; import: boolean }

function readArguments(): Arguments {
  const options = {
    sizes: { type: 'string', default: 'S,M' },
    seconds: { type: 'string', default: '3' },
    /** The forms of the heat table alone. */
    heat: { type: 'boolean', default: false },
    /** The keys of the entry grid alone. */
    keys: { type: 'boolean', default: false },
    /** The exports alone. */
    export: { type: 'boolean', default: false },
    /** The imports alone. */
    import: { type: 'boolean', default: false },
  } as const
  const { sizes, seconds, ...alone } = parseArgs({ options }).values
  const named = sizes.split(',')
  if (!named.every(isSize) || !(Number(seconds) > 0)) {
    throw new Error('Usage: npm run bench -- [--sizes S,M,L] [--seconds 3] [--heat] [--keys] [--export] [--import]')
  }
  return { sizes: named, seconds: Number(seconds), ...alone }
}

const sheetOf = ({ sheets: [first] }: BenchLedger): string => `/sheets/${first?.unit}/${first?.year}`

/** Everything that depends on how large the ledger is. */
async function measureSize(ledger: BenchLedger, seconds: number): Promise<SizeReport> {
  const floor = await startFloor(ledger.floor, sheetOf(ledger))
  const product = await startProduct(ledger.product)
  try {
    const measured = await measure({ product, floor }, ledger, seconds)
    const open = await openPages(product, ledger)
    const pageMs: Record<string, number> = {}
    for (const route of routes) pageMs[route] = await open.milliseconds(route)
    const { ms: exportMs, memory } = await exportAlone(ledger, 'figures.csv?layout=data', ledger.lines)
    return { lines: ledger.lines, measured, pageMs, exportMs, memory }
  } finally {
    await Promise.all([product.stop(), floor.stop()])
  }
}

/** The median of a few starts of each, by turns. */
async function coldStarts(ledger: BenchLedger): Promise<Report['coldStartMs']> {
  const times: { product: number[]; floor: number[] } = { product: [], floor: [] }
  for (let round = 0; round < 3; round += 1) {
    for (const side of ['product', 'floor'] as const) {
      const server = await (side === 'product'
        ? startProduct(ledger.product)
        : startFloor(ledger.floor, sheetOf(ledger)))
      times[side].push(server.startMs)
      await server.stop()
    }
  }
  const median = (all: number[]) => all.toSorted((a, b) => a - b)[1] ?? Number.NaN
  return { product: median(times.product), floor: median(times.floor) }
}

/** What pages ask and load does not depend on the clock: a server whose statements are heard. */
async function inspectPages(ledger: BenchLedger, folder: string): Promise<Pick<Report, 'statements' | 'scripts'>> {
  const heard = join(folder, 'heard')
  writeFileSync(heard, '')
  const listener = join(import.meta.dirname, 'hear-statements.mjs')
  const product = await startProduct(ledger.product, { NODE_OPTIONS: `--import=${listener}`, HEARD: heard })
  try {
    const open = await openPages(product, ledger)
    if (!hasCharts()) throw new Error('No script of the build holds the chart library: look for it by another name.')
    return { statements: await countStatements(open, heard), scripts: await weighScripts(open) }
  } finally {
    await product.stop()
  }
}

async function main(): Promise<void> {
  const { sizes, seconds, heat, keys, import: importsAlone, export: exportsAlone } = readArguments()
  await buildIfNeeded()
  const folder = mkdtempSync(join(tmpdir(), 'so-chi-tieu-bench-'))
  try {
    if (keys) {
      console.log(printKeys(await measureKeys(folder)))
      return
    }
    if (importsAlone) {
      console.log(printImports(await measureImports(folder)))
      return
    }
    if (exportsAlone) {
      for (const size of sizes)
        console.log(`${printExports(await measureExports(await prepareLedger(size, folder)))}\n`)
      return
    }
    await buildFloor()
    if (heat) {
      console.log(printHeat(await measureHeat(folder, seconds)))
      return
    }
    const ledgers: BenchLedger[] = []
    for (const size of sizes) ledgers.push(await prepareLedger(size, folder))
    const [first] = ledgers
    if (!first) return
    const bySize: Report['sizes'] = {}
    for (const ledger of ledgers) bySize[ledger.size] = await measureSize(ledger, seconds)
    const report: Report = {
      sizes: bySize,
      coldStartMs: await coldStarts(first),
      heat: await measureHeat(folder, seconds),
      keys: await measureKeys(folder),
      ...(await inspectPages(ledgers.at(-1) ?? first, folder)),
    }
    console.log(`\n${print(report)}`)
    mkdirSync(reports, { recursive: true })
    writeFileSync(join(reports, 'bench.json'), `${JSON.stringify(report, null, 2)}\n`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

await main()
