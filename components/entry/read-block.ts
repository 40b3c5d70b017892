/** A block as spreadsheets and web tables put it on the clipboard: tabs between cells, quotes around line breaks. */

const lineEnd = /\r\n|\n|\r/

/** Every character as it stands. */
const literal = (text: string): string[][] => text.split(lineEnd).map((row) => row.split('\t'))

/** A quote that is no cell's beginning and end has swallowed the rows behind it. */
const ranOn = (cell: string): boolean => /^".*[\r\n]/s.test(cell)

/**
 * The cells of a block, row by row; the line end after the last row is no row of its own. A quote inside a text, or one
 * that is never closed, is a character like any other. The parser is loaded only where a block has quotes.
 */
export async function readBlock(clipboard: string): Promise<string[][]> {
  const text = clipboard.replace(/^\uFEFF/, '').replace(/(?:\r\n|\n|\r)$/, '')
  if (!text.includes('"')) return literal(text)
  const parse = await import('csv-parse/browser/esm/sync').then(
    (parser) => parser.parse,
    // The network is away: a quote more in a text is better than no block at all.
    () => null,
  )
  if (!parse) return literal(text)
  // Excel and LibreOffice quote cells with line breaks and leave other quotes as they are.
  for (const relaxed of [false, true]) {
    try {
      const rows = parse(text, {
        delimiter: '\t',
        record_delimiter: ['\r\n', '\n', '\r'],
        relax_column_count: true,
        relax_quotes: relaxed,
      })
      if (!relaxed || !rows.flat().some(ranOn)) return rows
    } catch {
      // Not quoted as a table is.
    }
  }
  return literal(text)
}
