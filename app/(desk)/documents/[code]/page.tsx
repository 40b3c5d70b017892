import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { NextIntlClientProvider } from 'next-intl'
import { getFormatter, getMessages, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { Desk } from '#app/_server/desk.tsx'
import { requireActor } from '#app/_server/gate.ts'
import { askedPage, listAddress } from '#app/_server/list-page.ts'
import { CitedCells } from '#components/documents/cited-cells.tsx'
import { FileCard } from '#components/documents/file-card.tsx'
import { FileForm } from '#components/documents/file-form.tsx'
import { StatedSheets } from '#components/documents/stated-sheets.tsx'
import { PageHeader } from '#components/layout/page-header.tsx'
import { Pager } from '#components/layout/pager.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { Empty } from '#components/ui/empty.tsx'
import { readDocument } from './read-document.ts'

type Props = {
  params: Promise<{ code: string }>
  searchParams: Promise<{ page?: string | string[] }>
}

/** Asked by the title and by the page, read once. */
const load = cache(async (code: string, page: number) => {
  const session = await requireActor('/documents/[code]', { code, ...(page > 1 && { page: String(page) }) })
  const found = await readDocument(session, code, page)
  return found ? { session, ...found } : notFound()
})

const asked = async ({ params, searchParams }: Props) =>
  [(await params).code, askedPage((await searchParams).page)] as const

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await load(...(await asked(props)))).document.title }
}

/** A document: what it is, its file, and what is taken from it, as far as the person may read that. */
export default async function DocumentPage(props: Props) {
  const { session, document, files, cells, stated, may } = await load(...(await asked(props)))
  const { code, title, number, publisher, dated, url } = document
  const [t, format, messages] = await Promise.all([getTranslations(), getFormatter(), getMessages()])
  const about = [number, publisher, dated && t('document.datedOn', { date: format.dateTime(new Date(dated), 'day') })]
  const { rows, ...place } = cells
  const hrefOf = (page: number) => (page === 1 ? `/documents/${code}` : `/documents/${code}?page=${page}`)
  return (
    <Desk session={session} breadcrumbs={[{ label: t('nav.documents'), href: '/documents' }, { label: code }]}>
      <PageHeader
        title={title}
        sub={
          <>
            {about.some(Boolean) ? <span>{about.filter(Boolean).join(' · ')}</span> : null}
            {url ? (
              <a href={url} target="_blank" rel="noreferrer" className="py-0.5 text-accent underline">
                {t('document.original')}
              </a>
            ) : null}
          </>
        }
        actions={
          may.correct ? (
            <ButtonLink href={listAddress('/documents', { edit: code })}>{t('document.edit')}</ButtonLink>
          ) : null
        }
      />
      <FileCard code={code} files={files}>
        {may.attach ? (
          <NextIntlClientProvider messages={{ document: messages.document, problem: messages.problem }}>
            <FileForm code={code} replaces={files[0]?.version ?? null} open={files.length === 0 || may.replace} />
          </NextIntlClientProvider>
        ) : null}
      </FileCard>
      {stated.sheets.length > 0 ? (
        <Card title={t('document.stated')}>
          <StatedSheets sheets={stated.sheets} />
          {stated.complete ? null : (
            <p className="mt-2 text-xs text-ink-3">{t('document.statedCut', { count: stated.sheets.length })}</p>
          )}
        </Card>
      ) : null}
      <Card
        flush
        title={t('document.cells')}
        meta={place.total > 0 ? t('document.cellCount', { count: place.total }) : null}
      >
        {rows.length > 0 ? (
          <CitedCells label={t('document.cells')} cells={rows} />
        ) : (
          <Empty>{t('document.noCells')}</Empty>
        )}
      </Card>
      <Pager place={place} hrefOf={hrefOf} />
    </Desk>
  )
}
