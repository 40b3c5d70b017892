import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ImportGroup } from '#domain/import.ts'
import { useCauseWords } from './cause-words.ts'

type Props = {
  groups: readonly ImportGroup[]
  /** The one whose cells are listed. */
  current: number
  hrefOf: (group: ImportGroup) => string
}

/** Why cells are passed over or in error, with how many for each reason; nothing where there is one without a reason. */
export function CauseList({ groups, current, hrefOf }: Props) {
  const t = useTranslations('import')
  const causeWords = useCauseWords()
  if (groups.every(({ reason }) => reason === null)) return null
  return (
    <nav aria-label={t('preview.causes')} className="border-b border-line px-2 py-2">
      <ul className="grid grid-cols-1">
        {groups.map((group) => (
          <li key={group.index}>
            <Link
              href={hrefOf(group)}
              scroll={false}
              prefetch={false}
              aria-current={group.index === current ? 'true' : undefined}
              className="flex min-h-8 items-center gap-3 rounded-control px-2 py-1 text-sm hover:bg-sunken focus-inset aria-[current]:bg-accent-weak aria-[current]:font-medium"
            >
              <span className="min-w-12 text-right text-ink-2">{t('count', { count: group.count })}</span>
              <span className="min-w-0 wrap-anywhere">{causeWords(group)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
