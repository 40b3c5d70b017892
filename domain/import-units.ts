import { existsIn, searchKey, type UnitKind, unitKindNames } from './unit.ts'

/** A unit as a file may name it. Dates are ISO. */
export type NameableUnit = {
  slug: string
  code: string
  name: string
  kind: UnitKind
  validFrom: string
  validTo: string | null
}

/** What is written before a unit's name, besides its kind in full. */
const kindWords: Partial<Record<UnitKind, string[]>> = {
  city: ['thành phố', 'tp', 'tp.'],
  provincial_city: ['thành phố', 'tp', 'tp.'],
  urban_district: ['q.'],
  town: ['tx', 'tx.'],
  ward: ['p.'],
}

/** "UBND quận …", "Ủy ban nhân dân phường …": the office that writes for its unit. */
const fold = (text: string): string => searchKey(text).replace(/^(ubnd|uy ban nhan dan)\s+/, '')

const namesOf = ({ name, kind }: NameableUnit): string[] =>
  ['', unitKindNames[kind], ...(kindWords[kind] ?? [])].map((word) => fold(`${word} ${name}`))

function indexOf<Unit>(units: readonly Unit[], keysOf: (unit: Unit) => readonly string[]): Map<string, Unit[]> {
  const index = new Map<string, Unit[]>()
  for (const unit of units) {
    for (const key of new Set(keysOf(unit))) {
      const same = index.get(key)
      if (same) same.push(unit)
      else index.set(key, [unit])
    }
  }
  return index
}

/**
 * Finds the unit that a text names: by its name in addresses, its official code, or its name without diacritics, with
 * or without its kind. Codes and names are used again by other units, so that the year has a say (domain rule 12).
 */
export function unitFinder<Unit extends NameableUnit>(units: readonly Unit[]) {
  const [bySlug, byCode] = [indexOf(units, ({ slug }) => [slug]), indexOf(units, ({ code }) => [code])]
  const byName = indexOf(units, namesOf)
  return (text: string, year: number | null): Unit | 'unknown_unit' | 'several_units' => {
    const typed = text.trim()
    const named = bySlug.get(typed) ?? byCode.get(typed) ?? byName.get(fold(typed)) ?? []
    const living = named.filter((unit) => year === null || existsIn(unit, year))
    const [unit, ...others] = living.length > 0 ? living : named
    return unit === undefined ? 'unknown_unit' : others.length > 0 ? 'several_units' : unit
  }
}
