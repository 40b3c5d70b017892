import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Desk } from '#app/_server/desk.tsx'
import { requireActor } from '#app/_server/gate.ts'
import { arrange, type ListSearch, listAddress, readListQuery } from '#app/_server/list-page.ts'
import { ListAndForm } from '#components/layout/list-and-form.tsx'
import { PageHeader } from '#components/layout/page-header.tsx'
import { ListCard } from '#components/table/list-card.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { figuresExist } from '#db/queries/figures-exist.ts'
import { type CatalogueEntry, listIndicators } from '#db/queries/list-indicators.ts'
import { compareNames } from '#domain/unit.ts'
import { IndicatorForm } from './indicator-form.tsx'
import { indicatorColumns, indicatorOrders, indicatorRow } from './indicator-rows.tsx'

const path = '/catalogue/indicators'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('catalogue'))('indicatorsTitle') }
}

/** How the address names one version. */
const idOf = ({ code, version }: CatalogueEntry) => `${code}.${version}`

export default async function IndicatorsPage({ searchParams }: { searchParams: ListSearch }) {
  const query = await readListQuery(searchParams)
  const session = await requireActor('/catalogue/indicators', query)
  const [indicators, t, locale] = await Promise.all([listIndicators(session.reader), getTranslations(), getLocale()])
  const nameOf = (entry: CatalogueEntry) => (locale === 'vi' ? entry.nameVi : entry.nameEn)
  const edited = indicators.find((entry) => idOf(entry) === query.edit)
  // The newest version comes first.
  const redefined = indicators.find(({ code }) => code === query.new)
  const saved = indicators.find((entry) => idOf(entry) === query.saved)

  const { shown, at, place, order } = arrange(path, indicators, query, {
    by: indicatorOrders(t, nameOf),
    text: ({ code, nameVi, nameEn }) => `${code} ${nameVi} ${nameEn}`,
  })
  const rows = shown.map((entry) =>
    indicatorRow(t, {
      entry,
      id: idOf(entry),
      name: nameOf(entry),
      href: listAddress(path, { ...at, edit: idOf(entry) }),
      current: entry === edited || entry === redefined,
    }),
  )
  const codes = new Set(indicators.filter(({ parentCode }) => parentCode === null).map(({ code }) => code))
  codes.delete(edited?.code ?? redefined?.code ?? '')
  const parents = [...codes]
    .flatMap((code) => indicators.find((entry) => entry.code === code) ?? [])
    .sort((a, b) => compareNames(nameOf(a), nameOf(b)))
    .map((entry) => ({ value: entry.code, label: `${nameOf(entry)} · ${entry.code}` }))
  const title = edited
    ? t('catalogue.editIndicator')
    : redefined
      ? t('catalogue.newVersionOf', { code: redefined.code })
      : t('catalogue.newIndicator')

  return (
    <Desk session={session} breadcrumbs={[{ label: t('nav.catalogueIndicators') }]}>
      <PageHeader
        title={t('catalogue.indicatorsTitle')}
        sub={t('common.rowCount', { count: place.page.total })}
        actions={
          <ButtonLink href={listAddress(path, { ...at, new: 'indicator' })} variant="primary">
            {t('catalogue.newIndicator')}
          </ButtonLink>
        }
      />
      {saved ? <Notice tone="info">{t('catalogue.saved', { name: nameOf(saved) })}</Notice> : null}
      <ListAndForm
        list={
          <ListCard
            label={t('catalogue.indicatorsTitle')}
            columns={indicatorColumns(t)}
            rows={rows}
            place={place}
            order={order}
            empty={t('catalogue.indicatorsEmpty')}
          />
        }
        form={
          edited || query.new !== undefined
            ? {
                id: query.edit ?? query.new ?? '',
                title,
                closeHref: listAddress(path, at),
                closeLabel: t('action.close'),
                content: (
                  <IndicatorForm
                    key={query.edit ?? query.new}
                    entry={edited ?? redefined}
                    mode={edited ? 'change' : redefined ? 'newVersion' : 'new'}
                    newVersionHref={listAddress(path, { ...at, ...(edited && { new: edited.code }) })}
                    parents={parents}
                    inUse={edited !== undefined && (await figuresExist(session.reader, edited.id))}
                    at={at}
                  />
                ),
              }
            : null
        }
      />
    </Desk>
  )
}
