'use client'
import { nanoid } from 'nanoid'
import { useRouter, useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { ImportChoices } from '#domain/import-reading.ts'
import { Button } from '../ui/button.tsx'
import { importAddress } from './import-query.ts'
import { RefusalNotice } from './refusal-notice.tsx'
import { useLong } from './use-long.ts'

type Props = {
  batch: string
  /** All choices, as they will be; null where something that was typed is wrong, and says so. */
  choices: () => ImportChoices | null
  children: ReactNode
}

/** Choices of how a file is read: kept on the server, and then the file is read with them. */
export function ChoicesForm({ batch, choices, children }: Props) {
  const t = useTranslations('import')
  const router = useRouter()
  const asked = useSearchParams()
  const { going, refused, run } = useLong()
  return (
    <form
      noValidate
      className="grid grid-cols-1 gap-4"
      onSubmit={async (event) => {
        event.preventDefault()
        const chosen = choices()
        if (!chosen || going) return
        const kept = await run(`/api/v1/imports/${batch}`, 'PUT', { key: nanoid(), choices: chosen })
        // Offered again where the next step asks for them.
        const [unit, year] = [asked.get('unit') ?? undefined, asked.get('year') ?? undefined]
        if (kept) router.push(importAddress({ batch, unit, year }))
      }}
    >
      {children}
      {refused ? <RefusalNotice refused={refused} kept={t('kept.choices')} /> : null}
      <div className="flex justify-end">
        <Button type="submit" variant="primary" size="mobile" aria-busy={going} disabled={going}>
          {t('read')}
        </Button>
      </div>
    </form>
  )
}
