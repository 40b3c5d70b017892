import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Desk } from '#app/_server/desk.tsx'
import { requireActor } from '#app/_server/gate.ts'
import { askedText } from '#app/_server/list-page.ts'
import { PageHeader } from '#components/layout/page-header.tsx'
import { SearchForm } from '#components/layout/search-form.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { Empty } from '#components/ui/empty.tsx'
import { coveredUnits, listCoverage } from '#db/queries/indicator-coverage.ts'
import { type CatalogueEntry, listIndicators } from '#db/queries/list-indicators.ts'
import { indicatorGroups } from '#domain/indicator.ts'
import { matcher } from '#domain/search.ts'
import { GroupTable } from './group-table.tsx'

type Props = { searchParams: Promise<{ q?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('nav'))('indicators') }
}

/** The catalogue of indicators by group, and where each has figures. */
export default async function IndicatorsPage({ searchParams }: Props) {
  const { q } = await searchParams
  const session = await requireActor('/indicators', { q })
  const [catalogue, coverage, t, locale] = await Promise.all([
    listIndicators(session.reader),
    listCoverage(session.reader, session.actor),
    getTranslations(),
    getLocale(),
  ])
  const query = askedText(q)?.trim() ?? ''
  const matches = matcher(query)
  const found = newest(catalogue).filter(({ code, nameVi, nameEn }) => matches(`${code} ${nameVi} ${nameEn}`))
  const byCode = Map.groupBy(coverage.units, ({ code }) => code)
  return (
    <Desk session={session} breadcrumbs={[{ label: t('nav.indicators') }]}>
      <PageHeader title={t('nav.indicators')} sub={t('indicator.found', { count: found.length })} />
      <SearchForm action="/indicators" query={query} />
      {coverage.complete ? null : (
        <p className="text-xs text-ink-3">{t('indicator.coverageLimit', { count: coveredUnits })}</p>
      )}
      {found.length === 0 ? (
        <Card>
          <Empty action={query ? <ButtonLink href="/indicators">{t('action.showAll')}</ButtonLink> : null}>
            {query ? t('common.nothingFound', { query }) : t('indicator.emptyCatalogue')}
          </Empty>
        </Card>
      ) : (
        indicatorGroups.map((group) => {
          const members = found.filter((indicator) => indicator.group === group)
          if (members.length === 0) return null
          return (
            <GroupTable
              key={group}
              title={t(`group.${group}`)}
              complete={coverage.complete}
              rows={members.map((indicator) => ({
                code: indicator.code,
                name: locale === 'vi' ? indicator.nameVi : indicator.nameEn,
                isPart: indicator.parentCode !== null,
                unitOfMeasure: indicator.unitOfMeasure,
                direction: indicator.direction,
                heading: indicator.heading,
                coverage: byCode.get(indicator.code) ?? [],
              }))}
            />
          )
        })
      )}
    </Desk>
  )
}

/** Versions come newest first. */
const newest = (catalogue: readonly CatalogueEntry[]): CatalogueEntry[] =>
  [...new Map(catalogue.toReversed().map((indicator) => [indicator.code, indicator])).values()].sort((a, b) =>
    familyOf(a) < familyOf(b) ? -1 : 1,
  )

/** Parts follow their parent. */
const familyOf = ({ code, parentCode }: CatalogueEntry): string =>
  parentCode === null ? code : `${parentCode} ${code}`
