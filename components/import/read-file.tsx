'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useEffectEvent, useRef } from 'react'
import { Button } from '../ui/button.tsx'
import { LongProgress } from './long-progress.tsx'
import { RefusalNotice } from './refusal-notice.tsx'
import { useLong } from './use-long.ts'

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
  return (
    <div className="grid gap-3">
      <RefusalNotice refused={refused} kept={t('kept.file')} />
      <div>
        <Button onClick={() => void read()}>{action('retry')}</Button>
      </div>
      {children}
    </div>
  )
}
