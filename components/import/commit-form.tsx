'use client'
import { nanoid } from 'nanoid'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { DocumentPicker } from '../entry/document-picker.tsx'
import { ReasonField } from '../entry/reason-field.tsx'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { importAddress } from './import-query.ts'
import { LongProgress } from './long-progress.tsx'
import { RefusalNotice } from './refusal-notice.tsx'
import { RereadButton } from './reread-button.tsx'
import { useLong } from './use-long.ts'

type Props = {
  batch: string
  /** Of the difference that is shown: nothing else is written. */
  hash: string
  /** Figures that change, of all sheets; lines and sheets may come without any. */
  changes: number
  /** Whether there is anything to write. */
  writes: boolean
  errors: number
  reasonRequired: boolean
  /** Recorded plans among the changes. */
  changedPlans: number
}

/** Writes what is shown, all of it or nothing. */
export function CommitForm({ batch, hash, changes, writes, errors, reasonRequired, changedPlans }: Props) {
  const t = useTranslations('import.commit')
  const kept = useTranslations('import.kept')
  const router = useRouter()
  const { going, progress, refused, run } = useLong()
  // Sent again, after an answer that never came, it has one effect.
  const [key] = useState(nanoid)
  const [withoutErrors, setWithoutErrors] = useState(false)
  const [reason, setReason] = useState('')
  const [citing, setCiting] = useState(false)
  const [document, setDocument] = useState<string | null>(null)
  const [adjustment, setAdjustment] = useState(false)
  const [wanting, setWanting] = useState<string | null>(null)

  /** What is still missing, as a sentence; null: nothing. */
  const missing = () => {
    if (errors > 0 && !withoutErrors) return t('errorsFirst', { count: errors })
    if (reasonRequired && reason.trim() === '') return t('reasonFirst')
    return adjustment && document === null ? t('documentFirst') : null
  }
  if (!writes) return <p className="text-sm text-ink-2">{t(errors > 0 ? 'onlyErrors' : 'nothing')}</p>
  if (going) return <LongProgress progress={progress ?? { phase: 'writing', done: 0, total: null }} />
  return (
    <form
      noValidate
      className="grid grid-cols-1 gap-3"
      onSubmit={async (event) => {
        event.preventDefault()
        const sentence = missing()
        setWanting(sentence)
        if (sentence !== null) return
        const body = {
          ...{ key, diff: hash, withoutErrors, adjustment },
          ...(reason.trim() !== '' && { reason }),
          ...(document !== null && { document }),
        }
        if (!(await run(`/api/v1/imports/${batch}/commit`, 'POST', body))) return
        router.push(importAddress({ batch }))
        router.refresh()
      }}
    >
      {errors > 0 ? (
        <Checkbox checked={withoutErrors} onChange={({ target }) => setWithoutErrors(target.checked)}>
          {t('withoutErrors', { count: errors })}
        </Checkbox>
      ) : null}
      {reasonRequired ? (
        <div className="grid gap-1">
          <p className="text-sm text-ink-2">{t('reasonWhy')}</p>
          <ReasonField reason={reason} onReason={setReason} rows={2} />
        </div>
      ) : null}
      {citing ? (
        <>
          <DocumentPicker chosen={document} onChoose={setDocument} />
          {changedPlans > 0 ? (
            <Checkbox checked={adjustment} onChange={({ target }) => setAdjustment(target.checked)}>
              {t('adjustment', { count: changedPlans })}
            </Checkbox>
          ) : null}
        </>
      ) : null}
      {wanting === null ? null : (
        <p role="alert" className="text-sm text-error">
          {wanting}
        </p>
      )}
      {refused ? <RefusalNotice refused={refused} kept={kept('preview')} /> : null}
      {refused?.code === 'conflict' ? <RereadButton batch={batch} /> : null}
      <div className="flex flex-wrap justify-end gap-2">
        {citing ? null : (
          <Button size="mobile" onClick={() => setCiting(true)}>
            {t('cite')}
          </Button>
        )}
        <Button type="submit" variant="primary" size="mobile">
          {t('write', { count: changes })}
        </Button>
      </div>
    </form>
  )
}
