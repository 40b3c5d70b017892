import type { useTranslations } from 'next-intl'
import type { ListColumn, ListRow } from '#components/table/list-table.tsx'
import { Missing } from '#components/ui/missing.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { TextLink } from '#components/ui/text-link.tsx'
import type { CatalogueEntry } from '#db/queries/list-indicators.ts'
import { indicatorGroups } from '#domain/indicator.ts'

type Say = ReturnType<typeof useTranslations<never>>

export const indicatorColumns = (t: Say): ListColumn[] => [
  { id: 'name', label: t('catalogue.name') },
  { id: 'code', label: t('catalogue.code') },
  { id: 'version', label: t('catalogue.version'), numeric: true },
  { id: 'group', label: t('common.group') },
  { id: 'type', label: t('catalogue.type') },
  { id: 'direction', label: t('catalogue.direction') },
  { id: 'unitOfMeasure', label: t('common.unitOfMeasure') },
  { id: 'parent', label: t('catalogue.parentIndicator') },
  { id: 'years', label: t('catalogue.validYears') },
]

/** What each column is ordered by. Groups sort as they are printed. */
export const indicatorOrders = (t: Say, nameOf: (entry: CatalogueEntry) => string) => ({
  name: nameOf,
  code: ({ code }: CatalogueEntry) => code,
  version: ({ version }: CatalogueEntry) => version,
  group: ({ group }: CatalogueEntry) => indicatorGroups.indexOf(group),
  type: ({ valueType }: CatalogueEntry) => t(`valueType.${valueType}`),
  direction: ({ direction }: CatalogueEntry) => t(`direction.${direction}`),
  unitOfMeasure: ({ unitOfMeasure }: CatalogueEntry) => unitOfMeasure || null,
  parent: ({ parentCode }: CatalogueEntry) => parentCode,
  years: ({ validFromYear }: CatalogueEntry) => validFromYear,
})

type Shown = { entry: CatalogueEntry; id: string; name: string; href: string; current: boolean }

/** One version of an indicator as a row of the catalogue. */
export function indicatorRow(t: Say, { entry, id, name, href, current }: Shown): ListRow {
  const { validFromYear: from, validToYear: to } = entry
  const orNone = (words: string | null) => words || <Missing words={t('common.none')} />
  return {
    id,
    current,
    cells: {
      name: (
        <span className="inline-flex flex-wrap items-center gap-x-2">
          <TextLink href={href}>{name}</TextLink>
          {entry.heading ? <Tag>{t('catalogue.headingTag')}</Tag> : null}
        </span>
      ),
      code: <span className="whitespace-nowrap">{entry.code}</span>,
      version: entry.version,
      group: t(`group.${entry.group}`),
      type: t(`valueType.${entry.valueType}`),
      direction: t(`direction.${entry.direction}`),
      unitOfMeasure: orNone(entry.unitOfMeasure),
      parent: orNone(entry.parentCode),
      years: (
        <span className="whitespace-nowrap">
          {to === null ? t('catalogue.sinceYear', { from: String(from) }) : `${from}–${to}`}
        </span>
      ),
    },
  }
}
