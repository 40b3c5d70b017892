import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { Desk } from '#app/_server/desk.tsx'
import { requireActor } from '#app/_server/gate.ts'
import { askedText, sayPage } from '#app/_server/list-page.ts'
import type { Session } from '#app/_server/session.ts'
import { isDrawn } from '#components/charts/trend-point.ts'
import { TrendTable } from '#components/charts/trend-table.tsx'
import { ExportMenu, exportQuery } from '#components/layout/export-menu.tsx'
import { PageHeader } from '#components/layout/page-header.tsx'
import { type ListPlace, PagedList } from '#components/layout/paged-list.tsx'
import { Card } from '#components/ui/card.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Segmented } from '#components/ui/segmented.tsx'
import type { IndicatorView } from '#domain/sheet.ts'
import { IndicatorCharts } from './charts.tsx'
import { FilterForm } from './filter-form.tsx'
import { askedByName, keptFilters, readFilters, type Search, trendAddress } from './filters.ts'
import { Parts } from './parts.tsx'
import { readTrend } from './trend.ts'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Search> }

/** Asked by the title and by the page, read once: a request has one session and one query. */
const load = cache(
  async (session: Session, code: string, search: Search) => (await readTrend(session, code, search)) ?? notFound(),
)

const nameOf = ({ nameVi, nameEn }: IndicatorView, locale: string) => (locale === 'vi' ? nameVi : nameEn)

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ code }, search] = await Promise.all([params, searchParams])
  const session = await requireActor('/indicators/[code]', { ...search, code })
  const { versions } = await load(session, code, search)
  return { title: nameOf(versions[0], await getLocale()) }
}

/** One indicator over units and years: plan against actual as a chart, and all of it as a table. */
export default async function IndicatorPage({ params, searchParams }: Props) {
  const [{ code }, search] = await Promise.all([params, searchParams])
  const session = await requireActor('/indicators/[code]', { ...search, code })
  const { versions, rows: ofPage, ranked, place, parts } = await load(session, code, search)
  const [t, locale] = await Promise.all([getTranslations(), getLocale()])
  const [indicator] = versions
  const filters = readFilters(search, ranked)
  const asked = { ...filters, ...askedByName(search) }
  const rows = ofPage.filter(
    ({ unit, year }) =>
      (filters.unit === null || unit.slug === filters.unit) && year >= filters.from && year <= filters.to,
  )
  const at = { q: askedText(search.q), page: sayPage(place) }
  const canDraw = rows.some(isDrawn)
  const shownUnits = { unitOfMeasure: indicator.unitOfMeasure }
  const { unit, from, to } = filters
  const shown = exportQuery({ indicator: code, unit, from, to, q: at.q })
  const choices = (['chart', 'table'] as const).map((view) => ({
    value: view,
    label: t(`indicator.view.${view}`),
    href: trendAddress(code, { ...asked, view }, at),
  }))
  const listed: ListPlace = {
    page: place,
    query: at.q ?? '',
    action: `/indicators/${code}`,
    keep: keptFilters(asked),
    hrefOf: (change) => trendAddress(code, asked, { ...at, ...change }),
  }
  return (
    <Desk
      session={session}
      breadcrumbs={[{ label: t('nav.indicators'), href: '/indicators' }, { label: indicator.code }]}
      here={{ href: `/indicators/${code}`, title: nameOf(indicator, locale), detail: indicator.code }}
    >
      <PageHeader
        title={nameOf(indicator, locale)}
        sub={
          <>
            <span>{t(`group.${indicator.group}`)}</span>
            {indicator.unitOfMeasure ? <span>{`${t('common.unitOfMeasure')}: ${indicator.unitOfMeasure}`}</span> : null}
            <span>{t(`direction.${indicator.direction}`)}</span>
          </>
        }
        actions={
          <>
            {canDraw ? <Segmented label={t('indicator.view.label')} choices={choices} current={filters.view} /> : null}
            <ExportMenu primary files={(['excelVi', 'xlsx', 'data'] as const).map((file) => ({ file, of: shown }))} />
          </>
        }
      />
      {ranked.length > 0 ? <FilterForm code={code} filters={filters} asked={asked} at={at} rows={ranked} /> : null}
      {indicator.caution ? <Notice tone="warn">{indicator.caution}</Notice> : null}
      <PagedList place={listed}>
        {place.pages > 1 ? (
          <Notice tone="info">
            {t(ranked.length > ofPage.length ? 'indicator.panelsShown' : 'indicator.unitsShown', place)}
          </Notice>
        ) : null}
        {canDraw ? null : (
          <Card>
            <p className="text-ink-2">
              {t(
                rows.length > 0 || indicator.heading
                  ? `indicator.noChart.${whyNoChart(indicator)}`
                  : 'indicator.noneHere',
              )}
            </p>
          </Card>
        )}
        {indicator.heading ? <Parts parts={parts} /> : null}
        {canDraw && filters.view === 'chart' ? (
          <IndicatorCharts
            code={code}
            filters={filters}
            asked={asked}
            at={at}
            rows={rows}
            ranked={ranked}
            {...shownUnits}
          />
        ) : null}
        {rows.length > 0 ? <TrendTable rows={rows} showVersion={versions.length > 1} {...shownUnits} /> : null}
      </PagedList>
    </Desk>
  )
}

const whyNoChart = ({ heading, valueType }: { heading: boolean; valueType: string }) => {
  if (heading) return 'heading'
  return valueType === 'milestone' ? 'milestone' : 'noNumbers'
}
