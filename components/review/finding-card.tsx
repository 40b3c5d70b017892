import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Card } from '#components/ui/card.tsx'
import { openFindings, type ReviewedFinding } from '#domain/review.ts'

/** "Cần xem lại": what is open, and folded away what was acknowledged. */
export function FindingCard<Reviewed extends ReviewedFinding>({
  findings,
  limit = Number.POSITIVE_INFINITY,
  item,
}: {
  findings: readonly Reviewed[]
  /** More than these are only counted. */
  limit?: number
  item: (reviewed: Reviewed) => ReactNode
}) {
  const t = useTranslations('review')
  const open = openFindings(findings)
  const seen = findings.filter(({ acknowledgement }) => acknowledgement !== null)
  return (
    <Card title={t('title')} meta={t('count', { count: open.length })}>
      {open.length > 0 ? <ul>{open.slice(0, limit).map(item)}</ul> : <p className="text-sm text-ink-2">{t('none')}</p>}
      {open.length > limit ? (
        <p className="pt-1.5 text-xs text-ink-3">{t('more', { count: open.length - limit })}</p>
      ) : null}
      {seen.length > 0 ? (
        <details className="mt-1">
          <summary className="flex min-h-6 cursor-pointer items-center text-xs text-ink-2 underline">
            {t('seen', { count: seen.length })}
          </summary>
          <ul>{seen.slice(0, limit).map(item)}</ul>
        </details>
      ) : null}
    </Card>
  )
}
