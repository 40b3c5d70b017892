'use client'
import { useEffect } from 'react'
import type { EntryStore } from './entry-store.ts'
import { isUnsaved } from './entry-summary.ts'

/** Looks after what is not recorded yet: closing the tab asks first, and a network that returns is used at once. */
export function useGuards(store: EntryStore): void {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (isUnsaved(store.screen().summary)) event.preventDefault()
    }
    const retry = () => store.retry()
    addEventListener('beforeunload', ask)
    addEventListener('online', retry)
    return () => {
      removeEventListener('beforeunload', ask)
      removeEventListener('online', retry)
    }
  }, [store])

  // The address names the active cell, so that it can be sent to a colleague; not at every step of the arrows.
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let named = store.screen().active
    const unsubscribe = store.subscribe(() => {
      const { active } = store.screen()
      if (active === null || active === named) return
      named = active
      clearTimeout(timer)
      timer = setTimeout(() => history.replaceState(history.state, '', `?cell=${encodeURIComponent(active)}`), 400)
    })
    return () => {
      clearTimeout(timer)
      unsubscribe()
    }
  }, [store])
}
