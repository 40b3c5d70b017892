import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { Card } from '#components/ui/card.tsx'
import type { Part } from '#db/queries/list-parts.ts'

/** The indicators under a heading: figures are theirs. One that no sheet here has is not linked. */
export async function Parts({ parts }: { parts: Part[] }) {
  const [t, locale] = await Promise.all([getTranslations('indicator'), getLocale()])
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
