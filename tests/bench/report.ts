/** What a run found, as a table to read. */
import type { ExportTimes } from './exports.ts'
import type { HeatForms } from './heat.ts'
import type { ImportTimes } from './imports.ts'
import type { KeyTimes } from './keys.ts'
import type { Measured } from './measures.ts'
import type { Scripts } from './pages.ts'
import type { Memory } from './watch-memory.ts'

export type Report = {
  /** By size of the ledger. */
  sizes: Record<string, SizeReport>
  coldStartMs: { product: number; floor: number }
  heat: HeatForms
  keys: KeyTimes[]
  statements: Record<string, number>
  scripts: Record<string, Scripts>
}

export type SizeReport = {
  lines: number
  measured: Measured[]
  pageMs: Record<string, number>
  exportMs: number
  /** While it exported everything. */
  memory: Memory
}

const number = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en') : value.toLocaleString('en', { maximumFractionDigits: 2 })
const megabytes = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MB`
const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((cell, column) => Math.max(cell.length, ...rows.map((row) => row[column]?.length ?? 0)))
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
  return [line(head), ...rows.map(line)].join('\n')
}

/** How the time of a thing grows with the ledger: 0 not at all, 1 in step with it. */
const exponent = (small: { lines: number; ms: number }, large: { lines: number; ms: number }): number =>
  Math.log(large.ms / small.ms) / Math.log(large.lines / small.lines)

const ratio = (product: number | null, floor: number | null): string =>
  product === null || floor === null ? '–' : (product / floor).toFixed(2)
const microseconds = (milliseconds: number | null): string =>
  milliseconds === null ? '–' : number(milliseconds * 1000)

/** More a second is better, and so is less of the processor: both ratios are 1 where the product is as good as the floor. */
const throughput = ([size, { lines, measured }]: [string, SizeReport]): string =>
  table(
    [
      `${size}: ${number(lines)} lines`,
      'at once',
      ...['product', 'floor', 'ratio'],
      ...['CPU µs', 'floor', 'ratio'],
      ...['bytes', 'floor'],
    ],
    measured.map(({ what, connections, product, floor }) => [
      what,
      String(connections),
      ...[number(product.perSecond), number(floor.perSecond), ratio(product.perSecond, floor.perSecond)],
      ...[microseconds(product.processorMs), microseconds(floor.processorMs)],
      ratio(floor.processorMs, product.processorMs),
      ...[number(product.bytes), number(floor.bytes)],
    ]),
  )

/** Each size against the one before it. */
function growth(sizes: [string, SizeReport][]): string[] {
  return sizes.slice(1).map(([size, large], index) => {
    const [name = '', small = large] = sizes[index] ?? []
    const row = (what: string, before: number, after: number) => [
      what,
      number(before),
      number(after),
      exponent({ lines: small.lines, ms: before }, { lines: large.lines, ms: after }).toFixed(2),
    ]
    return table(
      ['milliseconds, one at a time', name, size, 'exponent'],
      [
        ['export of everything', small.exportMs, large.exportMs] as const,
        ...Object.entries(large.pageMs).map(([route, ms]) => [route, small.pageMs[route] ?? ms, ms] as const),
      ].map((cells) => row(...cells)),
    )
  })
}

const memoryOf = ([size, { lines, memory }]: [string, SizeReport]): string[] =>
  memory
    ? [size, number(lines), megabytes(memory.idle), megabytes(memory.peak), megabytes(memory.peak - memory.idle)]
    : [size, number(lines), '–', '–', '–']

/** The three forms of one table of 900 cells; ours is the whole page of the product, with its frame and its gate. */
export const printHeat = (heat: HeatForms): string =>
  table(
    ['30 × 30 heat table', 'document, gzip', 'pages/s', 'against ours', 'ms to usable'],
    Object.entries(heat).map(([form, { bytes, perSecond, usableMs }]) => [
      form,
      kilobytes(bytes),
      number(perSecond),
      (heat.ours.perSecond / perSecond).toFixed(2),
      number(usableMs),
    ]),
  )

/** From the key to the frame that shows what it did. */
export const printKeys = (sheets: readonly KeyTimes[]): string =>
  table(
    ['entry grid, key to frame', 'lines', 'keys', 'p50 ms', 'p95 ms'],
    sheets.flatMap(({ lines, uses }) =>
      Object.entries(uses).map(([use, { keys, p50, p95 }]) => [
        use,
        number(lines),
        number(keys),
        number(p50),
        number(p95),
      ]),
    ),
  )

/** Cost a row, and what the server holds more than before. */
export const printExports = (files: readonly ExportTimes[]): string =>
  table(
    ['export', 'rows', 'µs a row', 'bytes a row', 'idle', 'peak', 'growth'],
    files.map(({ what, lines, ms, bytes, memory }) => [
      ...[what, number(lines), number((ms * 1000) / lines), number(bytes / lines)],
      ...(memory ? [memory.idle, memory.peak, memory.peak - memory.idle].map(megabytes) : ['–', '–', '–']),
    ]),
  )

/** Of each step of an import; memory is that of the largest process, the worker's or the server's. */
export const printImports = (imports: readonly ImportTimes[]): string =>
  table(
    ['import', 'rows', 'ms', 'µs a row', 'idle', 'peak'],
    imports.flatMap(({ rows, steps }) =>
      steps.map(({ step, ms, memory }) => [
        ...[step, number(rows), number(ms), number((ms * 1000) / rows)],
        ...(memory ? [memory.idle, memory.peak].map(megabytes) : ['–', '–']),
      ]),
    ),
  )

export function print({ sizes, coldStartMs, heat, keys, statements, scripts }: Report): string {
  const entries = Object.entries(sizes)
  return [
    ...entries.map(throughput),
    table(
      ['cold start, ms', 'product', 'floor'],
      [['process to first answer', number(coldStartMs.product), number(coldStartMs.floor)]],
    ),
    printHeat(heat),
    printKeys(keys),
    ...growth(entries),
    table(['export of everything', 'rows', 'idle', 'peak', 'growth'], entries.map(memoryOf)),
    table(
      ['page', 'statements', 'scripts, gzip', 'charts'],
      Object.entries(scripts).map(([route, { bytes, charts }]) => [
        route,
        String(statements[route]),
        kilobytes(bytes),
        charts ? 'yes' : 'no',
      ]),
    ),
  ].join('\n\n')
}
