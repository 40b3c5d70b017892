'use client'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import type { SheetLine } from '#domain/sheet.ts'
import type { SheetState } from '#domain/sheet-state.ts'
import { PageHeader } from '../layout/page-header.tsx'
import { ActionForm } from '../ui/action-form.tsx'
import { Button, ButtonLink } from '../ui/button.tsx'
import type { StatefulAction } from '../ui/form-state.ts'
import { StateMark } from '../ui/state-mark.tsx'
import { useScreen } from './entry-context.tsx'
import { isOpen, isUnsaved } from './entry-summary.ts'
import { LateSubmitQuestion } from './late-dialogs.tsx'

export type Submission = { action: StatefulAction; key: string }

type Props = {
  title: string
  state: SheetState
  dueDate: string | null
  backHref: string
  /** Where figures for this sheet come out of a file; null where nothing here can be changed. */
  importHref: string | null
  /** Leads to the same screen with more columns, or with fewer. */
  otherColumns: { href: string; more: boolean }
  lines: readonly SheetLine[]
  submission: Submission | null
  /** Offered here once the sheet has lines; before, they are all that the screen offers. */
  lineForms: ReactNode
}

export function EntryHead(props: Props) {
  const { title, state, dueDate, backHref, importHref, otherColumns, lines, submission, lineForms } = props
  const t = useTranslations('entry')
  const summary = useScreen((screen) => screen.summary)
  return (
    <PageHeader
      title={title}
      sub={
        <>
          <StateMark state={state} />
          {dueDate === null ? null : <span>{t('due', { date: dueDate })}</span>}
          <span>{t('progress', { filled: summary.filled, total: summary.total })}</span>
          {submission ? (
            // It keeps its place: what comes and goes here would move the buttons between a press and its release.
            <span className={isUnsaved(summary) ? '' : 'invisible'}>{t('unsaved')}</span>
          ) : null}
        </>
      }
      actions={
        <>
          <ButtonLink href={backHref} size="mobile">
            {t('toSheet')}
          </ButtonLink>
          {importHref === null ? null : (
            <ButtonLink href={importHref} size="mobile">
              {t('importFile')}
            </ButtonLink>
          )}
          {lines.length > 0 ? (
            <ButtonLink href={otherColumns.href} scroll={false} size="mobile">
              {t(otherColumns.more ? 'moreColumns' : 'fewerColumns')}
            </ButtonLink>
          ) : null}
          {lines.length > 0 ? lineForms : null}
          {submission ? (
            <div className="hidden desk:block">
              <SubmitForm submission={submission} />
            </div>
          ) : null}
        </>
      }
    />
  )
}

/**
 * Submitting waits until everything that was typed is recorded, and says so; it asks first where something is open.
 * Before the scripts run the form is sent as it is.
 */
export function SubmitForm({ submission }: { submission: Submission }) {
  const t = useTranslations('entry')
  const action = useTranslations('action')
  const unsaved = useScreen((screen) => isUnsaved(screen.summary))
  const open = useScreen((screen) => isOpen(screen.summary))
  const [asking, setAsking] = useState<HTMLFormElement | null>(null)
  return (
    <ActionForm action={submission.action} submissionKey={submission.key} className="grid justify-items-end gap-1">
      <Button
        type="submit"
        variant="primary"
        size="mobile"
        disabled={unsaved}
        title={unsaved ? t('unsaved') : undefined}
        onClick={(event) => {
          if (!open) return
          event.preventDefault()
          setAsking(event.currentTarget.form)
        }}
      >
        {action('submit')}
      </Button>
      {asking === null ? null : (
        <LateSubmitQuestion onClose={() => setAsking(null)} onSubmit={() => asking.requestSubmit()} />
      )}
    </ActionForm>
  )
}
