'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'

/** The renderings that this window has shown. */
const shown = new Set<string>()

/**
 * The browser's Back shows a page from the router's memory, with figures as they were. A rendering that comes a second
 * time is such a page: it is read anew. `rendering` is made by the server, one for each rendering.
 */
export function FreshOnReturn({ rendering }: { rendering: string }) {
  const router = useRouter()
  const mine = useRef<string | null>(null)

  useEffect(() => {
    // React runs effects twice while developing; that is not a return.
    if (mine.current === rendering) return
    mine.current = rendering
    if (shown.has(rendering)) router.refresh()
    else shown.add(rendering)
  }, [rendering, router])

  useEffect(() => {
    const onPageShow = ({ persisted }: PageTransitionEvent) => {
      if (persisted) router.refresh()
    }
    addEventListener('pageshow', onPageShow)
    return () => removeEventListener('pageshow', onPageShow)
  }, [router])
  return null
}
