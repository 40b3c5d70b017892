'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useEffectEvent, useRef } from 'react'
import { Button } from '../ui/button.tsx'
import { LongProgress } from './long-progress.tsx'
import { RefusalNotice } from './refusal-notice.tsx'
import type { Refused } from './run-long.ts'
import { useLong } from './use-long.ts'

/** A file of another sort, or behind a password, is read in no other way either: only another file helps. */
export const isOtherSort = ({ problems = [] }: Refused): boolean =>
  problems.some(({ reason }) => reason === 'not_a_table' || reason === 'encrypted')

type Props = {
  batch: string
  /** What can be chosen otherwise where the file cannot be read as it was. */
  children: ReactNode
}

/** Has the server read the file and compare it with the ledger: at once, because nothing is written by it. */
export function ReadFile({ batch, children }: Props) {
  const t = useTranslations('import')
  const action = useTranslations('action')
  const router = useRouter()
  const { progress, refused, run } = useLong()
  const started = useRef(false)
  const read = async () => {
    if (await run(`/api/v1/imports/${batch}/preview`, 'POST', {})) router.refresh()
  }
  const start = useEffectEvent(() => void read())
  useEffect(() => {
    // React's development runs this twice.
    if (!started.current) start()
    started.current = true
  }, [])

  if (!refused) return <LongProgress progress={progress} />
  const choosable = !isOtherSort(refused)
  return (
    <div className="grid gap-3">
      <RefusalNotice refused={refused} kept={t(choosable ? 'kept.file' : 'kept.unread')} />
      {choosable ? (
        <div>
          <Button onClick={() => void read()}>{action('retry')}</Button>
        </div>
      ) : null}
      {choosable ? children : null}
    </div>
  )
}
