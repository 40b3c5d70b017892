'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { ImportProgress } from '#domain/import.ts'
import { type Refused, runLong } from './run-long.ts'

/** Something long that the server does: how far it is while it goes on, and why it was refused afterwards. */
export function useLong(): {
  going: boolean
  progress: ImportProgress | null
  refused: Refused | null
  run: (address: string, method: 'POST' | 'PUT' | 'DELETE', body: unknown) => Promise<boolean>
} {
  const router = useRouter()
  const [going, setGoing] = useState(false)
  const [progress, setProgress] = useState<ImportProgress | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  return {
    ...{ going, progress, refused },
    /** True where it was done; then it goes on until the next page is there. */
    async run(address, method, body) {
      setGoing(true)
      setProgress(null)
      setRefused(null)
      const why = await runLong(address, { method, body, onProgress: setProgress })
      setRefused(why)
      if (why) setGoing(false)
      // It was done in another window, or before an answer was lost: the page shows what it is by now.
      if (why?.code === 'closed') router.refresh()
      return why === null
    },
  }
}
