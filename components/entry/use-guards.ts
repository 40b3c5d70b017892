'use client'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import type { EntryStore } from './entry-store.ts'
import { isUnsaved } from './entry-summary.ts'
import { guardLeaving } from './guard-leaving.ts'

/** Milliseconds after which a server that was away is asked again. */
const RETRY = 5000

/** Looks after what is not recorded yet: leaving asks first, and a network that returns is used at once. */
export function useGuards(store: EntryStore): void {
  const t = useTranslations('entry')

  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (store.lost() > 0 || isUnsaved(store.screen().summary)) event.preventDefault()
    }
    // Whoever comes back to this window may have signed in again in another.
    const retry = () => store.retry()
    const retryUnsent = () => {
      if (store.screen().summary.counts.unsent > 0) store.retry()
    }
    addEventListener('beforeunload', ask)
    addEventListener('online', retry)
    addEventListener('focus', retry)
    const timer = setInterval(retryUnsent, RETRY)
    return () => {
      removeEventListener('beforeunload', ask)
      removeEventListener('online', retry)
      removeEventListener('focus', retry)
      clearInterval(timer)
    }
  }, [store])

  useEffect(
    () =>
      guardLeaving(() => {
        const count = store.lost()
        return count === 0 || confirm(t('leave', { count }))
      }),
    [store, t],
  )

  // The address names the active cell, so that it can be sent to a colleague; not at every step of the arrows.
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let named = store.screen().active
    const { pathname } = location
    const name = (active: string) => {
      // The next page may have the address before this screen is gone.
      if (location.pathname !== pathname) return
      const search = new URLSearchParams(location.search)
      search.set('cell', active)
      history.replaceState(history.state, '', `?${search}`)
    }
    const unsubscribe = store.subscribe(() => {
      const { active } = store.screen()
      if (active === null || active === named) return
      named = active
      clearTimeout(timer)
      timer = setTimeout(name, 400, active)
    })
    // Another address, written while the router is on its way to the next page, would call it back.
    const onClick = ({ target }: MouseEvent) => {
      if (target instanceof Element && target.closest('a[href]')) clearTimeout(timer)
    }
    addEventListener('click', onClick, true)
    return () => {
      clearTimeout(timer)
      unsubscribe()
      removeEventListener('click', onClick, true)
    }
  }, [store])
}
