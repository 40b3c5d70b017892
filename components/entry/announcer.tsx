'use client'
import { useEffect, useRef, useState } from 'react'

/** A screen reader hears at most one message in so many milliseconds. */
const QUIET = 2500

/** Says the latest words politely, never more often than the quiet time allows. */
export function Announcer({ words }: { words: string }) {
  const [heard, setHeard] = useState('')
  const last = useRef(0)
  useEffect(() => {
    const wait = Math.max(0, last.current + QUIET - Date.now())
    const timer = setTimeout(() => {
      last.current = Date.now()
      setHeard(words)
    }, wait)
    return () => clearTimeout(timer)
  }, [words])
  return (
    <span role="status" className="sr-only">
      {heard}
    </span>
  )
}
