'use client'
import { useTranslations } from 'next-intl'
import { PlainPage } from '#components/layout/plain-page.tsx'
import { Button, ButtonLink } from '#components/ui/button.tsx'

type Props = { error: unknown; retry: () => void }

/** A page that failed. The digest leads to the line in the server's log; nothing else of the error is shown. */
export default function ErrorPage({ error, retry }: Props) {
  const t = useTranslations()
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : null
  return (
    <PlainPage name={t('app.name')}>
      <h1 className="text-xl">{t('common.failed')}</h1>
      <p className="text-ink-2">{t('common.failedHint')}</p>
      {digest === null ? null : <p className="text-sm text-ink-3">{t('common.requestId', { digest })}</p>}
      <div className="flex gap-3">
        <Button variant="primary" onClick={() => retry()}>
          {t('action.retry')}
        </Button>
        <ButtonLink href="/">{t('action.toOverview')}</ButtonLink>
      </div>
    </PlainPage>
  )
}
