import type { SetFiguresInput } from '#domain/inputs/set-figures.ts'
import type { Problem } from '#domain/refusal.ts'
import type { FigureView, SheetLine } from '#domain/sheet.ts'

/** One change of an input and what stands in its cell; `path` is where the input names it. */
export type Cell = {
  path: string
  change: SetFiguresInput['changes'][number]
  line: SheetLine
  current: FigureView | null
}

/** Finds the line of every change, and says which changes name none that takes figures. */
export function locate(input: SetFiguresInput, lines: readonly SheetLine[]): { cells: Cell[]; misplaced: Problem[] } {
  // A code may also stand on an ended line, of an older definition: the live line is the one that is meant.
  const endedFirst = lines.toSorted((a, b) => Number(a.endedAt === null) - Number(b.endedAt === null))
  const byCode = new Map(endedFirst.map((line) => [line.indicator.code, line]))
  const cells: Cell[] = []
  const misplaced: Problem[] = []
  for (const [index, change] of input.changes.entries()) {
    const path = `changes.${index}`
    const line = byCode.get(change.indicator)
    if (!line) misplaced.push({ path: `${path}.indicator`, reason: 'not_on_sheet' })
    else if (line.endedAt !== null) misplaced.push({ path: `${path}.indicator`, reason: 'line_ended' })
    else if (line.indicator.heading) misplaced.push({ path: `${path}.indicator`, reason: 'heading' })
    else cells.push({ path, change, line, current: line.figures[change.kind] ?? null })
  }
  return { cells, misplaced }
}
