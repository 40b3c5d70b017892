import type { useFormatter, useTranslations } from 'next-intl'
import type { Option } from '#components/ui/select.tsx'
import type { UnitView } from '#db/queries/unit-view.ts'
import { matcher } from '#domain/search.ts'
import { compareNames } from '#domain/unit.ts'

/** A choice among more is no choice: the unit is searched for first. */
export const mostUnits = 100

/** `searched`: the form asks what to search for; `cut`: more were found than are offered. */
export type OfferedUnits = { options: Option[]; searched: boolean; cut: boolean }

/**
 * The units that a form offers, in Vietnamese order: all of a few; of many the first of those that match `query`, and
 * always the one that is `chosen` already. Names are used again after a reorganisation, so what ended says when.
 */
export function unitOptions(
  t: ReturnType<typeof useTranslations<never>>,
  format: ReturnType<typeof useFormatter>,
  units: readonly UnitView[],
  { query, chosen }: { query: string | undefined; chosen?: string | undefined },
): OfferedUnits {
  const searched = units.length > mostUnits
  const matches = matcher(query)
  const byName = units.toSorted((a, b) => compareNames(a.name, b.name))
  const found = byName.filter(({ code, name }) => !searched || (query !== undefined && matches(`${code} ${name}`)))
  const offered = new Set(found.slice(0, mostUnits))
  const options = byName
    .filter((unit) => unit.slug === chosen || offered.has(unit))
    .map(({ slug, name, kind, parent, validTo }) => ({
      value: slug,
      label: [
        name,
        t(`unitKind.${kind}`),
        ...(searched && parent ? [parent.name] : []),
        ...(validTo ? [t('unitYear.units.until', { date: format.dateTime(new Date(validTo), 'day') })] : []),
      ].join(' · '),
    }))
  return { options, searched, cut: found.length > mostUnits }
}
