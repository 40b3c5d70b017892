'use client'
import { useTranslations } from 'next-intl'
import { Button } from '../ui/button.tsx'
import { useEntry, useScreen } from './entry-context.tsx'
import { LateReasonForm } from './late-dialogs.tsx'

/** The reason that goes with every change of a submitted sheet, until it is changed; shown above the cells. */
export function ReasonBar() {
  const t = useTranslations('entry.reason')
  const { store } = useEntry()
  const reason = useScreen((screen) => screen.reason)
  if (reason === '') return null
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-control bg-accent-weak px-3 py-1.5 text-sm">
      <span>{t('current', { reason })}</span>
      <Button size="small" onClick={() => store.askReason(true)}>
        {t('change')}
      </Button>
    </p>
  )
}

export function ReasonDialog() {
  return useScreen((screen) => screen.asking) ? <LateReasonForm /> : null
}
