import type { Metadata } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import type { ComponentProps, ReactNode } from 'react'
import { hasPreview, readPreview } from '#app/_import/kept-preview.ts'
import { Desk } from '#app/_server/desk.tsx'
import { requireActor } from '#app/_server/gate.ts'
import type { Session } from '#app/_server/session.ts'
import { ColumnsForm } from '#components/import/columns-form.tsx'
import { DiscardButton } from '#components/import/discard-button.tsx'
import { FileForm } from '#components/import/file-form.tsx'
import { ImportList } from '#components/import/import-list.tsx'
import { type ImportQuery, type ImportStep, readImportQuery } from '#components/import/import-query.ts'
import { ImportSteps } from '#components/import/import-steps.tsx'
import { NamesForm } from '#components/import/names-form.tsx'
import { ReadFile } from '#components/import/read-file.tsx'
import { StepPanel } from '#components/import/step-panel.tsx'
import { UndoForm } from '#components/import/undo-form.tsx'
import { Upload } from '#components/import/upload.tsx'
import { PageHeader } from '#components/layout/page-header.tsx'
import { Card } from '#components/ui/card.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { getImport, type ImportView, listImports } from '#db/queries/find-import.ts'
import type { ImportPreview } from '#domain/import-reading.ts'
import { indicatorsToPick, unitsToPick } from './options.ts'
import { PreviewStep } from './preview-step.tsx'
import { Result } from './result.tsx'
import { isOf, namesToMatch, stepsOf } from './step.ts'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('import'))('title') }
}

/** Figures out of a file: handed in, read, compared with the ledger, and only then written; later taken back. */
export default async function ImportPage({ searchParams }: Props) {
  const query = readImportQuery(await searchParams)
  const session = await requireActor('/import', query)
  const found = query.batch === undefined ? null : await getImport(session.reader, session.actor, query.batch)
  if (!found || found.state === 'discarded') return <Start session={session} from={query} />
  if (found.state !== 'open') {
    const actions = found.state === 'committed' ? <UndoForm batch={found.id} /> : null
    return (
      <Frame session={session} found={found} here="result" actions={actions}>
        <Result found={found} by={session.actor.name} />
      </Frame>
    )
  }
  const preview = await readPreview(found.id)
  if (!preview || !isOf(preview, found.choices)) return <Unread session={session} found={found} />
  const { here, ...steps } = stepsOf(preview, query.step)
  const { unit, year } = query
  return (
    <Frame
      session={session}
      found={found}
      here={here}
      steps={{ ...steps, from: { unit, year } }}
      actions={<DiscardButton batch={found.id} />}
    >
      <Step session={session} batch={found.id} preview={preview} here={here} query={query} />
    </Frame>
  )
}

type StartProps = { session: Session; from: Pick<ImportQuery, 'unit' | 'year'> }

async function Start({ session, from: { unit, year } }: StartProps) {
  const [t, imports] = await Promise.all([getTranslations('import'), listImports(session.reader, session.actor)])
  const read = await Promise.all(imports.map(({ id }) => hasPreview(id)))
  return (
    <Frame session={session} found={null} here="file">
      <Card>
        <Upload limits={{ file: 100 * 1024 ** 2, workbook: 10 * 1024 ** 2 }} from={{ unit, year }} />
        <noscript>
          <Notice tone="warn">{t('noScript')}</Notice>
        </noscript>
      </Card>
      <ImportList
        imports={imports.map(({ id, fileName, state, at, committedAt, undoneAt }, index) => ({
          ...{ id, fileName, state: state === 'open' && !read[index] ? 'unread' : state },
          at: undoneAt ?? committedAt ?? at,
        }))}
      />
    </Frame>
  )
}

function Unread({ session, found }: { session: Session; found: ImportView }) {
  const { id, choices, fileName } = found
  return (
    <Frame session={session} found={found} here="file" reading actions={<DiscardButton batch={id} />}>
      <Card>
        <ReadFile key={JSON.stringify(choices)} batch={id}>
          {/* A workbook says itself how it is read. */}
          {/\.xlsx$/i.test(fileName) ? null : <FileForm batch={id} choices={choices} reading={null} questions={[]} />}
        </ReadFile>
      </Card>
    </Frame>
  )
}

type StepProps = {
  session: Session
  batch: string
  preview: ImportPreview
  here: Exclude<ImportStep, 'result'>
  query: ImportQuery
}

async function Step({ session, batch, preview, here, query }: StepProps) {
  const t = await getTranslations('import')
  const { choices, reading, questions, diff } = preview
  if (here === 'preview' && diff && reading) {
    return <PreviewStep session={session} batch={batch} diff={diff} reading={reading} query={query} />
  }
  // Another preview is another form: what was typed into the one before has been sent.
  const form = { batch, choices }
  if (here === 'names') {
    const remembered = diff ? { remembered: diff.remembered } : {}
    const [units, indicators] = await Promise.all([unitsToPick(session), indicatorsToPick(session)])
    return (
      <Card title={t('names.title')}>
        <NamesForm
          key={preview.at}
          {...form}
          names={namesToMatch(preview)}
          {...remembered}
          options={{ units, indicators }}
        />
      </Card>
    )
  }
  if (here === 'columns' && reading) {
    return (
      <Card title={t('columns.title')}>
        <ColumnsForm
          key={preview.at}
          {...form}
          reading={reading}
          questions={questions}
          units={await unitsToPick(session)}
          from={{ unit: query.unit, year: query.year }}
        />
      </Card>
    )
  }
  return (
    <Card title={t('file.title')}>
      <FileForm key={preview.at} {...form} reading={reading} questions={questions} />
    </Card>
  )
}

type FrameProps = {
  session: Session
  found: ImportView | null
  here: ImportStep
  steps?: Pick<ComponentProps<typeof ImportSteps>, 'open' | 'unfinished' | 'from'>
  /** The file is being read: no step yet. */
  reading?: boolean
  actions?: ReactNode
  children: ReactNode
}

const noSteps = { open: [], unfinished: [], from: {} }

async function Frame({ session, found, here, steps = noSteps, reading = false, actions, children }: FrameProps) {
  const [t, messages] = await Promise.all([getTranslations('import'), getMessages()])
  const { action, common, entry, figureKind, problem } = messages
  const words = { action, common, figureKind, problem, import: messages.import }
  return (
    <Desk
      session={session}
      breadcrumbs={
        found ? [{ label: t('title'), href: '/import' }, { label: found.fileName }] : [{ label: t('title') }]
      }
    >
      <NextIntlClientProvider messages={{ ...words, entry: { document: entry.document, reason: entry.reason } }}>
        <PageHeader title={t('title')} sub={found ? found.fileName : t('sub')} actions={actions} />
        <ImportSteps batch={found?.id ?? null} here={here} {...steps} />
        <StepPanel id={`${found?.id} ${reading ? 'reading' : here}`} label={t(`step.${here}`)}>
          {children}
        </StepPanel>
      </NextIntlClientProvider>
    </Desk>
  )
}
