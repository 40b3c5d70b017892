import { checkLines } from '#domain/checks.ts'
import { figureKinds } from '#domain/figure.ts'
import type { LineFinding } from '#domain/finding.ts'
import { quantitiesEqual } from '#domain/quantity.ts'
import type { FigureView, SheetLine } from '#domain/sheet.ts'
import { type CellKey, cellKey } from './cell-place.ts'
import { aim } from './cell-state.ts'
import type { Cells } from './cells.ts'

/** What a check found in a cell, while the sheet is being filled. */
export type CellFinding = { key: CellKey; finding: LineFinding }

/** What speaks of how a year came out, or of its sources, is for whoever reviews the sheet: typing mends none of it. */
const forReview: readonly LineFinding['kind'][] = ['tiers_differ', 'bound_actual', 'caution']

const unwritten: FigureView = { quantity: null, version: 0, note: null, document: null, at: '', by: '' }

/** The line as it will be when everything that was left in it has arrived. */
function asAimed(line: SheetLine, cells: Cells): SheetLine {
  const changed = figureKinds.flatMap((kind) => {
    const cell = cells.get(cellKey(line.indicator.code, kind))
    const figure = line.figures[kind] ?? unwritten
    if (!cell || quantitiesEqual(aim(cell), figure.quantity)) return []
    return [[kind, { ...figure, quantity: aim(cell) }] as const]
  })
  return changed.length === 0 ? line : { ...line, figures: { ...line.figures, ...Object.fromEntries(changed) } }
}

/** What is found in the cells as they stand (domain rules 6–10): in the order of the sheet. */
function findingsIn(lines: readonly SheetLine[], previousLines: readonly SheetLine[], cells: Cells): CellFinding[] {
  const aimed = lines.map((line) => asAimed(line, cells))
  return checkLines(aimed, previousLines).flatMap((finding) => {
    const kind = 'figure' in finding ? finding.figure : finding.figures[0]
    if (kind === undefined || forReview.includes(finding.kind)) return []
    return [{ key: cellKey(finding.indicatorCode, kind), finding }]
  })
}

/** The same where it says the same of the same figures. */
const nameOf = ({ key, finding }: CellFinding): string => `${key} ${JSON.stringify(finding)}`

/** Milliseconds of rest before what was left is checked. */
const PAUSE = 120

type Options = {
  cells: Cells
  /** The live lines of the year before. */
  previousLines: readonly SheetLine[]
  onFound: (findings: readonly CellFinding[]) => void
}

/** The checks of `domain/checks.ts` while somebody types: they warn and explain, and hold nothing up. */
export function createChecks({ cells, previousLines, onFound }: Options) {
  let lines: readonly SheetLine[] = []
  /** Somebody looked at them here, and they stand. */
  const accepted = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined

  const run = () => {
    clearTimeout(timer)
    onFound(findingsIn(lines, previousLines, cells).filter((found) => !accepted.has(nameOf(found))))
  }
  return {
    /** Now, of these lines. */
    of(current: readonly SheetLine[]) {
      lines = current
      run()
    },
    /** After the paint, and once for a hand that types on. */
    soon() {
      clearTimeout(timer)
      timer = setTimeout(run, PAUSE)
    },
    /** Not to be shown again on this screen while it is about the same figures. */
    accept(found: CellFinding) {
      accepted.add(nameOf(found))
      run()
    },
  }
}
