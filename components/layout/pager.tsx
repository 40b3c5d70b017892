import { ChevronLeft, ChevronRight } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { PagePlace } from '#domain/page.ts'
import { buttonClass } from '../ui/button.tsx'

type Props = { place: PagePlace; hrefOf: (page: number) => string }

/** "1–50 / 3.321" with the ways back and on; nothing where all of a list is on one page. */
export function Pager({ place, hrefOf }: Props) {
  const t = useTranslations()
  const { page, pages, first, last, total } = place
  if (pages === 1) return null
  const step = buttonClass({ size: 'mobile' })
  return (
    <nav aria-label={t('common.pageOf', { page, pages })} className="flex flex-wrap items-center gap-2">
      <p className="text-sm text-ink-2">{t('common.shownOf', { first, last, total })}</p>
      <div className="ml-auto flex gap-2">
        {page > 1 ? (
          <Link href={hrefOf(page - 1)} rel="prev" prefetch={false} className={step}>
            <ChevronLeft aria-hidden size={16} strokeWidth={1.75} />
            {t('action.previousPage')}
          </Link>
        ) : null}
        {page < pages ? (
          <Link href={hrefOf(page + 1)} rel="next" prefetch={false} className={step}>
            {t('action.nextPage')}
            <ChevronRight aria-hidden size={16} strokeWidth={1.75} />
          </Link>
        ) : null}
      </div>
    </nav>
  )
}
