import { nameWithin } from './indicator.ts'
import type { IndicatorView } from './sheet.ts'
import { searchKey } from './unit.ts'

/** "– ", "a) ", "1.2. ": what stands before a name in a sheet; "Trong đó:" may stand in a row of its own. */
const numbering = /^(?:[-+*•·]\s*|(?:\d+|[ivx]+|[a-z])[.)]\s*|\d+\s)+/u
const ofWhich = /^(?:trong do|bao gom|of which|including)(?:\s*[:,]\s*|$)/u

/** A name as it is compared: without diacritics, case, numbering or a colon, and with one kind of dash. */
export const foldName = (text: string): string =>
  searchKey(text)
    .replace(/[‐-―−]/gu, '-')
    .replace(numbering, '')
    .replace(ofWhich, '')
    .replace(numbering, '')
    .replace(/\s*-\s*/g, '-')
    .replace(/\s*[:;.]$/, '')

/** A name that says itself that it is a part: "– Thu từ thuế", "Trong đó: thu từ đất". */
const isPart = (text: string): boolean => /^\s*[-–—−+*•·]/u.test(text) || ofWhich.test(searchKey(text))

/** What may be named: a line of a sheet, or what could become one. */
type Nameable = {
  indicator: Pick<IndicatorView, 'code' | 'parentCode' | 'nameVi' | 'nameEn' | 'shortVi' | 'shortEn' | 'unitOfMeasure'>
}

/** The line that a row names, or why none is taken. */
export type Named<Line extends Nameable> = Line | 'no_line' | 'several_lines'

/**
 * Finds the line that each row of a block names, row after row: by its code, else by one of its names. Of namesakes the
 * one is meant that stands under the parent which the block has named above; where that does not tell, none is.
 */
export const nameReader = <Line extends Nameable>(lines: readonly Line[]) => nameIndex(lines)()

/** The same for many blocks over the same lines: each call begins another block. */
export function nameIndex<Line extends Nameable>(lines: readonly Line[]) {
  const byCode = new Map(lines.map((line) => [line.indicator.code, line]))
  const parentOf = ({ indicator }: Line) => byCode.get(indicator.parentCode ?? '')
  const byName = indexOf(lines, ({ indicator: { nameVi, nameEn, shortVi, shortEn } }) => [
    nameVi,
    nameEn,
    shortVi,
    shortEn,
  ])
  const byPartName = indexOf(lines, (line) => {
    const parent = parentOf(line)?.indicator
    const { nameVi, nameEn } = line.indicator
    return parent ? [nameWithin(nameVi, parent.nameVi), nameWithin(nameEn, parent.nameEn)] : []
  })
  return () => {
    /** The line whose parts may be named: none before the first row, unknown below one that is not on the sheet. */
    let above: Line | 'none' | 'unknown' = 'none'

    function candidates(text: string): Line[] {
      const coded = byCode.get(text)
      if (coded) return [coded]
      const key = foldName(text)
      const [named, parts] = [byName.get(key) ?? [], byPartName.get(key) ?? []]
      const here = parts.filter((line) => parentOf(line) === above)
      const tops = named.filter((line) => !parentOf(line))
      if (isPart(text)) return above === 'none' ? [...new Set([...named, ...parts])] : here.length > 0 ? here : tops
      // A name that both a line of its own and a part bear may mean either.
      if (tops.length > 0) return [...tops, ...here]
      if (here.length > 0) return here
      return named.length > 0 || above !== 'none' ? named : parts
    }

    return {
      /** Whether a text could be the name of a line at all. */
      knows: (text: string): boolean =>
        byCode.has(text.trim()) || byName.has(foldName(text)) || byPartName.has(foldName(text)),
      next(text: string): Named<Line> {
        const [line, ...others] = candidates(text)
        if (line && others.length === 0) {
          above = parentOf(line) ?? line
          return line
        }
        if (!isPart(text)) above = 'unknown'
        return line ? 'several_lines' : 'no_line'
      },
    }
  }
}

/** The lines of each name, folded; the unit may stand in brackets behind it. */
function indexOf<Line extends Nameable>(lines: readonly Line[], namesOf: (line: Line) => readonly (string | null)[]) {
  const index = new Map<string, Line[]>()
  for (const line of lines) {
    const { unitOfMeasure } = line.indicator
    const names = namesOf(line).flatMap((name) => (name === null ? [] : [name, `${name} (${unitOfMeasure})`]))
    for (const key of new Set(names.map(foldName).filter(Boolean))) index.set(key, [...(index.get(key) ?? []), line])
  }
  return index
}
