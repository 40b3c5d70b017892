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
  if (typeof part === 'string') return escaped(part)
  if (part instanceof Html) return part.text
  return typeof part === 'number' ? String(part) : part.map(({ text }) => text).join('')
}

/**
 * HTML as text, for what is too much to be made of elements one by one: whatever is put in is escaped, unless it is
 * such HTML itself. Values of attributes stand between quotes.
 */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  let whole = texts[0] ?? ''
  // Counted, not iterated: of a table's ten thousand parts an iterator was felt before the table could be used.
  for (let index = 0; index < parts.length; index += 1) whole += written(parts[index] ?? '') + (texts[index + 1] ?? '')
  return new Html(whole)
}
