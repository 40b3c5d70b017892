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

type Shown = { entry: CatalogueEntry; id: string; name: string; href: string; current: boolean }

/** One version of an indicator as a row of the catalogue. Groups sort as they are printed. */
export function indicatorRow(t: Say, { entry, id, name, href, current }: Shown): ListRow {
  const { validFromYear: from, validToYear: to } = entry
  const text = (words: string | null) => ({
    sort: words || null,
    node: words || <Missing words={t('common.none')} />,
  })
  return {
    id,
    current,
    cells: {
      name: {
        sort: name,
        node: (
          <span className="inline-flex flex-wrap items-center gap-x-2">
            <TextLink href={href}>{name}</TextLink>
            {entry.heading ? <Tag>{t('catalogue.headingTag')}</Tag> : null}
          </span>
        ),
      },
      code: { sort: entry.code, node: <span className="whitespace-nowrap">{entry.code}</span> },
      version: { sort: entry.version, node: entry.version },
      group: { sort: indicatorGroups.indexOf(entry.group), node: t(`group.${entry.group}`) },
      type: text(t(`valueType.${entry.valueType}`)),
      direction: text(t(`direction.${entry.direction}`)),
      unitOfMeasure: text(entry.unitOfMeasure),
      parent: text(entry.parentCode),
      years: {
        sort: from,
        node: (
          <span className="whitespace-nowrap">
            {to === null ? t('catalogue.sinceYear', { from: String(from) }) : `${from}–${to}`}
          </span>
        ),
      },
    },
  }
}
