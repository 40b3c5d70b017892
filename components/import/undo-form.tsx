'use client'
import { nanoid } from 'nanoid'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { Textarea } from '../ui/input.tsx'
import { FiguresSince } from './figures-since.tsx'
import { LongProgress } from './long-progress.tsx'
import { RefusalNotice } from './refusal-notice.tsx'
import { useLong } from './use-long.ts'

/** Takes a whole import back: it asks first, because all figures of the import change again. */
export function UndoForm({ batch }: { batch: string }) {
  const t = useTranslations('import.undo')
  const action = useTranslations('action')
  const kept = useTranslations('import.kept')
  const router = useRouter()
  const { going, progress, refused, run } = useLong()
  const [asking, setAsking] = useState(false)
  const [key] = useState(nanoid)
  const [reason, setReason] = useState('')
  return (
    <>
      <Button size="mobile" onClick={() => setAsking(true)}>
        {t('open')}
      </Button>
      {asking ? (
        <Dialog title={t('title')} description={t('explain')} onClose={() => setAsking(false)}>
          <form
            noValidate
            className="grid grid-cols-1 gap-3"
            onSubmit={async (event) => {
              event.preventDefault()
              const body = { key, ...(reason.trim() !== '' && { reason }) }
              if (!(await run(`/api/v1/imports/${batch}/undo`, 'POST', body))) return
              setAsking(false)
              router.refresh()
            }}
          >
            <Field label={t('reason')}>
              {(control) => (
                <Textarea
                  {...control}
                  rows={2}
                  maxLength={1000}
                  value={reason}
                  onChange={({ target }) => setReason(target.value)}
                />
              )}
            </Field>
            {refused ? (
              <RefusalNotice refused={refused} kept={kept('undo')}>
                <FiguresSince refused={refused} />
              </RefusalNotice>
            ) : null}
            {going ? <LongProgress progress={progress ?? { phase: 'writing', done: 0, total: null }} /> : null}
            <div className="flex justify-end gap-2">
              <Button onClick={() => setAsking(false)}>{action('cancel')}</Button>
              <Button type="submit" variant="primary" disabled={going}>
                {t('confirm')}
              </Button>
            </div>
          </form>
        </Dialog>
      ) : null}
    </>
  )
}
