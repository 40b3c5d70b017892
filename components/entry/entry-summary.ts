import { figureKindTable } from '#domain/figure.ts'
import type { CellKey } from './cell-place.ts'
import { type Cell, type CellStatus, cellStatuses, statusOf } from './cell-state.ts'
import type { Cells } from './cells.ts'
import type { CellFinding } from './find-in-cells.ts'

export type Summary = {
  counts: Record<CellStatus, number>
  /** Cells that somebody must look at, in the order of the sheet. */
  pending: CellKey[]
  /** Cells in which a check found something. */
  warned: ReadonlySet<CellKey>
  /** Lines that hold at least one plan or actual, of those that may hold one. */
  filled: number
  total: number
  /** ISO time of the latest save from here. */
  savedAt: string | null
}

const needsLook: readonly CellStatus[] = ['refused', 'conflict', 'waiting', 'signed_out', 'unsent', 'warning']

/** What leaving the screen loses; what is being saved arrives without it. */
const lost: readonly CellStatus[] = ['refused', 'conflict', 'waiting', 'signed_out', 'unsent']
export const isLost = (cell: Cell): boolean => lost.includes(statusOf(cell))

/** True while something that was typed is not recorded. */
export const isUnsaved = ({ counts }: Summary): boolean =>
  counts.saving > 0 || lost.some((status) => counts[status] > 0)

/** True where a sheet can be handed on only with something open: a finding, or a line without a figure. */
export const isOpen = ({ warned, filled, total }: Summary): boolean => warned.size > 0 || filled < total

export function summarize(cells: Cells, findings: readonly CellFinding[]): Summary {
  const counts = Object.fromEntries(cellStatuses.map((status) => [status, 0])) as Record<CellStatus, number>
  const warned = new Set(findings.map(({ key }) => key))
  const pending: CellKey[] = []
  const filled = new Set<string>()
  const fillable = new Set<string>()
  let savedAt: string | null = null
  for (const [key, { line, kind }] of cells.places()) {
    const cell = cells.get(key)
    if (!cell) continue
    const status = statusOf(cell, warned.has(key))
    counts[status] += 1
    if (needsLook.includes(status)) pending.push(key)
    if (cell.savedAt !== null && (savedAt === null || cell.savedAt > savedAt)) savedAt = cell.savedAt
    // What a source reports of a line is no figure of its own.
    if (!cells.isLive(key) || line.indicator.heading || figureKindTable[kind].group === 'reported') continue
    fillable.add(line.id)
    if (cell.recorded.quantity !== null) filled.add(line.id)
  }
  return { counts, pending, warned, filled: filled.size, total: fillable.size, savedAt }
}
