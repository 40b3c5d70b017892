import { type CellAddress, type CellKey, cellKey, type Locale, type SheetAddress } from './cell-place.ts'
import type { CellProblem, Grounds, Stall, Written } from './cell-state.ts'

/**
 * Cells that go to the server in one request: one transaction, all or nothing, one row of the journal. Sent again with
 * the same key it has one effect.
 */
export type Parcel = {
  key: string
  grounds: Grounds
  changes: readonly (CellAddress & Written & { expectedVersion: number | null })[]
}

/** What others wrote in between; still as text in the person's locale. */
export type Theirs = CellAddress & { quantity: string; version: number | null; by: string | null; at: string | null }

/** How the server answered. A refusal names cells, or with `all` every cell of the parcel. */
export type Answer =
  /** Of a cell that still has never been written the version is null. */
  | { type: 'saved'; versions: ReadonlyMap<CellKey, number | null> }
  | { type: 'refused'; problems: ReadonlyMap<CellKey, CellProblem>; all: CellProblem | null }
  | { type: 'conflict'; theirs: readonly Theirs[] }
  | { type: 'stalled'; cause: Stall }

type SavedBody = { saved: (CellAddress & { version: number | null })[] }
type ProblemBody = CellProblem & { path: string }
type RefusalBody = { code?: string; message?: string; problems?: ProblemBody[]; detail?: { theirs?: Theirs[] } }

export const sheetApi = ({ unit, year }: SheetAddress): string => `/api/v1/sheets/${unit}/${year}`

/**
 * Sends cells that were typed by this person (an account's id), whoever is signed in by now. Only what will not become
 * true by waiting is a refusal; the rest may be tried again.
 */
export async function sendParcel(sheet: SheetAddress, person: string, parcel: Parcel, locale: Locale): Promise<Answer> {
  const { key, grounds } = parcel
  const changes = parcel.changes.map(({ text, ...change }) => ({ ...change, quantity: text }))
  const body = JSON.stringify({ key, as: person, locale, ...grounds, changes })
  try {
    const response = await fetch(`${sheetApi(sheet)}/figures`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body,
      // A request that is on its way when the page is left arrives all the same, where it is short enough.
      keepalive: new TextEncoder().encode(body).length <= KEPT_ALIVE,
      signal: AbortSignal.timeout(PATIENCE),
    })
    return await read(response, parcel)
  } catch {
    return { type: 'stalled', cause: 'unsent' }
  }
}

/** Browsers keep 64 KB alive, in bytes, of all that is on its way. */
const KEPT_ALIVE = 60_000
/** Milliseconds after which an answer is not waited for: the same request may go again. */
export const PATIENCE = 30_000

async function read(response: Response, parcel: Parcel): Promise<Answer> {
  if (response.status === 401) return { type: 'stalled', cause: 'signed_out' }
  if (response.status === 429 || response.status >= 500) return { type: 'stalled', cause: 'unsent' }
  if (response.ok) {
    // The shape is that of our own route, figures/route.ts.
    const { saved } = (await response.json()) as SavedBody
    return { type: 'saved', versions: new Map(saved.map((one) => [cellKey(one.indicator, one.kind), one.version])) }
  }
  const { code = 'invalid', message, problems = [], detail } = (await response.json()) as RefusalBody
  // Others were faster so often that the server gave up; nothing is wrong with what was typed.
  if (code === 'conflict' && !detail?.theirs) return { type: 'stalled', cause: 'unsent' }
  if (detail?.theirs) return { type: 'conflict', theirs: detail.theirs }
  return refused(problems, parcel, { reason: code, ...(message !== undefined && { message }) })
}

/** A problem names its cell by its place in the request ("changes.3.quantity"); one that names none is of all. */
function refused(problems: readonly ProblemBody[], { changes }: Parcel, rest: CellProblem): Answer {
  const named = new Map<CellKey, CellProblem>()
  let all: CellProblem | null = problems.length === 0 ? rest : null
  for (const { path, ...problem } of problems) {
    const change = changes[Number(/^changes\.(\d+)/.exec(path)?.[1])]
    if (change) named.set(cellKey(change.indicator, change.kind), problem)
    else all ??= problem
  }
  return { type: 'refused', problems: named, all }
}
