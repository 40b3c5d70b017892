import { type ImportDiff, type ImportRecord, type ImportSheet, importOutcomes, type UnmatchedName } from './import.ts'
import type { NameableUnit } from './import-units.ts'
import { isPlanChange, type SheetWrite, setsOf } from './import-writes.ts'
import { formatQuantity } from './quantity-format.ts'

/** What a preview says of a difference: counts, causes, sheets, and the names that nobody has. */

/** A row of the file with an error, as it stands there. */
export type ErrorRow = {
  row: number
  cells: string[]
  problems: Pick<ImportRecord, 'column' | 'reason' | 'values'>[]
}

/** What a person must see first comes first. */
const order = ['error', 'changed', 'new', 'skipped', 'unchanged'] as const

/** The records by outcome and cause, the most frequent cause of an outcome first. */
export function groupRecords(records: readonly ImportRecord[]): ImportRecord[][] {
  const groups = Map.groupBy(records, ({ outcome, reason }) => `${outcome} ${reason}`)
  const rank = ([first]: readonly ImportRecord[]): number => order.indexOf(first?.outcome ?? 'error')
  return [...groups.values()].sort((a, b) => rank(a) - rank(b) || b.length - a.length)
}

const MOST_NAMES = 200

/** Names of the file that are matched by hand, the most frequent first. */
function unmatchedNames(records: readonly ImportRecord[], unknown: string, several: string): UnmatchedName[] {
  const named = records.filter(({ reason, text }) => (reason === unknown || reason === several) && text !== '')
  return [...Map.groupBy(named, ({ text }) => text)]
    .map(([text, rows]) => ({ text, rows: rows.length, several: rows.some(({ reason }) => reason === several) }))
    .toSorted((a, b) => b.rows - a.rows)
    .slice(0, MOST_NAMES)
}

const sheetOf = <Unit extends NameableUnit>({ unit, year, sheet, lines, added }: SheetWrite<Unit>): ImportSheet => {
  const cells = lines.flatMap((line) => line.cells)
  const changedFigures = cells.filter(({ current }) => current?.quantity).length
  const figures = { newFigures: cells.length - changedFigures, changedFigures }
  return {
    unit: unit.slug,
    unitName: unit.name,
    year,
    state: sheet?.state ?? null,
    ...figures,
    addedLines: added.length,
  }
}

/** The whole difference, but for its hash, what was remembered and what is suspect. */
export function summarize<Unit extends NameableUnit>(
  groups: readonly (readonly ImportRecord[])[],
  writes: readonly SheetWrite<Unit>[],
  blank: number,
): Omit<ImportDiff, 'hash' | 'remembered' | 'suspects'> {
  const counts = { new: 0, changed: 0, unchanged: 0, skipped: 0, error: 0 }
  for (const outcome of importOutcomes) {
    for (const group of groups) if (group[0]?.outcome === outcome) counts[outcome] += group.length
  }
  const errors = groups.flatMap((group) => (group[0]?.outcome === 'error' ? group : []))
  const sheets = writes.map(sheetOf).sort((a, b) => (a.unit < b.unit ? -1 : a.unit > b.unit ? 1 : a.year - b.year))
  return {
    counts,
    blank,
    groups: groups.flatMap(([first, ...more], index) =>
      first ? [{ index, outcome: first.outcome, reason: first.reason, count: more.length + 1 }] : [],
    ),
    errorRows: new Set(errors.map(({ row }) => row)).size,
    sheets,
    openedSheets: sheets.filter(({ state }) => state === null).length,
    addedLines: sheets.reduce((sum, { addedLines }) => sum + addedLines, 0),
    reasonRequired: sheets.some(({ state }) => state === 'submitted'),
    changedPlans: writes.reduce(
      (sum, { lines }) => sum + lines.flatMap(({ cells }) => cells.filter(isPlanChange)).length,
      0,
    ),
    unmatched: {
      units: unmatchedNames(errors, 'unknown_unit', 'several_units'),
      indicators: unmatchedNames(errors, 'unknown_indicator', 'several_indicators'),
    },
  }
}

/** The rows with errors, in the order of the file; `textsOf` gives what stands in a row. */
export const errorRowsOf = (records: readonly ImportRecord[], textsOf: (row: number) => string[]): ErrorRow[] =>
  [
    ...Map.groupBy(
      records.filter(({ outcome }) => outcome === 'error'),
      ({ row }) => row,
    ),
  ]
    .sort(([a], [b]) => a - b)
    .map(([row, problems]) => ({
      row,
      cells: textsOf(row),
      problems: problems.map(({ column, reason, values }) => ({ column, reason, ...(values ? { values } : {}) })),
    }))

/**
 * Everything that would be written and over what, and what is not and why, as text to be hashed: another ledger, file,
 * choice or right gives another one.
 */
export function* signatureOf<Unit extends NameableUnit>(
  records: readonly ImportRecord[],
  writes: readonly SheetWrite<Unit>[],
): Generator<string> {
  for (const { row, column, outcome, reason } of records) yield JSON.stringify([row, column, outcome, reason])
  for (const { unit, year, sheet, lines } of writes) {
    yield JSON.stringify([unit.slug, year, sheet?.state ?? null])
    for (const line of lines) {
      const { first, indicator, isLive, cells } = line
      const added = isLive ? null : [first.number, first.office, setsOf(line)]
      yield JSON.stringify([indicator.code, indicator.version, added])
      for (const { kind, quantity, text, current } of cells) {
        yield JSON.stringify([kind, formatQuantity(quantity, { style: 'plain' }), text, current?.version ?? 0])
      }
    }
  }
}
