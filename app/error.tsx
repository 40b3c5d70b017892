'use client'
import { useSyncExternalStore } from 'react'
import { failure } from '#app/_i18n/failure.ts'
import { localeOf } from '#app/_i18n/preferences.ts'
import { PlainPage } from '#components/layout/plain-page.tsx'
import { Button, ButtonLink } from '#components/ui/button.tsx'

type Props = { error: unknown; retry: () => void }

/** The language of the page around; it does not change while this is shown. */
const useLocaleOfPage = () =>
  useSyncExternalStore(
    () => () => {},
    () => localeOf(document.documentElement.lang),
    () => localeOf(null),
  )

/** A page that failed. The digest leads to the line in the server's log; nothing else of the error is shown. */
export default function ErrorPage({ error, retry }: Props) {
  const words = failure[useLocaleOfPage()]
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : null
  return (
    <PlainPage name={words.product}>
      <h1 className="text-xl">{words.title}</h1>
      <p className="text-ink-2">{words.hint}</p>
      {digest === null ? null : <p className="text-sm text-ink-3">{`${words.requestId}: ${digest}`}</p>}
      <div className="flex gap-3">
        <Button variant="primary" onClick={() => retry()}>
          {words.retry}
        </Button>
        <ButtonLink href="/">{words.toOverview}</ButtonLink>
      </div>
    </PlainPage>
  )
}
