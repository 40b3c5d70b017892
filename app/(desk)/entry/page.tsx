import { CalendarPlus } from 'lucide-react'
import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { today } from '#app/_server/dates.ts'
import { Desk } from '#app/_server/desk.tsx'
import { requireActor } from '#app/_server/gate.ts'
import { arrange, type ListSearch, readListQuery } from '#app/_server/list-page.ts'
import { EntrySheets } from '#components/entry/entry-sheets.tsx'
import { PageHeader } from '#components/layout/page-header.tsx'
import { PagedList } from '#components/layout/paged-list.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Empty } from '#components/ui/empty.tsx'
import { readEntryProgress } from '#db/queries/entry-progress.ts'
import { listEntrySheets } from '#db/queries/list-entry-sheets.ts'
import { valueKinds } from '#domain/figure.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('entry'))('title') }
}

/** The open sheets that this person may enter figures into, and the way to open a new year. */
export default async function EntryListPage({ searchParams }: { searchParams: ListSearch }) {
  const query = await readListQuery(searchParams)
  const { reader, actor } = await requireActor('/entry', query)
  const [t, format, sheets] = await Promise.all([getTranslations(), getFormatter(), listEntrySheets(reader, actor)])
  const { shown, place } = arrange('/entry', sheets, query, {
    by: {},
    text: ({ unit, year }) => `${unit.code} ${unit.name} ${year}`,
  })
  const progress = await readEntryProgress(
    reader,
    shown.map(({ id }) => id),
    valueKinds,
  )
  // Dates have no time: what is due today is not late.
  const now = today()
  const rows = shown.map(({ id, dueDate, ...sheet }) => ({
    ...sheet,
    ...(progress.get(id) ?? { total: 0, filled: 0 }),
    due: dueDate && format.dateTime(new Date(dueDate), 'day'),
    overdue: dueDate !== null && dueDate < now && sheet.state === 'draft',
  }))
  const open = actor.grants.some(({ role }) => role === 'editor') ? (
    <ButtonLink href="/units" variant="primary" size="mobile">
      <CalendarPlus aria-hidden size={16} strokeWidth={1.75} />
      {t('action.openYear')}
    </ButtonLink>
  ) : null
  return (
    <Desk session={{ reader, actor }} breadcrumbs={[{ label: t('entry.title') }]}>
      <PageHeader title={t('entry.title')} sub={t('entry.list.sub')} actions={sheets.length === 0 ? null : open} />
      {sheets.length === 0 ? (
        <Empty action={open}>{t('entry.list.none')}</Empty>
      ) : (
        <PagedList place={place}>
          <EntrySheets rows={rows} counted={place.page.pages === 1} />
        </PagedList>
      )}
    </Desk>
  )
}
