'use client'
import { useFormatter, useTranslations } from 'next-intl'
import { useEffect, useId, useState } from 'react'
import type { DocumentView } from '#domain/sheet.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Input } from '../ui/input.tsx'
import { NewDocument } from './new-document.tsx'

type Props = {
  /** The code of the document that is cited. */
  chosen: string | null
  onChoose: (code: string) => void
}

/** While somebody types on, nothing is asked. */
const PAUSE = 200

/** Chooses the document that a change cites: found by its words, or made here. */
export function DocumentPicker({ chosen, onChoose }: Props) {
  const t = useTranslations('entry.document')
  const group = useId()
  const [q, setQ] = useState('')
  const [making, setMaking] = useState(false)
  const [made, setMade] = useState<DocumentView | null>(null)
  const found = useDocuments(q)
  const documents = made ? [made, ...(found ?? []).filter(({ code }) => code !== made.code)] : (found ?? [])
  if (making) {
    return (
      <NewDocument
        title={q}
        onCancel={() => setMaking(false)}
        onMade={(document) => {
          setMade(document)
          setMaking(false)
          onChoose(document.code)
        }}
      />
    )
  }
  return (
    <div className="grid gap-2">
      <Field label={t('label')} hint={t('hint')}>
        {(control) => (
          <Input
            {...control}
            type="search"
            autoComplete="off"
            value={q}
            onChange={(event) => setQ(event.target.value)}
          />
        )}
      </Field>
      <fieldset className="max-h-44 overflow-y-auto rounded-control border border-line" aria-busy={found === null}>
        <legend className="sr-only">{t('choose')}</legend>
        {documents.map((document) => (
          <Choice
            key={document.code}
            group={group}
            document={document}
            checked={document.code === chosen}
            onChoose={() => onChoose(document.code)}
          />
        ))}
        {found !== null && documents.length === 0 ? (
          <p className="px-2.5 py-2 text-sm text-ink-3">{t('none')}</p>
        ) : null}
      </fieldset>
      <div>
        <Button size="small" onClick={() => setMaking(true)}>
          {t('new')}
        </Button>
      </div>
    </div>
  )
}

type ChoiceProps = { group: string; document: DocumentView; checked: boolean; onChoose: () => void }

function Choice({ group, document, checked, onChoose }: ChoiceProps) {
  const format = useFormatter()
  const { number, publisher, dated } = document
  const about = [number, publisher, dated && format.dateTime(new Date(dated), 'day')].filter(Boolean).join(' · ')
  return (
    <label className="flex min-h-8 cursor-pointer items-start gap-2 border-b border-line px-2.5 py-1.5 text-sm last:border-b-0 has-checked:bg-accent-weak">
      <input type="radio" name={group} checked={checked} onChange={onChoose} className="mt-1 accent-accent" />
      <span>
        {document.title}
        {about ? <span className="block text-xs text-ink-3">{about}</span> : null}
      </span>
    </label>
  )
}

/** Those that answer the words, newest first; null while they are asked for. */
function useDocuments(q: string): DocumentView[] | null {
  const [found, setFound] = useState<{ q: string; documents: DocumentView[] } | null>(null)
  useEffect(() => {
    const abort = new AbortController()
    const timer = setTimeout(() => {
      fetch(`/api/v1/documents?${new URLSearchParams({ q })}`, { signal: abort.signal })
        // The shape is that of our own route, documents/route.ts.
        .then((response) => (response.ok ? (response.json() as Promise<{ documents: DocumentView[] }>) : null))
        .then((body) => setFound({ q, documents: body?.documents ?? [] }))
        .catch(() => abort.signal.aborted || setFound({ q, documents: [] }))
    }, PAUSE)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [q])
  return found?.q === q ? found.documents : null
}
