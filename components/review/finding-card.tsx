import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Card } from '#components/ui/card.tsx'
import { openFindings, type ReviewedFinding } from '#domain/review.ts'

/** "Cần xem lại": what is open, and folded away what was acknowledged. */
export function FindingCard<Reviewed extends ReviewedFinding>({
  findings,
  item,
}: {
  findings: readonly Reviewed[]
  item: (reviewed: Reviewed) => ReactNode
}) {
  const t = useTranslations('review')
  const open = openFindings(findings)
  const seen = findings.filter(({ acknowledgement }) => acknowledgement !== null)
  return (
    <Card title={t('title')} meta={t('count', { count: open.length })}>
      {open.length > 0 ? <ul>{open.map(item)}</ul> : <p className="text-sm text-ink-2">{t('none')}</p>}
      {seen.length > 0 ? (
        <details className="mt-1">
          <summary className="flex min-h-6 cursor-pointer items-center text-xs text-ink-2 underline">
            {t('seen', { count: seen.length })}
          </summary>
          <ul>{seen.map(item)}</ul>
        </details>
      ) : null}
    </Card>
  )
}
