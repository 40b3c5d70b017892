import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { today } from '#app/_server/dates.ts'
import { Desk } from '#app/_server/desk.tsx'
import { requireActor } from '#app/_server/gate.ts'
import { arrange, type ListSearch, listAddress, readListQuery } from '#app/_server/list-page.ts'
import { PageHeader } from '#components/layout/page-header.tsx'
import { PagedList } from '#components/layout/paged-list.tsx'
import { OpenYearForm } from '#components/table/open-year-form.tsx'
import { compareListed, countByParent, UnitList } from '#components/table/unit-list.tsx'
import { Card } from '#components/ui/card.tsx'
import { Empty } from '#components/ui/empty.tsx'
import { listUnits } from '#db/queries/list-units.ts'
import { listUnitYears } from '#db/queries/unit-years.ts'
import { can } from '#domain/permissions.ts'
import { openYearOfUnit } from './actions.ts'

const path = '/units'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('nav'))('units') }
}

/** Every unit the person may read, under its parent, with its yearly sheets; `?open=slug` opens a year of one of them. */
export default async function UnitsPage({ searchParams }: { searchParams: ListSearch }) {
  const query = await readListQuery(searchParams)
  const { reader, actor } = await requireActor('/units', query)
  const [units, t] = await Promise.all([listUnits(reader, actor), getTranslations()])
  const { shown, found, at, place } = arrange(path, units.toSorted(compareListed), query, {
    by: {},
    text: ({ code, name }) => `${code} ${name}`,
  })
  const slugs = [...shown.map(({ slug }) => slug), ...(query.open ? [query.open] : [])]
  const years = new Map((await listUnitYears(reader, actor, slugs)).map((found) => [found.unit.slug, found]))
  const mayOpen = (slug: string) => {
    const target = years.get(slug)?.target
    return target !== undefined && can(actor, 'open_year', target)
  }
  const opened = query.open !== undefined && mayOpen(query.open) ? years.get(query.open) : undefined
  const listed = shown.map((unit) => ({
    unit,
    years: years.get(unit.slug)?.years ?? [],
    openHref: mayOpen(unit.slug) ? listAddress(path, { ...at, open: unit.slug }) : null,
  }))
  return (
    <Desk session={{ reader, actor }} breadcrumbs={[{ label: t('nav.units') }]}>
      <PageHeader title={t('nav.units')} sub={t('unitYear.units.sub')} />
      {opened ? (
        <Card title={t('unitYear.openYear.title', { name: opened.unit.name })} className="max-w-110">
          <OpenYearForm
            unit={opened.unit.slug}
            year={(opened.years.at(-1)?.year ?? Number(today().slice(0, 4)) - 1) + 1}
            action={openYearOfUnit}
          />
        </Card>
      ) : null}
      {units.length === 0 ? (
        <Empty>{t('unitYear.units.empty')}</Empty>
      ) : (
        <PagedList place={place}>
          <UnitList units={listed} counts={countByParent(found)} />
        </PagedList>
      )}
    </Desk>
  )
}
