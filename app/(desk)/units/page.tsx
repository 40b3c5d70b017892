import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { today } from '#app/_server/dates.ts'
import { Desk } from '#app/_server/desk.tsx'
import { requireActor } from '#app/_server/gate.ts'
import { PageHeader } from '#components/layout/page-header.tsx'
import { OpenYearForm } from '#components/table/open-year-form.tsx'
import { UnitList } from '#components/table/unit-list.tsx'
import { Card } from '#components/ui/card.tsx'
import { Empty } from '#components/ui/empty.tsx'
import { listUnitYears } from '#db/queries/unit-years.ts'
import { can } from '#domain/permissions.ts'
import { openYearOfUnit } from './actions.ts'

type Props = { searchParams: Promise<{ open?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('nav'))('units') }
}

/** Every unit the person may read, under its parent, with its yearly sheets; `?open=slug` opens a year of one of them. */
export default async function UnitsPage({ searchParams }: Props) {
  const session = await requireActor('/units')
  const [found, { open }, t] = await Promise.all([
    listUnitYears(session.reader, session.actor),
    searchParams,
    getTranslations(),
  ])
  const units = found.map(({ unit, target, years }) => ({
    unit,
    years,
    mayOpen: can(session.actor, 'open_year', target),
  }))
  const opened = units.find(({ unit, mayOpen }) => mayOpen && unit.slug === open)
  return (
    <Desk session={session} breadcrumbs={[{ label: t('nav.units') }]}>
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
      {units.length === 0 ? <Empty>{t('unitYear.units.empty')}</Empty> : <UnitList units={units} />}
    </Desk>
  )
}
