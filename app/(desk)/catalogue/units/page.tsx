import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { Desk } from '#app/_server/desk.tsx'
import { requireProductAction } from '#app/_server/gate.ts'
import { type ListSearch, listAddress, readListQuery } from '#app/_server/list-page.ts'
import { ListAndForm } from '#components/layout/list-and-form.tsx'
import { PageHeader } from '#components/layout/page-header.tsx'
import { ListTable } from '#components/table/list-table.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { Empty } from '#components/ui/empty.tsx'
import { Missing } from '#components/ui/missing.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { TextLink } from '#components/ui/text-link.tsx'
import { listUnits } from '#db/queries/list-units.ts'
import { compareNames, unitLevel } from '#domain/unit.ts'
import { UnitForm } from './unit-form.tsx'

const path = '/catalogue/units'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('catalogue'))('unitsTitle') }
}

export default async function UnitsPage({ searchParams }: { searchParams: ListSearch }) {
  const query = await readListQuery(searchParams)
  const session = await requireProductAction(listAddress(path, query), 'administer')
  const [units, t, format] = await Promise.all([
    listUnits(session.reader, session.actor),
    getTranslations(),
    getFormatter(),
  ])
  const order = query.sort ? { sort: query.sort } : {}
  const edited = units.find(({ slug }) => slug === query.edit)
  const saved = units.find(({ slug }) => slug === query.saved)
  const missing = <Missing words={t('common.none')} />
  const newHref = listAddress(path, { ...order, new: 'unit' })

  const rows = units
    .toSorted((a, b) => compareNames(a.name, b.name))
    .map((unit) => {
      const from = format.dateTime(new Date(unit.validFrom), 'day')
      const own = unit.recordsOwnAssignedPlan
      return {
        id: unit.slug,
        current: unit === edited,
        cells: {
          name: {
            sort: unit.name,
            node: <TextLink href={listAddress(path, { ...order, edit: unit.slug })}>{unit.name}</TextLink>,
          },
          code: { sort: unit.code, node: unit.code },
          kind: { sort: t(`unitKind.${unit.kind}`), node: t(`unitKind.${unit.kind}`) },
          parent: { sort: unit.parent?.name ?? null, node: unit.parent?.name ?? missing },
          validity: {
            sort: unit.validFrom,
            node: unit.validTo
              ? t('catalogue.fromTo', { from, to: format.dateTime(new Date(unit.validTo), 'day') })
              : t('catalogue.from', { from }),
          },
          own: { sort: own ? 0 : 1, node: own ? t('common.yes') : t('common.no') },
        },
      }
    })
  const columns = [
    { id: 'name', label: t('catalogue.unitName') },
    { id: 'code', label: t('catalogue.code') },
    { id: 'kind', label: t('catalogue.kind') },
    { id: 'parent', label: t('catalogue.superior') },
    { id: 'validity', label: t('catalogue.validity') },
    { id: 'own', label: t('catalogue.ownAssigned') },
  ]
  const superiors = units
    .filter(({ kind, slug }) => unitLevel[kind] < 3 && slug !== edited?.slug)
    .sort((a, b) => compareNames(a.name, b.name))
    .map(({ slug, name, kind }) => ({ value: slug, label: `${name} · ${t(`unitKind.${kind}`)}` }))

  return (
    <Desk session={session} breadcrumbs={[{ label: t('nav.catalogueUnits') }]}>
      <PageHeader
        title={t('catalogue.unitsTitle')}
        sub={t('common.rowCount', { count: units.length })}
        actions={
          <ButtonLink href={newHref} variant="primary">
            {t('catalogue.newUnit')}
          </ButtonLink>
        }
      />
      {saved ? <Notice tone="info">{t('catalogue.saved', { name: saved.name })}</Notice> : null}
      <ListAndForm
        list={
          <Card flush>
            {rows.length > 0 ? (
              <ListTable label={t('catalogue.unitsTitle')} columns={columns} rows={rows} />
            ) : (
              <Empty>{t('catalogue.unitsEmpty')}</Empty>
            )}
          </Card>
        }
        form={
          edited || query.new !== undefined
            ? {
                id: query.edit ?? query.new ?? '',
                title: edited ? t('catalogue.editUnit') : t('catalogue.newUnit'),
                closeHref: listAddress(path, order),
                closeLabel: t('action.close'),
                content: <UnitForm key={edited?.slug} unit={edited} superiors={superiors} sort={query.sort} />,
              }
            : null
        }
      />
    </Desk>
  )
}
