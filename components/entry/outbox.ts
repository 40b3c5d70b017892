import { nanoid } from 'nanoid'
import { MOST_CELLS } from '#domain/figure.ts'
import type { Quantity } from '#domain/quantity.ts'
import type { Result } from '#domain/refusal.ts'
import type { CellEvent } from './cell-after.ts'
import { type CellKey, cellKey, type Place } from './cell-place.ts'
import type { CellProblem, Entry, Recorded, Stall } from './cell-state.ts'
import type { Cells } from './cells.ts'
import type { Answer, Parcel } from './send-parcel.ts'

type Options = {
  cells: Cells
  read: (place: Place, text: string) => Result<Quantity | null, CellProblem>
  send: (parcel: Parcel) => Promise<Answer>
  /** An answer has been entered into its cells, and what waited is on its way. */
  onAnswer: (answer: Answer) => void
}

/** An answer that does not speak of the cell: not to be, and not to be asked for again for ever either. */
const unanswered: CellProblem = { reason: 'other' }

export type Outbox = ReturnType<typeof createOutbox>

/**
 * The way to the server: one parcel at a time, so that nothing overtakes. What is left in cells meanwhile waits and goes
 * together in the next, so fast typing makes few requests. Of a parcel that is refused because of some cells nothing is
 * written; the others go again without them.
 */
export function createOutbox({ cells, read, send, onAnswer }: Options) {
  /** In the order in which they were left; those that wait no more are passed over. */
  const queue = new Set<CellKey>()
  /** The first is on its way; the others are an earlier window's, and of those `resumed` have not been taken up. */
  const parcels: Parcel[] = []
  const resumed = new Set<Parcel>()
  let sending = false
  /** Why the first did not arrive: it goes again, and what waits behind it, when somebody says so. */
  let stalled: Stall | null = null

  function pump() {
    if (sending || stalled !== null) return
    if (parcels.length === 0) load()
    const [parcel] = parcels
    if (!parcel) return
    if (resumed.delete(parcel)) takeUp(parcel)
    void submit(parcel)
  }

  /** An earlier window's parcel is the one on its way now: its cells say so. */
  function takeUp({ changes, grounds }: Parcel) {
    for (const { indicator, kind, text, note, expectedVersion: seen } of changes) {
      const key = cellKey(indicator, kind)
      const place = cells.place(key)
      const left = { text, note, seen, grounds, batch: null }
      if (place) cells.dispatch(key, { type: 'resumed', read: read(place, text), sent: true, ...left })
    }
  }

  /** Puts together what goes with the cell that has waited longest: its batch alone, else all on the same grounds. */
  function load() {
    const waiting: { key: CellKey; place: Place; entry: Entry }[] = []
    for (const key of queue) {
      const [entry, place] = [cells.get(key)?.next, cells.place(key)]
      if (entry && place) waiting.push({ key, place, entry })
      else queue.delete(key)
    }
    const [first] = waiting
    if (!first) return
    const { batch, grounds } = first.entry
    const isAlike = ({ entry }: { entry: Entry }) =>
      entry.batch === batch && JSON.stringify(entry.grounds) === JSON.stringify(grounds)
    const alike = waiting.filter(isAlike).slice(0, MOST_CELLS)
    const changes = alike.map(({ place: { indicator, kind }, entry: { text, note, seen } }) => ({
      ...{ indicator, kind, text, note },
      expectedVersion: seen,
    }))
    for (const { key } of alike) {
      queue.delete(key)
      cells.dispatch(key, { type: 'sent' })
    }
    parcels.push({ key: nanoid(), grounds, changes })
  }

  async function submit(parcel: Parcel) {
    sending = true
    const answer = await send(parcel)
    const keys = parcel.changes.map(({ indicator, kind }) => cellKey(indicator, kind))
    const eventOf = eventsOf(answer, keys)
    for (const key of keys) {
      cells.dispatch(key, eventOf(key))
      if (cells.get(key)?.next) queue.add(key)
    }
    sending = false
    if (answer.type === 'stalled') {
      stalled = answer.cause
      for (const key of queue) cells.dispatch(key, answer)
    } else parcels.shift()
    onAnswer(answer)
  }

  function eventsOf(answer: Answer, keys: readonly CellKey[]): (key: CellKey) => CellEvent {
    switch (answer.type) {
      case 'stalled':
        return () => answer
      case 'saved': {
        const at = new Date().toISOString()
        return (key) => {
          const version = answer.versions.get(key)
          return version === undefined ? { type: 'refused', problem: unanswered } : { type: 'saved', version, at }
        }
      }
      case 'refused':
        return (key) => {
          const problem = answer.problems.get(key) ?? answer.all
          return problem ? { type: 'refused', problem } : { type: 'returned' }
        }
      case 'conflict': {
        const theirs = theirsByCell(answer)
        const named = keys.some((key) => theirs.has(key))
        return (key) => {
          const recorded = theirs.get(key)
          if (recorded) return { type: 'conflict', theirs: recorded }
          return named ? { type: 'returned' } : { type: 'refused', problem: unanswered }
        }
      }
    }
  }

  const theirsByCell = ({ theirs }: Extract<Answer, { type: 'conflict' }>): Map<CellKey, Recorded> =>
    new Map(
      theirs.flatMap(({ indicator, kind, quantity, version, by, at }) => {
        const key = cellKey(indicator, kind)
        const place = cells.place(key)
        const value = place && read(place, quantity)
        return value?.ok ? [[key, { quantity: value.value, version, by, at }] as const] : []
      }),
    )

  return {
    /** This cell may hold something that is to go; `pump` sends it when the way is free. */
    add(key: CellKey) {
      queue.delete(key)
      queue.add(key)
      if (stalled !== null) cells.dispatch(key, { type: 'stalled', cause: stalled })
    },
    pump,
    /** The same parcel may go again, where it has not arrived. */
    retry() {
      if (stalled === null) return
      stalled = null
      const sent = parcels[0]?.changes.map(({ indicator, kind }) => cellKey(indicator, kind)) ?? []
      for (const key of [...sent, ...queue]) cells.dispatch(key, { type: 'retry' })
    },
    /** On their way, or left on it by an earlier window. */
    parcels: (): readonly Parcel[] => parcels,
    /** Goes on with a parcel that an earlier window sent. */
    resume(parcel: Parcel) {
      parcels.push(parcel)
      resumed.add(parcel)
    },
  }
}
