import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { Desk } from '#app/_server/desk.tsx'
import { requireActor } from '#app/_server/gate.ts'
import { arrange, type ListSearch, listAddress, readListQuery } from '#app/_server/list-page.ts'
import { unitOptions } from '#app/(desk)/unit-options.ts'
import { ListAndForm } from '#components/layout/list-and-form.tsx'
import { PageHeader } from '#components/layout/page-header.tsx'
import { ListCard } from '#components/table/list-card.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Missing } from '#components/ui/missing.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { TextLink } from '#components/ui/text-link.tsx'
import { listUnits } from '#db/queries/list-units.ts'
import { findUnitYears } from '#db/queries/unit-years.ts'
import { compareNames, unitLevel } from '#domain/unit.ts'
import { SuccessionForms } from './succession-forms.tsx'
import { UnitForm } from './unit-form.tsx'

const path = '/catalogue/units'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('catalogue'))('unitsTitle') }
}

export default async function UnitsPage({ searchParams }: { searchParams: ListSearch }) {
  const query = await readListQuery(searchParams)
  const session = await requireActor('/catalogue/units', query)
  const [units, reorganised, t, format] = await Promise.all([
    listUnits(session.reader, session.actor),
    query.edit === undefined ? null : findUnitYears(session.reader, session.actor, query.edit),
    getTranslations(),
    getFormatter(),
  ])
  const edited = units.find(({ slug }) => slug === query.edit)
  const saved = units.find(({ slug }) => slug === query.saved)
  const { shown, at, place, order } = arrange(
    path,
    units.toSorted((a, b) => compareNames(a.name, b.name)),
    query,
    {
      by: {
        name: ({ name }) => name,
        code: ({ code }) => code,
        kind: ({ kind }) => t(`unitKind.${kind}`),
        parent: ({ parent }) => parent?.name ?? null,
        validity: ({ validFrom }) => validFrom,
        own: ({ recordsOwnAssignedPlan }) => (recordsOwnAssignedPlan ? 0 : 1),
      },
      text: ({ code, name }) => `${code} ${name}`,
    },
  )
  const day = (date: string) => format.dateTime(new Date(date), 'day')
  const rows = shown.map((unit) => ({
    id: unit.slug,
    current: unit === edited,
    cells: {
      name: <TextLink href={listAddress(path, { ...at, edit: unit.slug })}>{unit.name}</TextLink>,
      code: unit.code,
      kind: t(`unitKind.${unit.kind}`),
      parent: unit.parent?.name ?? <Missing words={t('common.none')} />,
      validity: unit.validTo
        ? t('catalogue.fromTo', { from: day(unit.validFrom), to: day(unit.validTo) })
        : t('catalogue.from', { from: day(unit.validFrom) }),
      own: unit.recordsOwnAssignedPlan ? t('common.yes') : t('common.no'),
    },
  }))
  const columns = [
    { id: 'name', label: t('catalogue.unitName') },
    { id: 'code', label: t('catalogue.code') },
    { id: 'kind', label: t('catalogue.kind') },
    { id: 'parent', label: t('catalogue.superior') },
    { id: 'validity', label: t('catalogue.validity') },
    { id: 'own', label: t('catalogue.ownAssigned') },
  ]
  const superiors = unitOptions(
    t,
    format,
    units.filter(({ kind, slug }) => unitLevel[kind] < 3 && slug !== edited?.slug),
    { query: query.unit, chosen: edited?.parent?.slug },
  )
  const related = unitOptions(
    t,
    format,
    units.filter(({ slug }) => slug !== edited?.slug),
    { query: query.related },
  )

  return (
    <Desk session={session} breadcrumbs={[{ label: t('nav.catalogueUnits') }]}>
      <PageHeader
        title={t('catalogue.unitsTitle')}
        sub={t('common.rowCount', { count: place.page.total })}
        actions={
          <ButtonLink href={listAddress(path, { ...at, new: 'unit' })} variant="primary">
            {t('catalogue.newUnit')}
          </ButtonLink>
        }
      />
      {saved ? <Notice tone="info">{t('catalogue.saved', { name: saved.name })}</Notice> : null}
      <ListAndForm
        list={
          <ListCard
            label={t('catalogue.unitsTitle')}
            columns={columns}
            rows={rows}
            place={place}
            order={order}
            empty={t('catalogue.unitsEmpty')}
          />
        }
        form={
          edited || query.new !== undefined
            ? {
                id: query.edit ?? query.new ?? '',
                title: edited ? t('catalogue.editUnit') : t('catalogue.newUnit'),
                closeHref: listAddress(path, at),
                closeLabel: t('action.close'),
                content: (
                  <>
                    <UnitForm key={edited?.slug} unit={edited} superiors={superiors} query={query} at={at} />
                    {reorganised ? <SuccessionForms {...reorganised} units={related} query={query} at={at} /> : null}
                  </>
                ),
              }
            : null
        }
      />
    </Desk>
  )
}
