import { compareNames, searchKey } from './unit.ts'

/** Search by words, without regard to diacritics, case and look-alike letters (DOMAIN, "Numbers, text, dates"). */

const wordsOf = (text: string): string[] => searchKey(text).split(' ')

/** Whether all words that are searched for stand in a text; where none is, every text has them. */
export function matcher(q: string | undefined): (text: string) => boolean {
  const words = wordsOf(q ?? '')
  return (text) => {
    const key = searchKey(text)
    return words.every((word) => key.includes(word))
  }
}

/** What is asked of the whole product: words, and the year that one of them is. */
export type Asked = { words: string[]; year: number | null }

export function readAsked(q: string): Asked {
  const words = wordsOf(q).filter(Boolean)
  const year = words.find((word) => /^(19|20)\d\d$/.test(word))
  return { words: words.filter((word) => word !== year), year: year === undefined ? null : Number(year) }
}

/** What can be found: by its name, its code, and by what is said around it (the unit above, the kind). */
export type Findable = { name: string; code: string; around: string }

/** How well one word is found: as the code, at the start of a word of the name, within it, or around it. */
function rankWord(word: string, { name, code, around }: Findable): number {
  if (code === word) return 8
  if (` ${name}`.includes(` ${word}`)) return 4
  if (name.includes(word) || code.includes(word)) return 2
  return around.includes(word) ? 1 : 0
}

/** Higher is better; null where a word is not found. A name that begins with all that was typed comes before others. */
function rank(words: readonly string[], keys: Findable): number | null {
  const ranks = words.map((word) => rankWord(word, keys))
  if (ranks.includes(0)) return null
  const phrase = words.join(' ')
  const whole = keys.name === phrase ? 200 : keys.name.startsWith(phrase) ? 100 : 0
  return whole + ranks.reduce((sum, one) => sum + one, 0) / ranks.length
}

/** What words are looked for in: the key of each text, made once. */
const keysOf = ({ name, code, around }: Findable): Findable => ({
  name: searchKey(name),
  code: searchKey(code),
  around: searchKey(around),
})

/** The entries in which all words are found, the best first, equals by name; none where there are no words. */
export function search<Entry>(
  words: readonly string[],
  entries: readonly Entry[],
  describe: (entry: Entry) => Findable,
): Entry[] {
  if (words.length === 0) return []
  return entries
    .flatMap((entry) => {
      const findable = describe(entry)
      const ranked = rank(words, keysOf(findable))
      return ranked === null ? [] : [{ entry, ranked, name: findable.name }]
    })
    .sort((a, b) => b.ranked - a.ranked || compareNames(a.name, b.name))
    .map(({ entry }) => entry)
}
