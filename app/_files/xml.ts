/** As much of XML as the check of a workbook needs; what its cells hold is read by the reader of workbooks. */

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Text with its references resolved. */
export function xmlText(text: string): string {
  // Most have none, and a worksheet has millions.
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return named[name] ?? whole
    const code = hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

const attributes = new Map<string, RegExp>()

/** Values of attributes may hold what else ends a tag, and what looks like another attribute. */
const quoted = `"[^"]*"|'[^']*'`

/** The value of an attribute by its name without a prefix, of the inside of a tag. */
export function attributeOf(tag: string, name: string): string | undefined {
  const pattern = attributes.get(name) ?? new RegExp(`^(?:[^"']|${quoted})*?(?:^|[\\s:])${name}\\s*=\\s*(${quoted})`)
  attributes.set(name, pattern)
  const value = pattern.exec(tag)?.[1]
  return value === undefined ? undefined : xmlText(value.slice(1, -1))
}

/** Any tag of these names, whatever its prefix: the slash of a closing one, the name, the inside. */
export const tagPattern = (names: string): RegExp =>
  new RegExp(`<(/?)(?:[\\w.-]*:)?(${names})(?=[\\s/>])([^>"']*(?:(?:${quoted})[^>"']*)*)>`, 'g')

/** The insides of all opening tags of a name. */
export const tagsOf = (xml: string, name: string): string[] =>
  [...xml.matchAll(tagPattern(name))].flatMap(([, closing, , inside = '']) => (closing === '' ? [inside] : []))

const asides = /<!--[\s\S]*?(?:-->|$)|<\?[\s\S]*?(?:\?>|$)|<!\[CDATA\[([\s\S]*?)(?:\]\]>|$)/g
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** The same XML without comments and instructions, text of every sort in its usual form: in all of it, `<` is a tag's. */
export const plainXml = (xml: string): string =>
  xml.replace(asides, (_, text = '') => text.replace(/[&<>]/g, (sign: string) => entities[sign] ?? sign))
