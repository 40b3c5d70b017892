import { useFormatter, useLocale, useTranslations } from 'next-intl'
import type { StatedTier, Tier } from '#domain/figure.ts'
import type { NumberStyle } from '#domain/number-format.ts'
import type { IndicatorView } from '#domain/sheet.ts'
import type { UnitKind } from '#domain/unit.ts'

/** What the names of the plans follow ("KH quận", "KH Thành phố"): the unit's kind and its parent's, `other` for none. */
export type PlanKinds = { unitKind: UnitKind; parentKind: UnitKind | 'other' }

/** A translator with its formats. */
export type Speech = {
  t: ReturnType<typeof useTranslations<never>>
  format: ReturnType<typeof useFormatter>
  style: NumberStyle
}

export const planKindsOf = ({ kind, parent }: { kind: UnitKind; parent: { kind: UnitKind } | null }): PlanKinds => ({
  unitKind: kind,
  parentKind: parent?.kind ?? 'other',
})

/** Everything the cells of one official table need to speak: translator, number style, names of plans, dates. */
export const wordsOf = (kinds: PlanKinds, { t, format, style }: Speech) => ({
  t,
  style,
  kinds,
  tier: (tier: StatedTier): string => (tier === 'unstated' ? t('unitYear.tierUnstated') : t(`tier.${tier}`, kinds)),
  percentOf: (tier: Tier): string => t(tier === 'assigned' ? 'tier.percentOfAssigned' : 'tier.percentOfAdopted', kinds),
  nameOf: ({ nameVi, nameEn }: Pick<IndicatorView, 'nameVi' | 'nameEn'>): string => (style === 'en' ? nameEn : nameVi),
  /** A day from an ISO date or time: dd/mm/yyyy in Vietnamese. */
  date: (iso: string): string => format.dateTime(new Date(iso), 'day'),
  time: (iso: string): string => format.dateTime(new Date(iso), 'moment'),
})

export type Words = ReturnType<typeof wordsOf>

const useSpeech = (): Speech => ({ t: useTranslations(), format: useFormatter(), style: useLocale() })

/** The words of the reader's language. */
export const useWords = (kinds: PlanKinds): Words => wordsOf(kinds, useSpeech())

/** The same for many units, each in the names of its own plans. */
export function useUnitWords(): (unit: Parameters<typeof planKindsOf>[0]) => Words {
  const speech = useSpeech()
  return (unit) => wordsOf(planKindsOf(unit), speech)
}
