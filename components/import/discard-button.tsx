'use client'
import { nanoid } from 'nanoid'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { importAddress } from './import-query.ts'
import { RefusalNotice } from './refusal-notice.tsx'
import { useLong } from './use-long.ts'

/** Gives a file up that was not written; it can be handed in again. In a list it names its `file`. */
export function DiscardButton({ batch, file }: { batch: string; file?: string }) {
  const t = useTranslations('import')
  const router = useRouter()
  const { going, refused, run } = useLong()
  const [key] = useState(nanoid)
  return (
    <>
      {refused ? <RefusalNotice refused={refused} kept={t('kept.file')} /> : null}
      <Button
        size={file === undefined ? 'mobile' : 'small'}
        aria-label={file === undefined ? undefined : t('list.discardNamed', { file })}
        disabled={going}
        onClick={async () => {
          if (!(await run(`/api/v1/imports/${batch}`, 'DELETE', { key }))) return
          router.push(importAddress({}))
          router.refresh()
        }}
      >
        {t(file === undefined ? 'discard' : 'list.discard')}
      </Button>
    </>
  )
}
