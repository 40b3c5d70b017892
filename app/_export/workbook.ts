import type { WorkbookCell } from '#domain/export-cells.ts'
import { dayOf } from './handed-out.ts'
import { WorkbookStyles } from './workbook-styles.ts'
import { type ZipEntry, zip } from './zip.ts'

/** Rows under a head that stays in sight. */
export type Worksheet = {
  /** As Excel takes it: worksheetNames() below. */
  name: string
  columns: readonly { name: string; width: number }[]
  rows: AsyncIterable<readonly WorkbookCell[]> | Iterable<readonly WorkbookCell[]>
  /** Whether the head filters the rows. */
  filter: boolean
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/**
 * An XLSX of worksheets, streamed: write-excel-file, which writes our forms, holds all cells and then all of their XML.
 * Text is never a formula and never taken for a number: it is written as text, in the format of text.
 */
export function workbook(worksheets: readonly Worksheet[]): AsyncGenerator<Uint8Array, void> {
  const styles = new WorkbookStyles()
  return zip([
    { name: '[Content_Types].xml', content: [contentTypes(worksheets.length)] },
    { name: '_rels/.rels', content: [relationships([['officeDocument', 'xl/workbook.xml']])] },
    { name: 'xl/workbook.xml', content: [listOf(worksheets)] },
    { name: 'xl/_rels/workbook.xml.rels', content: [relationships(partsOf(worksheets.length))] },
    ...worksheets.map(
      (worksheet, index): ZipEntry => ({
        name: `xl/worksheets/sheet${index + 1}.xml`,
        content: worksheetXml(worksheet, styles),
      }),
    ),
    // Last: which formats there are is known then.
    { name: 'xl/styles.xml', content: lazily(() => declaration + styles.xml(main)) },
  ])
}

function* lazily(write: () => string): Generator<string, void> {
  yield write()
}

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1)

const contentTypes = (worksheets: number): string => {
  const part = (name: string, type: string) =>
    `<Override PartName="/xl/${name}.xml" ContentType="${types}.${type}+xml"/>`
  const sheets = numbers(worksheets).map((number) => part(`worksheets/sheet${number}`, 'worksheet'))
  return `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('workbook', 'sheet.main')}${part('styles', 'styles')}${sheets.join('')}</Types>`
}

/** The worksheets by their number, and the styles behind them. */
const partsOf = (worksheets: number): [type: string, target: string][] => [
  ...numbers(worksheets).map((number): [string, string] => ['worksheet', `worksheets/sheet${number}.xml`]),
  ['styles', 'styles.xml'],
]

const relationships = (parts: readonly [type: string, target: string][]): string => {
  const all = parts.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${office}/${type}" Target="${target}"/>`,
  )
  return `${declaration}<Relationships xmlns="${relations}">${all.join('')}</Relationships>`
}

const listOf = (worksheets: readonly Worksheet[]): string => {
  const sheets = worksheets.map(
    ({ name }, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  )
  return `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets.join('')}</sheets></workbook>`
}

/** Characters of a part, about. */
const PART = 64 * 1024

async function* worksheetXml(
  { columns, rows, filter }: Worksheet,
  styles: WorkbookStyles,
): AsyncGenerator<string, void> {
  const letters = columns.map((_, index) => columnLetters(index))
  const widths = columns.map(
    ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  )
  const head = columns.map(({ name }, index) => textXml(`${letters[index]}1`, name, styles.head)).join('')
  let part = `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData><row r="1">${head}</row>`
  let number = 1
  for await (const cells of rows) {
    number += 1
    part += `<row r="${number}">${cells.map((cell, index) => cellXml(`${letters[index]}${number}`, cell, styles)).join('')}</row>`
    if (part.length < PART) continue
    yield part
    part = ''
  }
  const filtered = filter ? `<autoFilter ref="A1:${letters.at(-1)}${number}"/>` : ''
  yield `${part}</sheetData>${filtered}</worksheet>`
}

/** A … Z, AA … */
const columnLetters = (index: number): string =>
  (index < 26 ? '' : columnLetters(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26))

function cellXml(place: string, cell: WorkbookCell, styles: WorkbookStyles): string {
  if (cell === '') return ''
  if (typeof cell === 'string') return textXml(place, cell, styles.text)
  const [value, style] =
    'number' in cell ? [cell.number, styles.ofNumber(cell.format)] : [dayNumber(cell.date), styles.day]
  return `<c r="${place}" s="${style}"><v>${value}</v></c>`
}

const textXml = (place: string, text: string, style: number): string =>
  `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`

const dayZero = Date.UTC(1899, 11, 30)
/** Days since the one that Excel counts from; of a moment, the day where the users are. */
const dayNumber = (iso: string): number => (Date.parse(dayOf(new Date(iso))) - dayZero) / 86_400_000

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** What XML cannot hold is left out; what Excel would take for a character's number ("_x0041_") is kept from it. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is meant
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[&<>"]/g, (sign) => entities[sign] ?? sign)

/** Names that Excel takes for worksheets: at most 31 characters, none of []:*?/\, no two alike in any case of letters. */
export function worksheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>()
  return wanted.map((name) => {
    const plain =
      name
        .replace(/[[\]:*?/\\]/g, ' ')
        .replace(/^'+|'+$/g, '')
        .trim() || '-'
    for (let round = 1; ; round += 1) {
      const end = round === 1 ? '' : ` (${round})`
      const unique = plain.slice(0, 31 - end.length) + end
      if (taken.has(unique.toLowerCase())) continue
      taken.add(unique.toLowerCase())
      return unique
    }
  })
}
