import { Printer } from 'lucide-react'
import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { Activity } from 'react'
import { Desk } from '#app/_server/desk.tsx'
import { requireActor } from '#app/_server/gate.ts'
import { askedText } from '#app/_server/list-page.ts'
import { vietnameseWords } from '#app/_server/vietnamese-words.ts'
import { type ExportFile, ExportMenu, exportQuery } from '#components/layout/export-menu.tsx'
import { PageHeader } from '#components/layout/page-header.tsx'
import { type ListPlace, PagedList } from '#components/layout/paged-list.tsx'
import { BudgetPanel } from '#components/overview/budget-panel.tsx'
import { CountTiles } from '#components/overview/count-tiles.tsx'
import { HeatPanel } from '#components/overview/heat-panel.tsx'
import { OverviewFilters } from '#components/overview/overview-filters.tsx'
import { commonPlanKinds, lastWritten, type OverviewUnit, tellApart } from '#components/overview/overview-sheet.ts'
import { judgeSheets } from '#components/overview/overview-view.ts'
import { OverviewBieu } from '#components/print/overview-bieu.tsx'
import { ReviewList } from '#components/review/review-list.tsx'
import { Card } from '#components/ui/card.tsx'
import { Empty } from '#components/ui/empty.tsx'
import { PrintButton } from '#components/ui/print-button.tsx'
import type { Tier } from '#domain/figure.ts'
import { can } from '#domain/permissions.ts'
import { unitKinds } from '#domain/unit.ts'
import { FirstStep } from './first-step.tsx'
import { type Overview, type OverviewQuery, overviewAddress, readOverview } from './overview.ts'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('nav'))('overview') }
}

/** Where every unit of a year stands: counts, the table of units and indicators, the budget, and what to look at again. */
export default async function OverviewPage({ searchParams }: Props) {
  const given = await searchParams
  const one = (name: string) => (typeof given[name] === 'string' ? given[name] : undefined)
  const query: OverviewQuery = {
    ...{ year: one('year'), parent: one('parent'), group: one('group'), against: one('against') },
    ...{ previous: one('previous'), sentences: one('sentences'), q: askedText(given.q), page: one('page') },
  }
  const session = await requireActor('/', query)
  const [overview, t] = await Promise.all([readOverview(session, query), getTranslations()])
  return (
    <Desk session={session} breadcrumbs={[{ label: t('nav.overview') }]}>
      {overview ? (
        <Found
          overview={overview}
          q={query.q ?? ''}
          administers={can(session.actor, 'administer', { kind: 'product' })}
        />
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

/** More findings than these are counted. */
const listedFindings = 6

async function Found({ overview, q, administers }: { overview: Overview; q: string; administers: boolean }) {
  const t = await getTranslations()
  const { view, sheets, unopened, place } = overview
  const { year, against } = view
  const plans = planNames(overview, t)
  const judged = judgeSheets(
    tellApart(sheets, (unit) => t('search.unit', unit)),
    view,
  )
  const hrefOf = (change: OverviewQuery) => overviewAddress(overview, q, change)
  // React takes over the heat table first, and after it what is an `Activity`, or when that is used.
  return (
    <>
      <Activity>
        <PageHeader
          title={t('overview.title', { year: String(year) })}
          sub={<Coverage overview={overview} plan={plans[against]} />}
          actions={
            <>
              <PrintButton>
                <Printer aria-hidden size={16} strokeWidth={1.75} />
                {t('action.print')}
              </PrintButton>
              <ExportMenu primary files={filesOf(overview, q, administers)} />
            </>
          }
        />
        <OverviewFilters {...overview} parent={overview.parent?.slug ?? null} query={q} plans={plans} hrefOf={hrefOf} />
      </Activity>
      <PagedList place={placeOf(overview, q)} found={sheets.length + unopened.length > 0}>
        {sheets.length > 0 ? (
          <>
            <Activity>
              <CountTiles tier={against} plan={plans[against]} sheets={judged} />
            </Activity>
            <HeatPanel
              year={year}
              tier={against}
              plan={plans[against]}
              sheets={judged}
              sentences={{ shown: view.sentences, href: hrefOf({ sentences: view.sentences ? undefined : '1' }) }}
            />
            <Activity>
              <div className="grid items-start gap-3 [contain-intrinsic-size:auto_30rem] [content-visibility:auto] wide:grid-cols-[4fr_3fr]">
                <BudgetPanel tier={against} plans={plans} sheets={judged} />
                <ReviewList
                  findings={judged.flatMap(({ unit, year: of, findings }) =>
                    findings.map((one) => ({ ...one, unit, year: of })),
                  )}
                  limit={listedFindings}
                />
              </div>
              <OverviewBieu
                year={year}
                superior={overview.parent}
                sheets={sheets}
                place={place}
                words={await vietnameseWords({ unitKind: 'province', parentKind: 'other' })}
              />
            </Activity>
          </>
        ) : null}
        <Unopened year={year} units={unopened} alone={sheets.length === 0} />
        {place.pages > 1 ? <p className="text-xs text-ink-3">{t('overview.onePage')}</p> : null}
      </PagedList>
    </>
  )
}

/** What the units of the page call their plans; where they differ, words that fit all. */
function planNames({ sheets }: Overview, t: Awaited<ReturnType<typeof getTranslations<never>>>): Record<Tier, string> {
  const kinds = commonPlanKinds(sheets.map(({ unit }) => unit))
  const nameOf = (tier: Tier) => (kinds ? t(`tier.${tier}`, kinds) : t(`overview.plan.${tier}`))
  return { assigned: nameOf('assigned'), adopted: nameOf('adopted') }
}

/** The page of the overview, whose links and search keep its filters. */
function placeOf(overview: Overview, q: string): ListPlace {
  const keep = Object.fromEntries(
    new URL(overviewAddress(overview, undefined, { page: undefined }), 'http://-').searchParams,
  )
  return { page: overview.place, query: q, action: '/', keep, hrefOf: (change) => overviewAddress(overview, q, change) }
}

/** "4 quận · số liệu cập nhật 15/12/2023 · so với KH quận": the units that have a sheet, by kind, and what is shown of them. */
async function Coverage({ overview: { kinds, place, sheets }, plan }: { overview: Overview; plan: string }) {
  const [t, format] = await Promise.all([getTranslations('overview'), getFormatter()])
  const counts = unitKinds
    .map((kind) => ({ kind, count: kinds.filter((one) => one === kind).length }))
    .filter(({ count }) => count > 0)
    .map((one) => t('kindCount', one))
  const written = lastWritten(sheets)
  const date = written && format.dateTime(new Date(written), 'day')
  const updated = date ? t(place.pages > 1 ? 'updatedShown' : 'updated', { date }) : t('noFigures')
  return [counts.join(', '), updated, t('comparedWith', { plan })].filter(Boolean).join(' · ')
}

/** More than these are counted, not named. */
const namedUnopened = 50

async function Unopened({ year, units, alone }: { year: number; units: readonly OverviewUnit[]; alone: boolean }) {
  if (units.length === 0) return null
  const t = await getTranslations('overview')
  const words =
    units.length > namedUnopened
      ? t('unopenedCount', { count: units.length, year: String(year) })
      : `${t('unopened', { year: String(year) })}: ${units.map(({ name, parent }) => (parent ? `${name} (${parent.name})` : name)).join(', ')}`
  return alone ? (
    <Card>
      <Empty>{words}</Empty>
    </Card>
  ) : (
    <p className="text-xs text-ink-2">{words}</p>
  )
}

/** The filters that are in force, of all pages; the administrator's files are of everything, whatever is shown. */
const filesOf = ({ view, parent, place }: Overview, q: string, administers: boolean): ExportFile[] => {
  const { year, group, previous } = view
  const years = previous ? { from: year - 1, to: year } : { year }
  const shown = exportQuery({ ...years, parent: parent?.slug, group, q })
  return [
    ...(['excelVi', 'xlsx', 'xlsxUnits', 'data'] as const).map((file) => ({ file, of: shown })),
    // A form of no unit is none.
    ...(place.total > 0 ? [{ file: 'overviewBieu' as const, of: exportQuery({ year, parent: parent?.slug, q }) }] : []),
    ...(administers
      ? (['allRevisions', 'wholeJournal'] as const).map((file) => ({ file, of: new URLSearchParams() }))
      : []),
  ]
}
