import { Download } from 'lucide-react'
import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { Desk } from '#app/_server/desk.tsx'
import { requireActor } from '#app/_server/gate.ts'
import { askedText, sayPage } from '#app/_server/list-page.ts'
import { PageHeader } from '#components/layout/page-header.tsx'
import { type ListPlace, PagedList } from '#components/layout/paged-list.tsx'
import { OverviewFilters } from '#components/table/overview-filters.tsx'
import { lastWritten } from '#components/table/overview-sheet.ts'
import { OverviewTable } from '#components/table/overview-table.tsx'
import { buttonClass } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { unitKinds } from '#domain/unit.ts'
import { FirstStep } from './first-step.tsx'
import { type Overview, readOverview } from './overview.ts'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('nav'))('overview') }
}

/** The units of a year, each with its counts and its state. */
export default async function OverviewPage({ searchParams }: Props) {
  const given = await searchParams
  const one = (name: string) => (typeof given[name] === 'string' ? given[name] : undefined)
  const asked = { year: one('year'), parent: one('parent'), q: askedText(given.q), page: one('page') }
  const session = await requireActor('/', asked)
  const [overview, t] = await Promise.all([readOverview(session, asked), getTranslations()])
  return (
    <Desk session={session} breadcrumbs={[{ label: t('nav.overview') }]}>
      {overview ? (
        <>
          <PageHeader
            title={t('overview.title', { year: String(overview.year) })}
            sub={<Coverage {...overview} />}
            actions={<Exports year={overview.year} />}
          />
          <OverviewFilters {...overview} parent={overview.parent?.slug ?? null} query={asked.q ?? ''} />
          <PagedList
            place={placeOf(overview, asked.q ?? '')}
            found={overview.sheets.length + overview.unopened.length > 0}
          >
            <OverviewTable {...overview} />
          </PagedList>
        </>
      ) : (
        <>
          <PageHeader title={t('nav.overview')} />
          <Card>
            <FirstStep session={session} />
          </Card>
        </>
      )}
    </Desk>
  )
}

/** The page of the overview, whose links keep its year, parent and search. */
function placeOf({ year, parent, place }: Overview, query: string): ListPlace {
  const keep = { year: String(year), ...(parent && { parent: parent.slug }) }
  const at = { q: query || undefined, page: sayPage(place) }
  const hrefOf: ListPlace['hrefOf'] = (change) => {
    const given = Object.entries({ ...keep, ...at, ...change }).flatMap(([name, value]) =>
      value ? [[name, value]] : [],
    )
    return `/?${new URLSearchParams(given)}`
  }
  return { page: place, query, action: '/', keep, hrefOf }
}

/** "4 quận · số liệu cập nhật 15/12/2023": the units that have a sheet, by kind, and the last change of a figure of the page. */
async function Coverage({ kinds, place, sheets }: Overview) {
  const [t, format] = await Promise.all([getTranslations('overview'), getFormatter()])
  const counts = unitKinds
    .map((kind) => ({ kind, count: kinds.filter((one) => one === kind).length }))
    .filter(({ count }) => count > 0)
    .map((one) => t('kindCount', one))
  const written = lastWritten(sheets)
  const date = written && format.dateTime(new Date(written), 'day')
  const updated = date ? t(place.pages > 1 ? 'updatedShown' : 'updated', { date }) : t('noFigures')
  return `${counts.join(', ')} · ${updated}`
}

/** The year as a file: for Vietnamese Excel, and for software. */
async function Exports({ year }: { year: number }) {
  const t = await getTranslations()
  const address = (layout: string) => `/export/figures.csv?year=${year}&layout=${layout}`
  return (
    <>
      <a href={address('data')} download className={buttonClass({ size: 'mobile' })}>
        {t('overview.exportData')}
      </a>
      <a href={address('excel-vi')} download className={buttonClass({ variant: 'primary', size: 'mobile' })}>
        <Download aria-hidden size={16} strokeWidth={1.75} />
        {t('action.exportCsv')}
      </a>
    </>
  )
}
