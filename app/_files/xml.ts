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

/** The value of an attribute by its name without a prefix, of the inside of a tag. */
export function attributeOf(tag: string, name: string): string | undefined {
  const pattern = attributes.get(name) ?? new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(["'])(.*?)\\1`, 's')
  attributes.set(name, pattern)
  const value = pattern.exec(tag)?.[2]
  return value === undefined ? undefined : xmlText(value)
}

/** The insides of all opening tags of a name, whatever their prefix. */
export const tagsOf = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}(?=[\\s/>])([^>]*)>`, 'g'))].map(([, inside = '']) => inside)
