import type { SheetLine } from '#domain/sheet.ts'
import { aim } from './cell-state.ts'
import type { Cells } from './cells.ts'
import type { CellFinding, findInCells } from './find-in-cells.ts'

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

/** The checks while somebody types: they warn and explain, and hold nothing up. The page came with the first findings. */
export function createChecks({ cells, previousLines, onFound }: Options) {
  let lines: readonly SheetLine[] = []
  /** Somebody looked at them here, and they stand. */
  const accepted = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let find: typeof findInCells | null = null

  const run = () => {
    clearTimeout(timer)
    const held = (key: Parameters<Cells['get']>[0]) => {
      const cell = cells.get(key)
      return cell && aim(cell)
    }
    if (find) onFound(find(lines, previousLines, held).filter((found) => !accepted.has(nameOf(found))))
  }
  return {
    /** The rules are loaded after the page: nobody waits for them. */
    async start() {
      try {
        find = (await import('./find-in-cells.ts')).findInCells
      } catch {
        // The network is away: the approver's page checks the same.
        return
      }
      run()
    },
    /** From now on of these lines. */
    of(current: readonly SheetLine[]) {
      lines = current
      run()
    },
    /** After the paint, and once for a hand that types on. */
    soon() {
      clearTimeout(timer)
      if (find) timer = setTimeout(run, PAUSE)
    },
    /** Not to be shown again on this screen while it is about the same figures. */
    accept(found: CellFinding) {
      accepted.add(nameOf(found))
      run()
    },
  }
}
