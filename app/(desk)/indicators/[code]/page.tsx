import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { Desk } from '#app/_server/desk.tsx'
import { requireActor } from '#app/_server/gate.ts'
import { IndicatorTrend } from '#components/charts/indicator-trend.tsx'
import { isDrawn } from '#components/charts/trend-point.ts'
import { trendRows } from '#components/charts/trend-row.ts'
import { TrendTable } from '#components/charts/trend-table.tsx'
import { PageHeader } from '#components/layout/page-header.tsx'
import { buttonClass } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Segmented } from '#components/ui/segmented.tsx'
import { getIndicatorFigures } from '#db/queries/indicator-figures.ts'
import type { IndicatorView } from '#domain/sheet.ts'
import { FilterForm } from './filter-form.tsx'
import { askedAddress, readFilters, type Search, trendAddress, yearsBetween } from './filters.ts'
import { Parts } from './parts.tsx'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Search> }

/** Asked by the title and by the page, read once. */
const load = cache(async (code: string, address: string) => {
  const session = await requireActor(address)
  const found = await getIndicatorFigures(session.reader, session.actor, code)
  return found && found.rows.length > 0 ? { session, ...found } : notFound()
})

const nameOf = ({ nameVi, nameEn }: IndicatorView, locale: string) => (locale === 'vi' ? nameVi : nameEn)

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { code } = await params
  const { versions } = await load(code, askedAddress(code, await searchParams))
  return { title: nameOf(versions[0], await getLocale()) }
}

/** One indicator over units and years: plan against actual as a chart, and all of it as a table. */
export default async function IndicatorPage({ params, searchParams }: Props) {
  const { code } = await params
  const search = await searchParams
  const { session, versions, rows: recorded } = await load(code, askedAddress(code, search))
  const [t, locale] = await Promise.all([getTranslations(), getLocale()])
  const [indicator] = versions
  const all = trendRows(recorded)
  const filters = readFilters(search, all)
  const rows = all.filter(
    ({ unit, year }) =>
      (filters.unit === null || unit.slug === filters.unit) && year >= filters.from && year <= filters.to,
  )
  const canDraw = rows.some(isDrawn)
  const shownUnits = { unitOfMeasure: indicator.unitOfMeasure }
  const csv = new URLSearchParams({ indicator: code, ...(filters.unit !== null && { unit: filters.unit }) })
  const choices = (['chart', 'table'] as const).map((view) => ({
    value: view,
    label: t(`indicator.view.${view}`),
    href: trendAddress(code, { ...filters, view }),
  }))
  return (
    <Desk
      session={session}
      breadcrumbs={[{ label: t('nav.indicators'), href: '/indicators' }, { label: indicator.code }]}
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
            <a
              href={`/export/figures.csv?${csv}`}
              download
              className={buttonClass({ variant: 'primary', size: 'mobile' })}
            >
              {t('action.exportCsv')}
            </a>
          </>
        }
      />
      <FilterForm code={code} filters={filters} rows={all} />
      {indicator.caution ? <Notice tone="warn">{indicator.caution}</Notice> : null}
      {canDraw ? null : (
        <Card>
          <p className="text-ink-2">{t(`indicator.noChart.${whyNoChart(indicator)}`)}</p>
        </Card>
      )}
      {indicator.heading ? <Parts session={session} code={code} /> : null}
      {canDraw && filters.view === 'chart' ? (
        <IndicatorTrend rows={rows} years={yearsBetween(filters)} {...shownUnits} />
      ) : null}
      <TrendTable rows={rows} showVersion={versions.length > 1} {...shownUnits} />
    </Desk>
  )
}

const whyNoChart = ({ heading, valueType }: { heading: boolean; valueType: string }) => {
  if (heading) return 'heading'
  return valueType === 'milestone' ? 'milestone' : 'noNumbers'
}
