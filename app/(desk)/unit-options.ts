import { getTranslations } from 'next-intl/server'
import { matcher } from '#app/_server/list-page.ts'
import type { Option } from '#components/ui/select.tsx'
import type { UnitView } from '#db/queries/unit-view.ts'
import { compareNames } from '#domain/unit.ts'

/** A choice among more is no choice: the unit is searched for first. */
const most = 100

export type OfferedUnits = { options: Option[]; searched: boolean }

/**
 * The units that a form offers, in Vietnamese order: all of a few; of many those that match `query`, which the form
 * asks for where `searched` says so, and the one that is `chosen` already.
 */
export async function unitOptions(
  units: readonly UnitView[],
  { query, chosen }: { query: string | undefined; chosen?: string | undefined },
): Promise<OfferedUnits> {
  const t = await getTranslations()
  const searched = units.length > most
  const matches = matcher(query)
  const found = searched
    ? units.filter((unit) => unit.slug === chosen || (query !== undefined && matches(`${unit.code} ${unit.name}`)))
    : units
  const options = found
    .toSorted((a, b) => compareNames(a.name, b.name))
    .slice(0, most)
    .map(({ slug, name, kind, parent }) => ({
      value: slug,
      label: [name, t(`unitKind.${kind}`), ...(searched && parent ? [parent.name] : [])].join(' · '),
    }))
  return { options, searched }
}
