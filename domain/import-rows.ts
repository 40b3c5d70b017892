import { nameIndex } from './block-names.ts'
import type { FileCell } from './file-table.ts'
import { cellText, nameIn } from './import-columns.ts'
import { type ColumnRole, type ImportChoices, type ImportColumn, isFigureRole } from './import-reading.ts'
import { type NameableUnit, unitFinder } from './import-units.ts'
import type { IndicatorView } from './sheet.ts'

/** Whose figures each row of a file holds. */

/** What the rows may name: the units that the person may read, and the definitions that are valid in each year. */
export type Named<Unit extends NameableUnit> = {
  units: readonly Unit[]
  /** Every version of every indicator. */
  indicators: readonly Definition[]
}
/** A version of an indicator, and the years in which it is valid. */
export type Definition = IndicatorView & { validFromYear: number; validToYear: number | null }

const isValidIn = ({ validFromYear, validToYear }: Definition, year: number): boolean =>
  validFromYear <= year && (validToYear === null || validToYear >= year)

/** The newest version of each indicator that is valid in a year. */
const newestIn = (indicators: readonly Definition[], year: number): Map<string, Definition> =>
  new Map(
    indicators
      .filter((one) => isValidIn(one, year))
      .toSorted((a, b) => a.version - b.version)
      .map((one) => [one.code, one]),
  )

/** A row of the file whose place is known; texts are '' where the file says nothing. */
export type PlacedRow<Unit> = {
  row: number
  unit: Unit
  year: number
  indicator: Definition
  /** Whether the file says which version of it. */
  versionStated: boolean
  unitOfMeasure: string
  number: string
  office: string
  /** Null where the file has no such column. */
  inAssignedSet: boolean | null
  inAdoptedSet: boolean | null
}
/** A row that is no line's, or nobody can say whose; `column` is where it says so, from 0. */
export type LostRow = {
  row: number
  reason: string
  column: number | null
  text: string
  unit: string | null
  year: number | null
}
export type LocatedRow<Unit> =
  | { is: 'placed'; placed: PlacedRow<Unit> }
  | { is: 'lost' | 'skipped'; lost: LostRow }
  | null

/** "a)", "1.", "(II)": the number itself; what only sets a row off, "-" or "+", is none. */
const bareNumber = (text: string): string => text.replace(/^[\s(]+|[\s).]+$/gu, '').replace(/^[-–—+*•·]+$/u, '')

const isYes = (text: string): boolean => /^(true|1|x|có|yes|y|✓|✔)$/iu.test(text.trim())

/** Reads rows one after the other, because a name may mean a part of what was named above it. */
export function rowLocator<Unit extends NameableUnit>(
  columns: readonly ImportColumn[],
  choices: Pick<ImportChoices, 'unit' | 'year' | 'units' | 'indicators'>,
  { units, indicators }: Named<Unit>,
) {
  const places = new Map<ColumnRole, number>()
  for (const [index, { role }] of columns.entries()) if (role !== 'ignored') places.set(role, index)
  const figures = columns.flatMap(({ role }, index) => (isFigureRole(role) ? [index] : []))
  const findUnit = unitFinder(units)
  // A file may name anything, "constructor" too, which a plain object would know.
  const matchedUnits = new Map(Object.entries(choices.units ?? {}))
  const matchedIndicators = new Map(Object.entries(choices.indicators ?? {}))
  const foundUnits = new Map<string, ReturnType<typeof findUnit>>()
  const years = new Map<number, { byCode: Map<string, Definition>; begin: ReturnType<typeof indexOf> }>()
  const readers = new Map<string, ReturnType<ReturnType<typeof indexOf>>>()

  const versions = new Map(indicators.map((one) => [`${one.code} ${one.version}`, one]))
  const indexOf = (all: readonly Definition[]) => nameIndex(all.map((indicator) => ({ indicator })))
  const ofYear = (year: number) => {
    const known = years.get(year)
    if (known) return known
    const byCode = newestIn(indicators, year)
    const made = { byCode, begin: indexOf([...byCode.values()]) }
    years.set(year, made)
    return made
  }
  const readerOf = (unit: Unit, year: number) => {
    const key = `${unit.slug} ${year}`
    const reader = readers.get(key) ?? ofYear(year).begin()
    readers.set(key, reader)
    return reader
  }

  function unitOf(text: string, year: number): Unit | 'left_out' | 'unknown_unit' | 'several_units' {
    const matched = matchedUnits.get(text)
    if (matched === null) return 'left_out'
    const key = `${matched ?? text}\n${year}`
    const found = foundUnits.get(key) ?? findUnit(matched ?? text, year)
    foundUnits.set(key, found)
    return found
  }

  function indicatorFor(text: string, unit: Unit, year: number): Definition | string {
    const matched = matchedIndicators.get(text)
    if (matched === null) return 'left_out'
    const coded = ofYear(year).byCode.get(matched ?? text)
    if (coded) return coded
    const named = readerOf(unit, year).next(matched ?? text)
    if (typeof named !== 'string') return named.indicator
    return named === 'several_lines' ? 'several_indicators' : 'unknown_indicator'
  }

  /** The row at an index of the table (0: its first); null where it is blank. */
  return (cells: readonly FileCell[], index: number): LocatedRow<Unit> => {
    if (cells.every((cell) => cell === '')) return null
    const at = (role: ColumnRole): number => places.get(role) ?? -1
    const textAt = (role: ColumnRole): string => nameIn(cells[at(role)])
    const isEmpty = figures.every((column) => cellText(cells[column]).trim() === '')
    const said: Pick<LostRow, 'unit' | 'year'> = { unit: null, year: null }
    const lost = (reason: string, role: ColumnRole): LocatedRow<Unit> => ({
      is: reason === 'left_out' ? 'skipped' : 'lost',
      lost: { row: index + 1, reason, column: places.get(role) ?? null, text: textAt(role), ...said },
    })

    const name = textAt('indicator')
    const nothing: LocatedRow<Unit> = {
      is: 'skipped',
      lost: { row: index + 1, reason: 'no_figures', column: at('indicator'), text: name, ...said },
    }
    if (name === '') return isEmpty ? nothing : lost('indicator_missing', 'indicator')

    const typedYear = textAt('year')
    const year =
      places.has('year') && typedYear !== '' ? Number(/^(?:năm\s+)?(\d{4})$/iu.exec(typedYear)?.[1]) : choices.year
    if (year === undefined || !(year >= 1990 && year <= 2100)) return isEmpty ? nothing : lost('unknown_year', 'year')
    said.year = year

    const typedUnit = places.has('unit') ? textAt('unit') : ''
    if (typedUnit === '' && choices.unit === undefined) return isEmpty ? nothing : lost('unit_missing', 'unit')
    const unit = typedUnit === '' ? findUnit(choices.unit ?? '', year) : unitOf(typedUnit, year)
    if (typeof unit === 'string') return isEmpty && !places.has('indicator_version') ? nothing : lost(unit, 'unit')
    said.unit = unit.slug

    const version = textAt('indicator_version')
    const found = indicatorFor(name, unit, year)
    const stated = version === '' ? undefined : versions.get(`${matchedIndicators.get(name) ?? name} ${version}`)
    const indicator = found === 'left_out' ? found : (stated ?? found)
    if (typeof indicator === 'string') return isEmpty && version === '' ? nothing : lost(indicator, 'indicator')
    if (!isValidIn(indicator, year)) return lost('not_in_year', 'indicator')
    const set = (role: ColumnRole) => (places.has(role) ? isYes(textAt(role)) : null)
    return {
      is: 'placed',
      placed: {
        ...{ row: index + 1, unit, year, indicator, versionStated: stated !== undefined },
        unitOfMeasure: textAt('unit_of_measure'),
        number: bareNumber(textAt('line_number')),
        office: textAt('office'),
        inAssignedSet: set('in_assigned_set'),
        inAdoptedSet: set('in_adopted_set'),
      },
    }
  }
}
