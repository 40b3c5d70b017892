/** The words and signs that may stand around a number, and how a text is known to be words. */

/** How the stated number is meant (domain rule 5). */
export const qualifiers = ['exact', 'above', 'below', 'at_least', 'at_most', 'about'] as const
export type Qualifier = (typeof qualifiers)[number]

const qualifierWords: Record<Exclude<Qualifier, 'exact'>, string[]> = {
  above: ['trên', 'hơn', 'above', 'over', 'more than'],
  below: ['dưới', 'below', 'under', 'less than'],
  at_least: ['ít nhất', 'tối thiểu', 'không dưới', 'at least'],
  at_most: ['tối đa', 'không quá', 'at most'],
  about: ['khoảng', 'gần', 'xấp xỉ', 'about', 'nearly', 'approximately'],
}

/** The sign of each qualifier: as shown, and in the plain style of CSV and the API. Both are read. */
export const qualifierSigns: Record<Qualifier, { shown: string; plain: string }> = {
  exact: { shown: '', plain: '' },
  above: { shown: '>', plain: '>' },
  below: { shown: '<', plain: '<' },
  at_least: { shown: '≥', plain: '>=' },
  at_most: { shown: '≤', plain: '<=' },
  about: { shown: '≈', plain: '~' },
}

const openings = new Map<string, Qualifier>()
for (const qualifier of qualifiers) {
  if (qualifier === 'exact') continue
  const { shown, plain } = qualifierSigns[qualifier]
  for (const opening of [shown, plain, ...qualifierWords[qualifier]]) openings.set(opening, qualifier)
}

const number = '[+\\-−]?\\d'
const openingSign = /^(>=|<=|[<>≥≤≈~])\s*/u
// Only before a number: "Dưới mức thành phố giao" is words.
const openingWord = new RegExp(`^(${Object.values(qualifierWords).flat().join('|')})\\s+(?=${number})`, 'iu')
const openingRange = new RegExp(`^(từ|from)\\s+${number}`, 'iu')

/** Splits the qualifier off the front: "trên 14.000" → above, "14.000". The text is NFC and trimmed. */
export function takeQualifier(text: string): { qualifier: Qualifier; rest: string } {
  const [opening = '', key = ''] = openingSign.exec(text) ?? openingWord.exec(text) ?? []
  return { qualifier: openings.get(key.toLowerCase()) ?? 'exact', rest: text.slice(opening.length) }
}

/**
 * True for a text that is words and no attempt at a number. What begins with a digit or a sign is not, even where
 * words may stand ("75O", "4 chỉ tiêu"): there an apostrophe in front says that words are meant, as in Excel.
 */
export const readsAsWords = (text: string): boolean =>
  /^[\p{L}"“‘«]/u.test(text) && !openingWord.test(text) && !openingRange.test(text) && !/^(nan|infinity)$/i.test(text)
