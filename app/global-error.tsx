'use client'
import { failure } from '#app/_i18n/failure.ts'
import { PlainPage } from '#components/layout/plain-page.tsx'
import { Button } from '#components/ui/button.tsx'
import './globals.css'

type Props = { error: unknown; retry: () => void }

/** The last resort, where even the frame of all pages failed: without messages, so in both languages. */
export default function GlobalError({ error, retry }: Props) {
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : null
  return (
    <html lang="vi">
      <body>
        <title>{failure.vi.title}</title>
        <PlainPage name={failure.vi.product}>
          <h1 className="text-xl">{failure.vi.title}</h1>
          <p className="text-ink-2">{failure.vi.hint}</p>
          <p lang="en" className="text-ink-2">
            {failure.en.title}. {failure.en.hint}
          </p>
          {digest === null ? null : <p className="text-sm text-ink-3">{digest}</p>}
          <Button variant="primary" className="justify-self-start" onClick={() => retry()}>
            {`${failure.vi.retry} / ${failure.en.retry}`}
          </Button>
        </PlainPage>
      </body>
    </html>
  )
}
