import { nanoid } from 'nanoid'
import type { CellKey, SheetAddress } from './cell-place.ts'
import type { Left } from './cell-state.ts'
import type { Parcel } from './send-parcel.ts'

/** A text that waits or is in trouble; `owes`: a reason is still to be given. */
export type UnsentText = { cell: CellKey; owes?: boolean } & Left

/** What was typed and is not recorded yet, as the browser keeps it: over a reload, a lost network, an ended session. */
export type Unsent = {
  /** On their way when they were kept: whether they arrived only the same request again can tell. */
  parcels: readonly Parcel[]
  texts: readonly UnsentText[]
}

export type UnsentKeeper = {
  /** What earlier windows left behind; from now on it is this one's to keep. */
  take: () => Unsent[]
  keep: (unsent: Unsent) => void
}

/** Keeps nothing: where there is no browser. */
export const noKeeper: UnsentKeeper = { take: () => [], keep: () => undefined }

const PREFIX = 'so-chi-tieu.unsent'
/** Nobody comes back to what was left longer ago: it is not kept for whoever uses the machine next. */
const KEPT_DAYS = 30

/**
 * Keeps it in the browser's own storage, for one person and sheet; each window under a name of its own. Where two
 * windows take the same, a request that comes again has one effect, and an equal value is no conflict.
 */
export function browserKeeper(person: string, { unit, year }: SheetAddress, storage: Storage): UnsentKeeper {
  const prefix = `${PREFIX} ${person} ${unit} ${year} `
  const own = `${prefix}${nanoid()}`
  return {
    take() {
      const names = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
      return names.flatMap((name) => {
        const kept = name.startsWith(prefix) && name !== own ? read(storage.getItem(name)) : null
        if (!kept) return []
        storage.removeItem(name)
        const { at, ...unsent } = kept
        return Date.now() - Date.parse(at) > KEPT_DAYS * 86_400_000 ? [] : unsent
      })
    },
    keep(unsent) {
      try {
        if (unsent.parcels.length === 0 && unsent.texts.length === 0) storage.removeItem(own)
        else storage.setItem(own, JSON.stringify({ ...unsent, at: new Date().toISOString() }))
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

type Kept = Unsent & { at: string }

/** Null where it is of another shape: somebody else's, or another release's. */
function read(text: string | null): Kept | null {
  try {
    const kept: Partial<Kept> | null = JSON.parse(text ?? 'null')
    const ours = Array.isArray(kept?.parcels) && Array.isArray(kept.texts) && typeof kept.at === 'string'
    // Written by `keep` above, under a name that nobody else uses.
    return ours ? (kept as Kept) : null
  } catch {
    return null
  }
}
