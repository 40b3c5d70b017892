import { unitsDisagree } from './block-units.ts'
import { figureKinds } from './figure.ts'
import type { FileCell } from './file-table.ts'
import type { ImportOutcome, ImportRecord } from './import.ts'
import { readCell } from './import-cell.ts'
import { cellText } from './import-columns.ts'
import { type ImportColumn, isFigureRole } from './import-reading.ts'
import type { LocatedRow, PlacedRow } from './import-rows.ts'
import { stageOfCell } from './import-stage.ts'
import {
  isListed,
  kindProblem,
  type LedgerFigure,
  type LedgerSheet,
  lineProblem,
  type May,
  type TargetLine,
  type TargetSheet,
} from './import-target.ts'
import type { NameableUnit } from './import-units.ts'
import type { NumberStyle } from './number-format.ts'
import { quantitiesEqual } from './quantity.ts'
import { formatQuantity } from './quantity-format.ts'

/** What a file would change: each of its cells beside what the ledger holds. Reads, decides, writes nothing. */

export type Ground<Unit> = {
  columns: readonly ImportColumn[]
  /** Stands above the whole table; '' where none does. */
  unitOfTable: string
  style: NumberStyle
  sheetOf: (unit: Unit, year: number) => LedgerSheet | null
  may: May<Unit>
}

/** Takes the rows of a file one after the other, and says in the end what became of each cell. */
export function differ<Unit extends NameableUnit>({ columns, unitOfTable, style, sheetOf, may }: Ground<Unit>) {
  const figures = columns.flatMap(({ role, unit }, index) => (isFigureRole(role) ? [{ role, unit, index }] : []))
  const targets = new Map<string, TargetSheet<Unit>>()
  const records: ImportRecord[] = []
  let blank = 0

  function targetOf(unit: Unit, year: number): TargetSheet<Unit> {
    const key = `${unit.slug} ${year}`
    const target = targets.get(key) ?? { unit, year, sheet: sheetOf(unit, year), lines: new Map() }
    targets.set(key, target)
    return target
  }

  /** The line of a row; null where the one on the sheet is of another definition than the file states (domain rule 13). */
  function lineOf({ lines, sheet }: TargetSheet<Unit>, placed: PlacedRow<Unit>): TargetLine | null {
    const { indicator, versionStated } = placed
    const live = sheet?.live.get(indicator.code)
    if (live && versionStated && live.indicator.id !== indicator.id) return null
    const known = lines.get(indicator.code)
    if (known) return known.indicator.id === indicator.id || !versionStated ? known : null
    const made: TargetLine = {
      first: placed,
      indicator: live?.indicator ?? indicator,
      line: live ?? sheet?.ended.get(indicator.id) ?? null,
      isLive: live !== undefined,
      cells: new Map(),
    }
    lines.set(indicator.code, made)
    return made
  }

  function judge(
    record: ImportRecord,
    target: TargetSheet<Unit>,
    line: TargetLine,
    current: LedgerFigure | null,
  ): void {
    if (quantitiesEqual(record.after, record.before)) return
    const problem = lineProblem(target, line, may) ?? kindProblem(target.unit, record.kind, may)
    if (problem) fail(record, problem)
    else record.outcome = current?.quantity ? 'changed' : 'new'
  }

  function compare(placed: PlacedRow<Unit>, cells: readonly FileCell[]): void {
    const { row, unit, year, indicator } = placed
    const target = targetOf(unit, year)
    const line = lineOf(target, placed)
    const about = { row, unit: unit.slug, year, indicator: indicator.code, before: null, after: null }
    if (!line) {
      const column = columns.findIndex(({ role }) => role === 'indicator') + 1
      const text = indicator.code
      records.push({ ...about, column, kind: null, text, outcome: 'error', reason: 'other_version' })
      return
    }
    const { unitOfMeasure: own } = line.indicator
    // A title speaks of what is measured in such units: people below "triệu đồng" are still people.
    const ofTable = own !== '' && unitsDisagree(unitOfTable, own) ? unitOfTable : ''
    for (const { role, unit: ofColumn, index } of figures) {
      const staged = stageOfCell(role, cells[index], style)
      const { kind, cell } = staged === 'other_stage' ? { kind: role, cell: cells[index] } : staged
      const current = line.line?.figures[kind] ?? null
      const unitOfMeasure = placed.unitOfMeasure || ofColumn || ofTable
      const before = current?.quantity ?? null
      const read = readCell(cell, { kind, indicator: line.indicator, unit: unitOfMeasure, style, before })
      if (read.is === 'blank') {
        blank += 1
        continue
      }
      const place = {
        ...about,
        column: index + 1,
        kind,
        text: cellText(cells[index]),
        before,
      }
      const record: ImportRecord = { ...place, outcome: 'unchanged', reason: null }
      records.push(record)
      if (line.indicator.heading) skip(record, 'heading')
      else if (read.is === 'failed') skip(record, 'formula_error')
      else if (staged === 'other_stage') fail(record, 'other_stage')
      else if (ofColumn !== '' && unitsDisagree(ofColumn, unitOfMeasure)) fail(record, 'units_disagree')
      else if (read.is === 'problem')
        fail(record, read.problem.reason, 'values' in read.problem ? read.problem.values : undefined)
      else {
        record.after = read.quantity
        const twin = line.cells.get(kind)?.record
        if (twin) {
          fail(record, 'same_cell_twice', { row: twin.row })
          fail(twin, 'same_cell_twice', { row })
        } else {
          line.cells.set(kind, { record, current })
          judge(record, target, line, current)
        }
      }
    }
    const problem = isListed(line) && line.cells.size === 0 ? lineProblem(target, line, may) : null
    if (problem && placed === line.first) {
      const place = { ...about, column: null, kind: null, text: indicator.nameVi }
      records.push({ ...place, outcome: 'error', reason: problem })
    }
  }

  /** What an ended line brings back with it beside what the file says. */
  function* comingBack({ unit, year, lines, sheet }: TargetSheet<Unit>): Generator<ImportRecord> {
    for (const line of lines.values()) {
      if (line.isLive || line.line === null) continue
      const isAdded = [...line.cells.values()].some(
        ({ record: { outcome } }) => outcome === 'new' || outcome === 'changed',
      )
      const isWanted = isAdded || (isListed(line) && lineProblem({ unit, year, sheet }, line, may) === null)
      if (!isWanted) continue
      for (const kind of figureKinds) {
        const quantity = line.line.figures[kind]?.quantity ?? null
        if (quantity === null || line.cells.has(kind)) continue
        yield {
          ...{ row: line.first.row, column: null, unit: unit.slug, year, indicator: line.indicator.code, kind },
          ...{ text: formatQuantity(quantity, { style: style === 'vi' ? 'plain_vi' : 'plain' }), before: quantity },
          ...{ after: quantity, outcome: 'skipped', reason: 'comes_back' },
        }
      }
    }
  }

  return {
    take(located: LocatedRow<Unit>, cells: readonly FileCell[]): void {
      if (located?.is === 'placed') compare(located.placed, cells)
      if (!located || located.is === 'placed') return
      const { row, reason, column, text, unit, year } = located.lost
      const place = { row, column: column === null ? null : column + 1, unit, year, indicator: null, kind: null }
      const outcome: ImportOutcome = located.is === 'lost' ? 'error' : 'skipped'
      records.push({ ...place, outcome, reason, text, before: null, after: null })
    },
    /** All records in the order of the file and what ended lines bring back, how many cells were blank, and the sheets that are named. */
    finish: () => ({
      records: [...records, ...[...targets.values()].flatMap((target) => [...comingBack(target)])],
      blank,
      targets: [...targets.values()],
    }),
  }
}

function fail(record: ImportRecord, reason: string, values?: ImportRecord['values']): void {
  Object.assign(record, { outcome: 'error', reason }, values ? { values } : {})
}
function skip(record: ImportRecord, reason: string): void {
  Object.assign(record, { outcome: 'skipped', reason })
}
