import type { Metadata } from 'next'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { Desk } from '#app/_server/desk.tsx'
import { requireActor } from '#app/_server/gate.ts'
import { arrange, type ListSearch, listAddress, readListQuery } from '#app/_server/list-page.ts'
import { ListAndForm } from '#components/layout/list-and-form.tsx'
import { PageHeader } from '#components/layout/page-header.tsx'
import { ListCard } from '#components/table/list-card.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { listFiledDocuments } from '#db/queries/document-files.ts'
import { can } from '#domain/permissions.ts'
import { DocumentForm } from './document-form.tsx'
import { documentColumns, documentOrders, documentRow, documentText } from './document-rows.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('nav'))('documents') }
}

/** The documents that figures are cited from, and the form that adds one, or by which the administration corrects one. */
export default async function DocumentsPage({ searchParams }: { searchParams: ListSearch }) {
  const query = await readListQuery(searchParams)
  const session = await requireActor('/documents', query)
  const [documents, t, format, locale] = await Promise.all([
    listFiledDocuments(session.reader),
    getTranslations(),
    getFormatter(),
    getLocale(),
  ])
  const { shown, at, place, order } = arrange('/documents', documents, query, {
    by: documentOrders(t),
    text: documentText,
  })
  const mayAdd = can(session.actor, 'cite_document', { kind: 'product' })
  const mayCorrect = can(session.actor, 'administer', { kind: 'product' })
  const edited = mayCorrect ? documents.find(({ document }) => document.code === query.edit)?.document : undefined
  return (
    <Desk session={session} breadcrumbs={[{ label: t('nav.documents') }]}>
      <PageHeader
        title={t('nav.documents')}
        sub={t('document.count', { count: place.page.total })}
        actions={
          mayAdd ? (
            <ButtonLink href={listAddress('/documents', { ...at, new: '1' })} variant="primary">
              {t('document.new')}
            </ButtonLink>
          ) : null
        }
      />
      <ListAndForm
        list={
          <ListCard
            label={t('nav.documents')}
            columns={documentColumns(t)}
            rows={shown.map((entry) => ({
              ...documentRow({ t, format, locale }, entry),
              current: entry.document === edited,
            }))}
            place={place}
            order={order}
            empty={t(mayAdd ? 'document.emptyHere' : 'document.empty')}
          />
        }
        form={
          edited || (mayAdd && query.new !== undefined)
            ? {
                id: edited?.code ?? '',
                title: edited ? t('document.edit') : t('document.new'),
                closeHref: listAddress('/documents', at),
                closeLabel: t('action.close'),
                content: <DocumentForm key={edited?.code} document={edited} />,
              }
            : null
        }
      />
    </Desk>
  )
}
