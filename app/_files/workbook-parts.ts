import type { Archive } from './archive.ts'
import { Unreadable } from './unreadable.ts'
import { attributeOf, tagsOf } from './xml.ts'

export type WorkbookParts = {
  /** The parts that every worksheet needs, by their names. */
  shared: Map<string, Buffer>
  /** `number` is its place among the sheets, from 1; sheets of charts have a number and are left out. */
  worksheets: { name: string; number: number; part: string; hidden: boolean }[]
  /** Whether a cell of this style is shown in percent. */
  isPercent(style: string): boolean
}

/** What an archive is where it is no workbook. */
const others: [what: string, part: string][] = [
  ['xlsb', 'xl/workbook.bin'],
  ['word', 'word/document.xml'],
  ['ods', 'content.xml'],
]

/** Styles 9 and 10 of Excel are percent, and every other with a % that is neither quoted, escaped nor in brackets. */
function percentStyles(styles: string): Set<string> {
  const percent = new Set(['9', '10'])
  for (const tag of tagsOf(styles, 'numFmt')) {
    const code = (attributeOf(tag, 'formatCode') ?? '').replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '')
    if (code.includes('%')) percent.add(attributeOf(tag, 'numFmtId') ?? '')
  }
  const [, ofCells = ''] = /<(?:\w+:)?cellXfs\b([\s\S]*?)<\/(?:\w+:)?cellXfs>/.exec(styles) ?? []
  const formats = tagsOf(ofCells, 'xf').map((tag) => attributeOf(tag, 'numFmtId') ?? '0')
  return new Set(formats.flatMap((format, style) => (percent.has(format) ? [String(style)] : [])))
}

const WORKBOOK = 'xl/workbook.xml'
const RELATIONS = 'xl/_rels/workbook.xml.rels'

/** What a workbook is made of. Refused: an archive that is something else, by what it is. */
export async function findParts(archive: Archive): Promise<WorkbookParts> {
  const workbook = await archive.read(WORKBOOK)
  const relations = await archive.read(RELATIONS)
  if (workbook === null || relations === null) {
    const what = others.find(([, part]) => archive.has(part))?.[0] ?? 'archive'
    throw Unreadable.file('not_a_table', { what })
  }
  const targets = tagsOf(relations.toString(), 'Relationship').map((tag) => {
    const target = attributeOf(tag, 'Target') ?? ''
    return {
      id: attributeOf(tag, 'Id'),
      type: (attributeOf(tag, 'Type') ?? '').split('/').at(-1),
      part: target.startsWith('/') ? target.slice(1) : `xl/${target}`,
    }
  })
  const shared = new Map([
    [WORKBOOK, workbook],
    [RELATIONS, relations],
  ])
  let styles = ''
  for (const { type, part } of targets) {
    if (type !== 'styles' && type !== 'sharedStrings') continue
    const content = await archive.read(part)
    if (content !== null) shared.set(part, content)
    if (type === 'styles') styles = content?.toString() ?? ''
  }
  const percent = percentStyles(styles)
  return {
    shared,
    isPercent: (style) => percent.has(style),
    worksheets: tagsOf(workbook.toString(), 'sheet').flatMap((tag, at) => {
      const target = targets.find(({ id, type }) => type === 'worksheet' && id === attributeOf(tag, 'id'))
      if (target === undefined) return []
      const hidden = (attributeOf(tag, 'state') ?? 'visible') !== 'visible'
      return [{ name: attributeOf(tag, 'name') ?? '', number: at + 1, part: target.part, hidden }]
    }),
  }
}
