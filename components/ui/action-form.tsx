'use client'
import {
  createContext,
  type FormEvent,
  type ReactNode,
  startTransition,
  useActionState,
  useEffect,
  useRef,
} from 'react'
import type { FormState, StatefulAction } from './form-state.ts'
import { Notice } from './notice.tsx'

/** How the form around a field stands. */
export const FormContext = createContext<FormState>({ status: 'idle' })

type Props = {
  action: StatefulAction
  /** Made by the server for this showing of the form: sending it twice has one effect. */
  submissionKey: string
  className?: string
  children: ReactNode
}

/** A form on a server action: works before any script, says what was refused, and keeps what was typed. */
export function ActionForm({ action, submissionKey, className = 'grid gap-3', children }: Props) {
  const [state, submit] = useActionState(action, { status: 'idle' })
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (state.status === 'done') form.current?.reset()
  }, [state])

  // React empties a form after its action, refused ones and what was typed meanwhile included; so we send it ourselves.
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    // A date that is half typed would be sent as none.
    const cutShort = [...event.currentTarget.elements].find(
      (field) => field instanceof HTMLInputElement && field.validity.badInput,
    )
    if (cutShort instanceof HTMLInputElement) {
      cutShort.reportValidity()
      return
    }
    const fields = new FormData(event.currentTarget)
    startTransition(() => submit(fields))
  }
  return (
    // `action` is for a browser that has not loaded the script: it is answered a page whose fields hold what was typed.
    <form ref={form} action={submit} onSubmit={send} className={className} noValidate>
      <input type="hidden" name="key" value={submissionKey} />
      {state.status === 'refused' ? <Notice tone="error">{state.message}</Notice> : null}
      {state.status === 'done' ? <Notice tone="info">{state.message}</Notice> : null}
      <FormContext value={state}>{children}</FormContext>
    </form>
  )
}
