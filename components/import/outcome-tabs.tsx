import { CircleX, Equal, type LucideIcon, PenLine, Plus, SkipForward } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { type ImportOutcome, importOutcomes } from '#domain/import.ts'

const icons: Record<ImportOutcome, { icon: LucideIcon; className: string }> = {
  new: { icon: Plus, className: 'text-accent' },
  changed: { icon: PenLine, className: 'text-accent' },
  unchanged: { icon: Equal, className: 'text-ink-3' },
  skipped: { icon: SkipForward, className: 'text-ink-3' },
  error: { icon: CircleX, className: 'text-error' },
}

type Props = {
  counts: Record<ImportOutcome, number>
  current: ImportOutcome
  hrefOf: (outcome: ImportOutcome) => string
}

/** What becomes of the cells of a file, with how many there are of each; one of them is listed below. */
export function OutcomeTabs({ counts, current, hrefOf }: Props) {
  const t = useTranslations('import')
  return (
    <nav aria-label={t('preview.outcomes')}>
      <ul className="flex flex-wrap gap-1.5">
        {importOutcomes.map((outcome) => {
          const { icon: Icon, className } = icons[outcome]
          return (
            <li key={outcome}>
              <Link
                href={hrefOf(outcome)}
                scroll={false}
                prefetch={false}
                aria-current={outcome === current ? 'true' : undefined}
                className="inline-flex min-h-8 items-center gap-2 rounded-control border border-line-2 bg-surface px-2.5 text-sm font-medium hover:bg-sunken aria-[current]:border-accent aria-[current]:bg-accent-weak"
              >
                <Icon
                  aria-hidden
                  size={14}
                  strokeWidth={1.75}
                  className={counts[outcome] === 0 ? 'text-ink-3' : className}
                />
                {t(`outcome.${outcome}`)}
                <span className="text-ink-2">{t('count', { count: counts[outcome] })}</span>
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
