import { getLocale, getTranslations } from 'next-intl/server'
import type { Session } from '#app/_server/session.ts'
import type { PickOption } from '#components/import/pick.tsx'
import { listIndicators } from '#db/queries/list-indicators.ts'
import { listUnits } from '#db/queries/list-units.ts'
import { compareNames } from '#domain/unit.ts'

/** The units that this person writes in, in Vietnamese order. Names are used again, so each says which it is. */
export async function unitsToPick({ reader, actor }: Session): Promise<PickOption[]> {
  const t = await getTranslations('unitKind')
  const grants = actor.grants.filter(({ role }) => role === 'editor')
  const units = await listUnits(reader, { ...actor, grants })
  return units
    .toSorted((a, b) => compareNames(a.name, b.name))
    .map(({ slug, code, name, kind, parent, validFrom }) => ({
      value: slug,
      label: [name, t(kind), parent?.name, `${code} (${validFrom.slice(0, 4)})`].filter(Boolean).join(' · '),
    }))
}

/** The indicators of the catalogue that have figures, in Vietnamese order. */
export async function indicatorsToPick({ reader }: Session): Promise<PickOption[]> {
  const [indicators, locale] = await Promise.all([listIndicators(reader), getLocale()])
  // The newest version of each code, which comes first, is put in last.
  const newest = new Map(indicators.toReversed().map((indicator) => [indicator.code, indicator]))
  return [...newest.values()]
    .filter(({ heading }) => !heading)
    .map(({ code, nameVi, nameEn }) => ({ value: code, label: `${locale === 'en' ? nameEn : nameVi} · ${code}` }))
    .sort((a, b) => compareNames(a.label, b.label))
}
