import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Desk } from '#app/_server/desk.tsx'
import { requireActor } from '#app/_server/gate.ts'
import { JournalFilters } from '#components/journal/journal-filters.tsx'
import { JournalTable } from '#components/journal/journal-table.tsx'
import { ExportMenu } from '#components/layout/export-menu.tsx'
import { PageHeader } from '#components/layout/page-header.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { Empty } from '#components/ui/empty.tsx'
import { readJournal } from '#db/queries/read-journal.ts'
import { can } from '#domain/permissions.ts'
import { journalAddress, journalFilter, readJournalQuery } from './journal-query.ts'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('nav'))('journal') }
}

const wholeFiles = (['wholeJournal', 'allRevisions'] as const).map((file) => ({ file, of: new URLSearchParams() }))

/** Who did what, when and why: every write is a row, and none is ever changed. */
export default async function JournalPage({ searchParams }: Props) {
  const query = readJournalQuery(await searchParams)
  const session = await requireActor('/journal', query)
  const [t, { entries, more }] = await Promise.all([
    getTranslations(),
    readJournal(session.reader, session.actor, journalFilter(query)),
  ])
  const last = entries.at(-1)
  return (
    <Desk session={session} breadcrumbs={[{ label: t('nav.journal') }]}>
      <PageHeader
        title={t('nav.journal')}
        sub={t('journal.sub')}
        actions={can(session.actor, 'administer', { kind: 'product' }) ? <ExportMenu files={wholeFiles} /> : null}
      />
      <JournalFilters query={query} />
      <Card flush>
        {entries.length > 0 ? (
          <JournalTable label={t('nav.journal')} entries={entries} />
        ) : (
          <Empty>{t('journal.empty')}</Empty>
        )}
      </Card>
      <nav aria-label={t('journal.pages')} className="flex flex-wrap justify-end gap-2">
        {query.before === undefined ? null : (
          <ButtonLink href={journalAddress({ ...query, before: '' })} size="mobile">
            {t('journal.newest')}
          </ButtonLink>
        )}
        {more && last ? (
          <ButtonLink href={journalAddress({ ...query, before: String(last.seq) })} size="mobile">
            {t('journal.older')}
          </ButtonLink>
        ) : null}
      </nav>
    </Desk>
  )
}
