'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { Button } from '../ui/button.tsx'
import { LongProgress } from './long-progress.tsx'
import { RefusalNotice } from './refusal-notice.tsx'
import { useLong } from './use-long.ts'

/** Has the file compared with the ledger as it is by now, where somebody has written on it since. */
export function RereadButton({ batch }: { batch: string }) {
  const t = useTranslations('import')
  const router = useRouter()
  const { going, progress, refused, run } = useLong()
  if (going) return <LongProgress progress={progress} />
  return (
    <>
      {refused ? <RefusalNotice refused={refused} kept={t('kept.preview')} /> : null}
      <div>
        <Button
          onClick={async () => {
            if (await run(`/api/v1/imports/${batch}/preview`, 'POST', {})) router.refresh()
          }}
        >
          {t('again')}
        </Button>
      </div>
    </>
  )
}
