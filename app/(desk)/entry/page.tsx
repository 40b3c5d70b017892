import { nanoid } from 'nanoid'
import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { today } from '#app/_server/dates.ts'
import { Desk } from '#app/_server/desk.tsx'
import { requireActor } from '#app/_server/gate.ts'
import { entryKinds } from '#app/(desk)/units/[unit]/[year]/entry/columns.ts'
import { openYearOfUnit } from '#app/(desk)/units/actions.ts'
import { EntrySheets } from '#components/entry/entry-sheets.tsx'
import { OpenYear } from '#components/entry/open-year.tsx'
import { PageHeader } from '#components/layout/page-header.tsx'
import { Empty } from '#components/ui/empty.tsx'
import { listEntrySheets, listEntryUnits } from '#db/queries/list-entry-sheets.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('entry'))('title') }
}

/** The open sheets that this person may enter figures into, and the opening of a new year. */
export default async function EntryListPage() {
  const session = await requireActor('/entry')
  const [t, format, sheets, units] = await Promise.all([
    getTranslations('entry'),
    getFormatter(),
    listEntrySheets(session.reader, session.actor, entryKinds),
    listEntryUnits(session.reader, session.actor),
  ])
  // Dates have no time: what is due today is not late.
  const now = today()
  const rows = sheets.map(({ dueDate, ...sheet }) => ({
    ...sheet,
    due: dueDate && format.dateTime(new Date(dueDate), 'day'),
    overdue: dueDate !== null && dueDate < now && sheet.state === 'draft',
  }))
  const open =
    units.length === 0 ? null : (
      <OpenYear
        action={openYearOfUnit}
        submissionKey={nanoid()}
        units={units.map(({ slug, name }) => ({ value: slug, label: name }))}
        year={Number(now.slice(0, 4)) + 1}
        labels={{ title: t('list.open'), hint: t('list.openHint') }}
      />
    )
  return (
    <Desk session={session} breadcrumbs={[{ label: t('title') }]}>
      <PageHeader title={t('title')} sub={t('list.sub')} actions={rows.length === 0 ? null : open} />
      {rows.length === 0 ? <Empty action={open}>{t('list.none')}</Empty> : <EntrySheets rows={rows} />}
    </Desk>
  )
}
