import { nanoid } from 'nanoid'
import { useTranslations } from 'next-intl'
import { ActionForm } from '#components/ui/action-form.tsx'
import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/form-fields.tsx'
import { saidOf } from '#domain/inputs/save-document.ts'
import type { DocumentView } from '#domain/sheet.ts'
import { saveDocumentForm } from './actions.ts'

/** What is said of a document; `document`: the one that is corrected, undefined makes a new one. */
export function DocumentForm({ document }: { document: DocumentView | undefined }) {
  const t = useTranslations()
  return (
    <ActionForm action={saveDocumentForm} submissionKey={nanoid()}>
      {document ? (
        <>
          <input type="hidden" name="code" value={document.code} />
          <input type="hidden" name="seen" value={saidOf(document)} />
          <p className="text-sm text-ink-2">{t('document.editHint')}</p>
        </>
      ) : null}
      <TextField name="title" label={t('document.title')} defaultValue={document?.title} required />
      <TextField
        name="number"
        label={t('document.number')}
        hint={t('document.numberHint')}
        defaultValue={document?.number ?? undefined}
      />
      <TextField name="publisher" label={t('document.publisher')} defaultValue={document?.publisher ?? undefined} />
      <TextField name="dated" label={t('document.dated')} type="date" defaultValue={document?.dated ?? undefined} />
      <TextField name="url" label={t('document.original')} type="url" defaultValue={document?.url ?? undefined} />
      <Button type="submit" variant="primary" size="mobile">
        {t('action.save')}
      </Button>
    </ActionForm>
  )
}
