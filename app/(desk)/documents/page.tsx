import type { Metadata } from 'next'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { Desk } from '#app/_server/desk.tsx'
import { requireActor } from '#app/_server/gate.ts'
import { arrange, type ListSearch, readListQuery } from '#app/_server/list-page.ts'
import { PageHeader } from '#components/layout/page-header.tsx'
import { ListCard } from '#components/table/list-card.tsx'
import { listFiledDocuments } from '#db/queries/document-files.ts'
import { documentColumns, documentOrders, documentRow, documentText } from './document-rows.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('nav'))('documents') }
}

/** The documents that figures are cited from. */
export default async function DocumentsPage({ searchParams }: { searchParams: ListSearch }) {
  const { q, sort, page } = await readListQuery(searchParams)
  const session = await requireActor('/documents', { q, sort, page })
  const [documents, t, format, locale] = await Promise.all([
    listFiledDocuments(session.reader),
    getTranslations(),
    getFormatter(),
    getLocale(),
  ])
  const { shown, place, order } = arrange(
    '/documents',
    documents,
    { ...(q && { q }), ...(sort && { sort }), ...(page && { page }) },
    { by: documentOrders(t), text: documentText },
  )
  return (
    <Desk session={session} breadcrumbs={[{ label: t('nav.documents') }]}>
      <PageHeader title={t('nav.documents')} sub={t('document.count', { count: place.page.total })} />
      <ListCard
        label={t('nav.documents')}
        columns={documentColumns(t)}
        rows={shown.map((entry) => documentRow({ t, format, locale }, entry))}
        place={place}
        order={order}
        empty={t('document.empty')}
      />
    </Desk>
  )
}
