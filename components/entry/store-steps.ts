import type { CellKey } from './cell-place.ts'
import type { EntryStore } from './entry-store.ts'

/** Of the store, what the keys need; one that has no steps of its own leaves cell after cell, and undoes nothing. */
export type StoreSteps = {
  leave: EntryStore['leave']
  leaveAll?: (entries: readonly { key: CellKey; text: string }[]) => void
  undo?: () => void
  redo?: () => void
}

export function leaveAll(store: StoreSteps, entries: readonly { key: CellKey; text: string }[]): void {
  if (store.leaveAll) store.leaveAll(entries)
  else for (const { key, text } of entries) store.leave(key, text)
}
