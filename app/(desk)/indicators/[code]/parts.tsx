import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import type { Session } from '#app/_server/session.ts'
import { Card } from '#components/ui/card.tsx'
import { listParts } from '#db/queries/list-parts.ts'

/** The indicators under a heading: figures are theirs. One that no readable sheet has is not linked. */
export async function Parts({ session: { reader, actor }, code }: { session: Session; code: string }) {
  const [t, locale, parts] = await Promise.all([
    getTranslations('indicator'),
    getLocale(),
    listParts(reader, actor, code),
  ])
  return (
    <Card title={t('parts')}>
      <ul className="grid gap-1">
        {parts.map((part) => {
          const name = locale === 'vi' ? part.nameVi : part.nameEn
          return (
            <li key={part.code}>
              {part.onSheets ? (
                <Link
                  href={`/indicators/${part.code}`}
                  className="inline-block py-1 text-accent underline-offset-2 hover:underline"
                >
                  {name}
                </Link>
              ) : (
                name
              )}
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
