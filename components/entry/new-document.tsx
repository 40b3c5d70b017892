'use client'
import { nanoid } from 'nanoid'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { DocumentView } from '#domain/sheet.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Input } from '../ui/input.tsx'
import { Notice } from '../ui/notice.tsx'

const fields = ['title', 'number', 'publisher', 'dated', 'url'] as const
type FieldName = (typeof fields)[number]
const types: Partial<Record<FieldName, 'date' | 'url'>> = { dated: 'date', url: 'url' }
type Refused = { message?: string; problems?: { path: string; message?: string }[] }

/** A decision, resolution or report that the ledger does not know yet. Inside another form: it sends for itself. */
export function NewDocument({
  title,
  onMade,
  onCancel,
}: {
  title: string
  onMade: (document: DocumentView) => void
  onCancel: () => void
}) {
  const t = useTranslations('entry.document')
  const action = useTranslations('action')
  const frame = useRef<HTMLFieldSetElement>(null)
  const [typed, setTyped] = useState<Partial<Record<FieldName, string>>>({ title })
  const [refused, setRefused] = useState<Refused | null>(null)
  const [busy, setBusy] = useState(false)
  // Sending it twice has one effect; what is changed in between is another document.
  const [key, setKey] = useState(nanoid)
  useEffect(() => frame.current?.querySelector('input')?.focus(), [])

  async function make() {
    setBusy(true)
    const given = Object.fromEntries(Object.entries(typed).filter(([, text]) => text.trim() !== ''))
    const answer = await post({ key, ...given })
    setBusy(false)
    if (answer.code === undefined) return setRefused(answer.refused)
    const { title: named = '', number = null, publisher = null, dated = null, url = null } = given
    onMade({ code: answer.code, title: named, number, publisher, dated, url })
  }
  /** Enter makes the document, and does not send the form around. */
  const onKeyDown = (event: KeyboardEvent) => {
    // The Enter that ends a composition is the input method's.
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.target instanceof HTMLButtonElement) return
    event.preventDefault()
    void make()
  }
  return (
    <fieldset ref={frame} className="grid gap-2.5 rounded-control border border-line p-2.5" onKeyDown={onKeyDown}>
      <legend className="px-1 text-sm font-medium">{t('new')}</legend>
      {refused && !refused.problems?.length ? <Notice tone="error">{refused.message ?? t('failed')}</Notice> : null}
      {fields.map((name) => (
        <Field
          key={name}
          label={t(`fields.${name}`)}
          error={refused?.problems?.find(({ path }) => path === name)?.message}
        >
          {(control) => (
            <Input
              {...control}
              type={types[name] ?? 'text'}
              value={typed[name] ?? ''}
              onChange={(event) => {
                setTyped({ ...typed, [name]: event.target.value })
                setKey(nanoid())
              }}
            />
          )}
        </Field>
      ))}
      <div className="flex justify-end gap-2">
        <Button size="small" onClick={onCancel}>
          {action('cancel')}
        </Button>
        <Button size="small" variant="primary" disabled={busy} onClick={() => void make()}>
          {t('make')}
        </Button>
      </div>
    </fieldset>
  )
}

type Made = { code: string } | { code?: undefined; refused: Refused }

async function post(body: Record<string, string>): Promise<Made> {
  try {
    const response = await fetch('/api/v1/documents', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
    // The shapes are those of our own route, documents/route.ts.
    if (response.ok) return { code: ((await response.json()) as { code: string }).code }
    return { refused: (await response.json()) as Refused }
  } catch {
    return { refused: {} }
  }
}
