/** Files as people hand them in, made by code: sound workbooks, and archives that are wrong in one way each. */
import { crc32, deflateRawSync } from 'node:zlib'

type Part = {
  content: string | Buffer
  /** What its headers claim instead of the truth. */
  claims?: { size?: number; encrypted?: boolean }
}

export type AnyPart = Part | string | Buffer

/** A ZIP archive; its parts are deflated. `count` is how many parts its end claims. */
export function zip(parts: [name: string, part: AnyPart][], count = parts.length): Buffer {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const [name, given] of parts) {
    const { content, claims = {} } = typeof given === 'object' && 'content' in given ? given : { content: given }
    const bytes = Buffer.from(content)
    const packed = deflateRawSync(bytes)
    const path = Buffer.from(name)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(claims.encrypted ? 1 : 0, 2)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(crc32(bytes), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(claims.size ?? bytes.length, 18)
    fields.writeUInt16LE(path.length, 22)
    const before = Buffer.concat([Buffer.from('PK\x03\x04'), fields, path])
    const entry = Buffer.alloc(46)
    entry.write('PK\x01\x02')
    fields.copy(entry, 6)
    entry.writeUInt32LE(offset, 42)
    local.push(before, packed)
    central.push(entry, path)
    offset += before.length + packed.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06')
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...local, directory, end])
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const xml = (body: string) => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${body}`

export type MadeWorksheet = {
  name: string
  /** What stands in <sheetData>, and behind it. */
  data: string
  after?: string
  hidden?: boolean
}

/** The parts of a workbook; `strings` are the insides of its shared ones. Style 1 is a date, 2 a percent, 3 a percent of its own format, 4 has a % in quotes. */
export function workbookParts(worksheets: MadeWorksheet[], strings: string[] = []): [string, string][] {
  const sheet = ({ name, hidden }: MadeWorksheet, at: number) =>
    `<sheet name="${name}" sheetId="${at + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${at + 1}"/>`
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`
  return [
    [
      'xl/workbook.xml',
      xml(
        `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${worksheets.map(sheet).join('')}</sheets></workbook>`,
      ),
    ],
    [
      'xl/_rels/workbook.xml.rels',
      xml(
        `<Relationships>${worksheets.map((_, at) => relation(`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`)).join('')}${relation('s', 'styles', 'styles.xml')}${relation('t', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
      ),
    ],
    [
      'xl/styles.xml',
      xml(
        `<styleSheet xmlns="${main}"><numFmts><numFmt numFmtId="164" formatCode="0.0##\\ %"/><numFmt numFmtId="165" formatCode="0.0&quot; %&quot;"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`,
      ),
    ],
    ['xl/sharedStrings.xml', xml(`<sst xmlns="${main}">${strings.map((text) => `<si>${text}</si>`).join('')}</sst>`)],
    ...worksheets.map(({ data, after = '' }, at): [string, string] => [
      `xl/worksheets/sheet${at + 1}.xml`,
      xml(`<worksheet xmlns="${main}"><sheetData>${data}</sheetData>${after}</worksheet>`),
    ]),
  ]
}

/** A sound workbook. */
export const workbook = (worksheets: MadeWorksheet[], strings: string[] = []): Buffer =>
  zip(workbookParts(worksheets, strings))

/** One worksheet of these rows, as they stand in XML. */
export const worksheet = (data: string, after = ''): Buffer => workbook([{ name: 'Biểu 1', data, after }])

/** The Vietnamese of Windows-1258: letters with their shape, tones behind them. */
export function windows1258(text: string): Buffer {
  const table = new Map(
    Array.from({ length: 256 }, (_, byte) => [new TextDecoder('windows-1258').decode(Uint8Array.of(byte)), byte]),
  )
  const bytes = [...text].flatMap((letter) => {
    const whole = table.get(letter)
    if (whole !== undefined) return [whole]
    const tone = letter.normalize('NFD').match(/[\u0300\u0301\u0303\u0309\u0323]/u)?.[0] ?? ''
    const shape = letter.normalize('NFD').replace(tone, '').normalize('NFC')
    return [table.get(shape), table.get(tone)].filter((byte) => byte !== undefined)
  })
  return Buffer.from(bytes)
}

/** What the directory of an old office file holds, after its signature. */
export const compound = (...streams: string[]): Buffer =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(504),
    ...streams.map((name) => Buffer.from(name.padEnd(64, '\0'), 'utf16le')),
  ])
