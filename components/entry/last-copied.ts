import type { Locale } from './cell-place.ts'

let last: { text: string; locale: Locale } | null = null

/** The block that was copied from a grid of this window last: pasted again, its numbers need no question. */
export const lastCopied = {
  keep(text: string, locale: Locale) {
    last = { text, locale }
  },
  /** In which locale its numbers are written; null of any other text. Systems may give line ends of their own. */
  localeOf: (pasted: string): Locale | null =>
    last !== null && unified(pasted) === unified(last.text) ? last.locale : null,
}

const unified = (block: string): string => block.replaceAll('\r\n', '\n').trimEnd()
