import { type FigureKind, figureKindTable } from './figure.ts'
import type { ImportRecord } from './import.ts'
import {
  isListed,
  type LedgerFigure,
  lineProblem,
  type May,
  type TargetLine,
  type TargetSheet,
} from './import-target.ts'
import type { NameableUnit } from './import-units.ts'
import type { Quantity } from './quantity.ts'

/** What of a sheet would be written. */
export type SheetWrite<Unit> = Omit<TargetSheet<Unit>, 'lines'> & { lines: LineWrite[]; added: LineWrite[] }
export type LineWrite = Omit<TargetLine, 'cells'> & {
  cells: { row: number; kind: FigureKind; quantity: Quantity; text: string; current: LedgerFigure | null }[]
}

const isWritten = ({ outcome }: ImportRecord): boolean => outcome === 'new' || outcome === 'changed'

/** The sheets on which something would be written, in the order of the file; none of their cells is in error. */
export function writesOf<Unit extends NameableUnit>(targets: readonly TargetSheet<Unit>[], may: May<Unit>) {
  return targets.flatMap((target): SheetWrite<Unit>[] => {
    const { lines: all, ...sheet } = target
    const lines = [...all.values()].flatMap(({ cells, ...line }): LineWrite[] => {
      const written = [...cells].flatMap(([kind, { record, current }]) =>
        isWritten(record) && record.after
          ? [{ row: record.row, kind, quantity: record.after, text: record.text, current }]
          : [],
      )
      const listed = isListed({ ...line, cells }) && lineProblem(target, line, may) === null
      return written.length > 0 || listed ? [{ ...line, cells: written }] : []
    })
    return lines.length > 0 ? [{ ...sheet, lines, added: lines.filter(({ isLive }) => !isLive) }] : []
  })
}

/** The sets of a line to be added: as the file says, else those whose plan it gives. */
export const setsOf = ({ first, cells }: LineWrite): { inAssignedSet: boolean; inAdoptedSet: boolean } => {
  const gives = (kind: FigureKind) => cells.some((cell) => cell.kind === kind)
  return {
    inAssignedSet: first.inAssignedSet ?? gives('assigned_plan'),
    inAdoptedSet: first.inAdoptedSet ?? gives('adopted_plan'),
  }
}

/** Whether a recorded plan changes, so that it may be an adjustment. */
export const isPlanChange = ({ kind, current }: LineWrite['cells'][number]): boolean =>
  figureKindTable[kind].group === 'plan' && Boolean(current?.quantity)
