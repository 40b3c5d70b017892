import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { StateMark } from '#components/ui/state-mark.tsx'
import type { SheetState } from '#domain/sheet-state.ts'

type Props = {
  unit: string
  /** Of the unit, for the name of the list. */
  name: string
  years: readonly { year: number; state: SheetState }[]
  /** The year that is open here; null in a list. */
  current?: number | null
}

/** The sheets of a unit, year by year, each with its state. */
export function YearLinks({ unit, name, years, current = null }: Props) {
  const t = useTranslations('unitYear')
  return (
    <nav aria-label={`${t('years')}: ${name}`}>
      <ul className="flex flex-wrap gap-1.5">
        {years.map(({ year, state }) => (
          <li key={year}>
            <Link
              href={`/units/${unit}/${year}`}
              aria-current={year === current ? 'page' : undefined}
              className="inline-flex min-h-7 items-center gap-2 rounded-control border border-line-2 bg-surface px-2 text-sm font-medium hover:bg-sunken aria-[current]:border-accent aria-[current]:bg-accent-weak"
            >
              {year}
              <StateMark state={state} />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
