import Link from 'next/link'
import { Notice } from '#components/ui/notice.tsx'
import type { Succession, UnitKind } from '#domain/unit.ts'
import { type PlanKinds, useWords, type Words } from './words.ts'

type Props = {
  unit: { kind: UnitKind; validFrom: string; validTo: string | null }
  predecessors: readonly Succession[]
  successors: readonly Succession[]
  kinds: PlanKinds
}

/** What a reorganised unit came of and what became of it (domain rule 12); nothing for any other. */
export function Successions({ unit, predecessors, successors, kinds }: Props) {
  const words = useWords(kinds)
  const { t } = words
  if (predecessors.length + successors.length === 0) return null
  return (
    <Notice tone="info">
      {predecessors.length > 0 ? (
        <p>
          {t('unitYear.successions.new', { date: words.date(unit.validFrom) })}{' '}
          <Related units={predecessors} words={words} />
        </p>
      ) : null}
      {successors.length > 0 ? (
        <p>
          {unit.validTo === null
            ? t('unitYear.successions.formerOpen')
            : t('unitYear.successions.former', { date: words.date(unit.validTo) })}{' '}
          <Related units={successors} words={words} />
        </p>
      ) : null}
      <p className="text-xs text-ink-2">{t('unitYear.successions.foot')}</p>
    </Notice>
  )
}

/** Units by name, each with how much of the predecessor it is about; a link where a sheet of it may be read. */
const Related = ({ units, words: { t, date } }: { units: readonly Succession[]; words: Words }) =>
  units.map(({ slug, name, kind, part, validFrom, validTo, year }, index) => {
    const named = t('unitYear.successions.unit', { kind, name })
    const when =
      validTo === null
        ? t('unitYear.successions.from', { date: date(validFrom) })
        : t('unitYear.successions.until', { date: date(validTo) })
    return (
      <span key={`${kind} ${name} ${validFrom}`}>
        {index > 0 ? '; ' : ''}
        {year === null ? (
          named
        ) : (
          <Link href={`/units/${slug}/${year}`} className="text-accent underline">
            {named}
          </Link>
        )}
        {` (${t(`unitYear.successions.${part}`)}, ${when})`}
      </span>
    )
  })
