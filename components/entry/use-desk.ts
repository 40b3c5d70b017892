'use client'
import { useSyncExternalStore } from 'react'

const query = '(width >= 760px)'
const subscribe = (listener: () => void) => {
  const media = matchMedia(query)
  media.addEventListener('change', listener)
  return () => media.removeEventListener('change', listener)
}

/** Whether the window is as wide as a desk; null before the browser has said so, when CSS alone decides. */
export const useDesk = (): boolean | null =>
  useSyncExternalStore<boolean | null>(
    subscribe,
    () => matchMedia(query).matches,
    () => null,
  )
