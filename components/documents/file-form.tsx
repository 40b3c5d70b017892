'use client'
import { nanoid } from 'nanoid'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { fileTypes } from '#domain/file-type.ts'
import { longestFile } from '#domain/inputs/attach-file.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import { sendFile } from './send-file.ts'

type Props = {
  code: string
  /** The version of the file that is to be replaced; null where the document has none. */
  replaces: number | null
  /** False: nothing may be sent, any more. What became of the last file stays in sight. */
  open: boolean
}

type State = { is: 'idle' } | { is: 'sending'; share: number } | { is: 'done' | 'refused'; message: string }

/** Every ending that is taken, for the browser's dialog; the server looks at the content. */
const accept = Object.values(fileTypes)
  .flatMap(({ endings }) => endings.map((ending) => `.${ending}`))
  .join()

/** Gives a document its file, or another one. */
export function FileForm({ code, replaces, open }: Props) {
  const t = useTranslations('document')
  const problem = useTranslations('problem')
  const router = useRouter()
  const input = useRef<HTMLInputElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const outcome = useRef<HTMLDivElement>(null)
  const sending = useRef<AbortController>(null)
  // Sending the same file twice has one effect.
  const [key, setKey] = useState(nanoid)
  const [state, setState] = useState<State>({ is: 'idle' })
  const refuse = (message: string) => setState({ is: 'refused', message })

  const wordsOf = useProgressWords()
  const isSending = state.is === 'sending'

  // The form went away from under whoever sent it: what became of the file is there to go on from.
  useEffect(() => {
    if (!open && document.activeElement === document.body) outcome.current?.focus()
  }, [open])

  async function send(event: FormEvent) {
    event.preventDefault()
    if (isSending) return
    const file = input.current?.files?.[0]
    if (!file) return refuse(t('chooseFirst'))
    if (file.size === 0) return refuse(problem('empty'))
    if (file.size > longestFile) return refuse(problem('file_too_large', { megabytes: longestFile / 2 ** 20 }))
    const abort = new AbortController()
    sending.current = abort
    setState({ is: 'sending', share: 0 })
    try {
      const onProgress = (share: number) => setState({ is: 'sending', share })
      const answer = await sendFile({ code, key, replaces }, file, onProgress, abort.signal)
      if (!answer.sent) return refuse(answer.message ?? t('failed'))
      const kept = answer.name === file.name.normalize('NFC')
      setState({ is: 'done', message: t(kept ? 'sent' : 'renamed', { name: answer.name }) })
      setKey(nanoid())
      if (input.current) input.current.value = ''
      router.refresh()
    } catch (error) {
      // A file that was moved or changed since it was chosen cannot be read any more.
      const unreadable = error instanceof DOMException && error.name === 'NotReadableError'
      refuse(t(abort.signal.aborted ? 'stopped' : unreadable ? 'unreadable' : 'failed'))
    }
  }

  return (
    <div className="grid gap-3 empty:hidden">
      {state.is === 'done' ? (
        <div ref={outcome} tabIndex={-1}>
          <Notice tone="info">{state.message}</Notice>
        </div>
      ) : null}
      {open ? (
        <form onSubmit={send} className="grid gap-3">
          <Field
            label={t('choose')}
            hint={
              <>
                {`${t('accepted', { megabytes: longestFile / 2 ** 20 })} ${t('whoSees')}`}
                {replaces === null ? null : ` ${t('replaceHint')}`}
              </>
            }
          >
            {(control) => (
              <input
                {...control}
                ref={input}
                type="file"
                accept={accept}
                disabled={isSending}
                onChange={() => {
                  setKey(nanoid())
                  setState({ is: 'idle' })
                }}
                className="w-full min-w-0 rounded-control border border-control bg-surface p-1 text-sm text-ink file:mr-3 file:h-9 file:rounded-bar file:border-0 file:bg-sunken file:px-3 file:text-sm file:font-semibold file:text-ink aria-[invalid]:border-error desk:file:h-7"
              />
            )}
          </Field>
          {state.is === 'refused' ? <Notice tone="error">{state.message}</Notice> : null}
          {isSending ? (
            <Progress
              share={state.share}
              onStop={() => {
                sending.current?.abort()
                button.current?.focus()
              }}
            />
          ) : null}
          {/* Heard now and then, not at every percent. */}
          <p role="status" className="sr-only">
            {isSending ? wordsOf(Math.floor(state.share * 4) / 4) : null}
          </p>
          {/* Not disabled, which would take the focus away. */}
          <Button
            ref={button}
            type="submit"
            size="mobile"
            aria-disabled={isSending}
            className="justify-self-start aria-disabled:cursor-not-allowed aria-disabled:opacity-50"
          >
            {t(replaces === null ? 'attach' : 'replace')}
          </Button>
        </form>
      ) : null}
    </div>
  )
}

/** How far a file has come, from 0 to 1; 0: it is still being read here. */
function useProgressWords() {
  const t = useTranslations('document')
  return (share: number) => (share === 0 ? t('reading') : t('sending', { percent: Math.floor(share * 100) }))
}

function Progress({ share, onStop }: { share: number; onStop: () => void }) {
  const t = useTranslations('document')
  const words = useProgressWords()(share)
  return (
    <div className="flex flex-wrap items-center gap-3">
      <progress value={share} aria-label={words} className="progress min-w-40 flex-1" />
      <span className="text-sm text-ink-2">{words}</span>
      <Button size="mobile" onClick={onStop}>
        {t('stop')}
      </Button>
    </div>
  )
}
