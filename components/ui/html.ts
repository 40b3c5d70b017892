/** Text of HTML that is safe to be written as it is. Only `html` makes it. */
class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

export type { Html }

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const special = /[&<>"']/
// Most texts have none: of a thousand cells that is felt.
const escaped = (text: string): string =>
  special.test(text) ? text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign) : text

type Part = string | number | Html | readonly Html[]

const written = (part: Part): string => {
  if (part instanceof Html) return part.text
  if (typeof part === 'object') return part.map(({ text }) => text).join('')
  return typeof part === 'number' ? String(part) : escaped(part)
}

/**
 * HTML as text, for what is too much to be made of elements one by one: whatever is put in is escaped, unless it is
 * such HTML itself. Values of attributes stand between quotes.
 */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  let whole = texts[0] ?? ''
  for (const [index, part] of parts.entries()) whole += written(part) + (texts[index + 1] ?? '')
  return new Html(whole)
}
