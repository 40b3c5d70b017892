import { type FoundText, type Separator, separators } from '#domain/file-found.ts'
import { firstRecords } from './csv-records.ts'

export type FoundSeparator = Pick<FoundText, 'separator' | 'separatorBy' | 'columns' | 'agreeing' | 'rows'>

/** Rows that are counted, and the characters in which they are looked for. */
const ROWS = 200
const SAMPLE = 256 * 1024

/** The first row with which Excel is told the separator. */
const declaration = /^sep=([,;\t])(?:\r\n|\n|\r|$)/

/** How many of the first rows have as many columns as most of them have. */
function count(sample: string, separator: Separator): Omit<FoundSeparator, 'separatorBy'> {
  const widths = firstRecords(sample, separator, ROWS)
    .filter((record) => record.some((cell) => cell !== ''))
    .map((record) => record.length)
  const times = new Map<number, number>()
  for (const width of widths) times.set(width, (times.get(width) ?? 0) + 1)
  const [columns, agreeing] = [...times].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [0, 0]
  return { separator, columns, agreeing, rows: widths.length }
}

/**
 * What separates the columns, with the reason. Of those that make columns at all, the one in which the most rows agree,
 * then the one with the most columns: a decimal comma stands in some rows, a separator in each.
 */
export function findSeparator(text: string, chosen: Separator | undefined): FoundSeparator {
  const sample = text.slice(0, SAMPLE)
  if (chosen !== undefined) return { ...count(sample, chosen), separatorBy: 'chosen' }
  const declared = separators.find((separator) => separator === declaration.exec(text)?.[1])
  if (declared !== undefined) {
    return { ...count(sample.replace(declaration, ''), declared), separatorBy: 'declared' }
  }
  const counts = separators.map((separator) => count(sample, separator))
  const [best] = counts
    .filter(({ columns }) => columns > 1)
    .sort((a, b) => b.agreeing - a.agreeing || b.columns - a.columns)
  return best ? { ...best, separatorBy: 'counted' } : { ...count(sample, ','), separatorBy: 'one_column' }
}
