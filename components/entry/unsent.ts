import { nanoid } from 'nanoid'
import type { CellKey, SheetAddress } from './cell-place.ts'
import type { Entry } from './cell-state.ts'
import type { Parcel } from './send-parcel.ts'

/** What was typed and is not recorded yet, as the browser keeps it: over a reload, a lost network, an ended session. */
export type Unsent = {
  /** On their way when they were kept: whether they arrived only the same request again can tell. */
  parcels: readonly Parcel[]
  /** What waits behind them, and texts in trouble; each with the version that was seen. */
  texts: readonly ({ cell: CellKey } & Omit<Entry, 'quantity'>)[]
}

export type UnsentKeeper = {
  /** What earlier windows left behind; from now on it is this one's to keep. */
  take: () => Unsent[]
  keep: (unsent: Unsent) => void
}

/** Keeps nothing: where there is no browser. */
export const noKeeper: UnsentKeeper = { take: () => [], keep: () => undefined }

const PREFIX = 'so-chi-tieu.unsent'

/**
 * Keeps it in the browser's own storage, for one person and sheet; each window under a name of its own. Two windows
 * that both take the same do no harm: a request that comes again has one effect, and an equal value is no conflict.
 */
export function browserKeeper(person: string, { unit, year }: SheetAddress, storage: Storage): UnsentKeeper {
  const prefix = `${PREFIX} ${person} ${unit} ${year} `
  const own = `${prefix}${nanoid()}`
  return {
    take() {
      const names = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
      return names
        .filter((name) => name.startsWith(prefix))
        .flatMap((name) => {
          const kept = read(storage.getItem(name))
          storage.removeItem(name)
          return kept ?? []
        })
    },
    keep(unsent) {
      try {
        if (unsent.parcels.length === 0 && unsent.texts.length === 0) storage.removeItem(own)
        else storage.setItem(own, JSON.stringify(unsent))
      } catch {
        // A browser that keeps nothing, or is full: the window itself still holds it, and asks before it closes.
      }
    },
  }
}

/** The browser's, where there is one that keeps anything. */
export function keeperOf(person: string, sheet: SheetAddress): UnsentKeeper {
  try {
    return typeof localStorage === 'undefined' ? noKeeper : browserKeeper(person, sheet, localStorage)
  } catch {
    return noKeeper
  }
}

/** Null where somebody else wrote there. */
function read(text: string | null): Unsent | null {
  try {
    const kept: unknown = JSON.parse(text ?? 'null')
    const ours = typeof kept === 'object' && kept !== null && 'parcels' in kept && 'texts' in kept
    // Written by `keep` above, under a name that nobody else uses.
    return ours ? (kept as Unsent) : null
  } catch {
    return null
  }
}
