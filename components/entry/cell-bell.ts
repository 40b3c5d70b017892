import type { CellKey } from './cell-place.ts'
import type { EntryStore } from './entry-store.ts'

/** All of the store that a cell of the screen looks at; while every part of it stays the same, it hears nothing. */
const glance = (store: EntryStore, key: CellKey) => {
  const { active, summary } = store.screen()
  const draft = store.draft()
  return [store.cell(key), active === key, summary.warned.has(key), draft?.key === key ? draft.text : null] as const
}

type Room = { seen: ReturnType<typeof glance>; listeners: Set<() => void> }
type Bell = (key: CellKey, listener: () => void) => () => void

/** Listens to the store once, and rings for the cells that changed: not thousands hear of each key, but two. */
function createBell(store: EntryStore): Bell {
  const rooms = new Map<CellKey, Room>()
  let stop: (() => void) | null = null

  const ring = () => {
    for (const [key, room] of rooms) {
      const now = glance(store, key)
      if (now.every((part, index) => part === room.seen[index])) continue
      room.seen = now
      for (const listener of room.listeners) listener()
    }
  }
  return (key, listener) => {
    stop ??= store.subscribe(ring)
    const room = rooms.get(key) ?? { seen: glance(store, key), listeners: new Set() }
    rooms.set(key, room)
    room.listeners.add(listener)
    return () => {
      room.listeners.delete(listener)
      if (room.listeners.size === 0) rooms.delete(key)
      if (rooms.size > 0) return
      stop?.()
      stop = null
    }
  }
}

const bells = new WeakMap<EntryStore, Bell>()

/** The bell of a store: `listener` hears when what the cell looks at has changed. Returns how to stop. */
export function bellOf(store: EntryStore): Bell {
  const bell = bells.get(store) ?? createBell(store)
  bells.set(store, bell)
  return bell
}
