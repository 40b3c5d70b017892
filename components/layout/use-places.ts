'use client'
import { useEffect, useState } from 'react'
import type { FoundPlace } from './found-place.ts'

/** Milliseconds without a further letter before the server is asked. */
const PAUSE = 150

type Answer = { q: string; places: FoundPlace[] | null; failed: boolean }

/** What the server finds for a query: `places` are null until it has answered this very query. */
export function usePlaces(query: string): Omit<Answer, 'q'> {
  const q = query.trim()
  const [answer, setAnswer] = useState<Answer>({ q: '', places: null, failed: false })
  useEffect(() => {
    if (q === '') return
    const given = new AbortController()
    const ask = async () => {
      try {
        const response = await fetch(`/api/v1/search?${new URLSearchParams({ q })}`, { signal: given.signal })
        if (!response.ok) throw new Error(String(response.status))
        const { places }: { places: FoundPlace[] } = await response.json()
        setAnswer({ q, places, failed: false })
      } catch {
        // What was given up is no failure.
        if (!given.signal.aborted) setAnswer({ q, places: null, failed: true })
      }
    }
    const timer = setTimeout(ask, PAUSE)
    return () => {
      clearTimeout(timer)
      given.abort()
    }
  }, [q])
  if (q === '') return { places: null, failed: false }
  return answer.q === q ? answer : { places: null, failed: false }
}
