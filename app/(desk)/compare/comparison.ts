import 'server-only'
import { askedText } from '#app/_server/list-page.ts'
import type { Session } from '#app/_server/session.ts'
import type { ComparedSheet } from '#components/table/compare-rows.ts'
import { listUnits } from '#db/queries/list-units.ts'
import { readSheetLines } from '#db/queries/sheet-lines.ts'
import { listUnitYears } from '#db/queries/unit-years.ts'
import { type IndicatorGroup, indicatorGroups } from '#domain/indicator.ts'
import { matcher } from '#domain/search.ts'
import { compareNames } from '#domain/unit.ts'

export type Search = Record<string, string | string[] | undefined>

export const slots = ['a', 'b', 'c', 'd'] as const
type Slot = (typeof slots)[number]

/** The sheets of more units than these are too many to choose from: they are searched for. */
const offeredUnits = 20

export type Comparison = {
  /** Each once, in the order of their slots. */
  sheets: ComparedSheet[]
  /** Where the address asks for them. */
  chosen: Partial<Record<Slot, string>>
  /** What the address names that is not there, or not for this person: these are one and the same. */
  unknown: string[]
  group: IndicatorGroup | null
  /** The sheets that can be chosen, as the address names them. */
  offered: { value: string; name: string; kind: ComparedSheet['unit']['kind']; year: number }[]
  /** There are more units than are offered, so that they can be searched. */
  searched: boolean
}

/** The sheets that an address names as `a=slug.year`, and those that may be named instead: four statements. */
export async function readComparison({ reader, actor }: Session, search: Search): Promise<Comparison> {
  const asked = slots.flatMap((slot) => {
    const text = askedText(search[slot])
    return text ? [{ slot, text, ...addressOf(text) }] : []
  })
  const units = (await listUnits(reader, actor)).sort((a, b) => compareNames(a.name, b.name))
  const matches = matcher(askedText(search.q))
  const found = units.filter(({ code, name }) => matches(`${code} ${name}`)).slice(0, offeredUnits)
  const wanted = new Set([...found, ...asked].map(({ slug }) => slug))
  const known = (await listUnitYears(reader, actor, [...wanted])).sort((a, b) => compareNames(a.unit.name, b.unit.name))

  const sheetOf = new Map(
    known.flatMap(({ unit, years }) => years.map((sheet) => [`${unit.slug}.${sheet.year}`, { unit, ...sheet }])),
  )
  const there = asked.flatMap(({ slot, text }) => {
    const sheet = sheetOf.get(text)
    return sheet ? [{ slot, text, sheet }] : []
  })
  const sheets = new Map(there.map(({ text, sheet }) => [text, sheet]))
  const lines = await readSheetLines(
    reader,
    [...sheets.values()].map(({ id }) => id),
  )
  return {
    sheets: [...sheets.values()].map(({ id, unit, year, state }) => ({
      unit,
      year,
      state,
      lines: lines.get(id) ?? [],
    })),
    chosen: Object.fromEntries(there.map(({ slot, text }) => [slot, text])),
    unknown: asked.flatMap(({ text }) => (sheetOf.has(text) ? [] : [text])),
    group: indicatorGroups.find((group) => group === search.group) ?? null,
    offered: [...sheetOf].map(([value, { unit, year }]) => ({ value, name: unit.name, kind: unit.kind, year })),
    searched: units.length > offeredUnits,
  }
}

const addressOf = (text: string) => ({ slug: text.slice(0, Math.max(0, text.lastIndexOf('.'))) })

/** The address of a comparison: what is known of what was asked for. */
export function comparisonAddress({ chosen, group }: Pick<Comparison, 'chosen' | 'group'>): string {
  const query = new URLSearchParams({ ...chosen, ...(group && { group }) })
  return query.size > 0 ? `/compare?${query}` : '/compare'
}
