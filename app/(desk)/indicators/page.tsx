import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Desk } from '#app/_server/desk.tsx'
import { requireProductAction } from '#app/_server/gate.ts'
import { PageHeader } from '#components/layout/page-header.tsx'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { Empty } from '#components/ui/empty.tsx'
import { Input } from '#components/ui/input.tsx'
import { type Coverage, listCoverage } from '#db/queries/indicator-coverage.ts'
import { type CatalogueEntry, listIndicators } from '#db/queries/list-indicators.ts'
import { indicatorGroups } from '#domain/indicator.ts'
import { searchKey } from '#domain/unit.ts'
import { GroupTable } from './group-table.tsx'

type Props = { searchParams: Promise<{ q?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('nav'))('indicators') }
}

/** The catalogue of indicators by group, and where each has figures. */
export default async function IndicatorsPage({ searchParams }: Props) {
  const session = await requireProductAction('/indicators', 'read')
  const [catalogue, coverage, t, locale, { q }] = await Promise.all([
    listIndicators(session.reader),
    listCoverage(session.reader, session.actor),
    getTranslations(),
    getLocale(),
    searchParams,
  ])
  const query = typeof q === 'string' ? q.trim().slice(0, 100) : ''
  const found = newest(catalogue).filter((indicator) => matches(indicator, searchKey(query)))
  const byCode = Map.groupBy<string, Coverage>(coverage, ({ code }) => code)
  return (
    <Desk session={session} breadcrumbs={[{ label: t('nav.indicators') }]}>
      <PageHeader title={t('nav.indicators')} sub={t('indicator.found', { count: found.length })} />
      <search>
        <form className="flex flex-wrap items-center gap-2">
          <Input
            type="search"
            name="q"
            defaultValue={query}
            aria-label={t('indicator.search')}
            placeholder={t('indicator.search')}
            className="max-w-80"
          />
          <Button type="submit" size="mobile">
            {t('indicator.searchButton')}
          </Button>
        </form>
      </search>
      {found.length === 0 ? (
        <Card>
          <Empty action={query ? <ButtonLink href="/indicators">{t('indicator.showAll')}</ButtonLink> : null}>
            {query ? t('indicator.nothingFound', { query }) : t('indicator.emptyCatalogue')}
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

/** Names in both languages and the code, without regard to diacritics. */
const matches = ({ code, nameVi, nameEn }: CatalogueEntry, wanted: string): boolean =>
  searchKey(`${code} ${nameVi} ${nameEn}`).includes(wanted)
