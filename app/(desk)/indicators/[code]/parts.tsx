import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import type { Session } from '#app/_server/session.ts'
import { Card } from '#components/ui/card.tsx'
import { listCoverage } from '#db/queries/indicator-coverage.ts'
import { listIndicators } from '#db/queries/list-indicators.ts'

/** The indicators under a heading: figures are theirs. One that no readable sheet has is not linked. */
export async function Parts({ session: { reader, actor }, code }: { session: Session; code: string }) {
  const [t, locale, catalogue, coverage] = await Promise.all([
    getTranslations('indicator'),
    getLocale(),
    listIndicators(reader),
    listCoverage(reader, actor),
  ])
  const reachable = new Set(coverage.map((one) => one.code))
  const names = new Map(
    catalogue
      .filter(({ parentCode }) => parentCode === code)
      .map((part) => [part.code, locale === 'vi' ? part.nameVi : part.nameEn]),
  )
  return (
    <Card title={t('parts')}>
      <ul className="grid gap-1">
        {[...names].map(([part, name]) => (
          <li key={part}>
            {reachable.has(part) ? (
              <Link
                href={`/indicators/${part}`}
                className="inline-block py-1 text-accent underline-offset-2 hover:underline"
              >
                {name}
              </Link>
            ) : (
              name
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
