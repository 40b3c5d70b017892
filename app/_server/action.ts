import 'server-only'
import { refresh } from 'next/cache'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { FormState } from '#components/ui/form-state.ts'
import type { Command, Found, Keyed } from '#db/command.ts'
import { refusalForLog, write } from '#db/write.ts'
import { type Actor, can } from '#domain/permissions.ts'
import { ok, type Result, refuse } from '#domain/refusal.ts'
import { admits } from './gate.ts'
import { ledger } from './ledger.ts'
import { log } from './log.ts'
import { sayRefusal } from './messages.ts'
import { isOwnOrigin } from './origin.ts'
import { type ClosedHandler, handlers, type Policy } from './policies.ts'
import { currentSession, type Session } from './session.ts'

type AnyCommand<Input extends Keyed, Output, Place extends Found> = Command<Input, Output, Place>

/** Reads what was sent; `actor` is who sent it. */
type Read = (actor: Actor) => Result<unknown> | Promise<Result<unknown>>

/**
 * Every write of the application: by somebody signed in, from our own pages only, through the one door. What they sent
 * is read after that.
 */
export async function perform<Input extends Keyed, Output, Place extends Found>(
  command: AnyCommand<Input, Output, Place>,
  read: Read,
): Promise<Result<Output>> {
  const result = await attempt(command, read)
  if (!result.ok) log.warn({ event: 'refused', command: command.name, ...refusalForLog(result.error) })
  return result
}

async function attempt<Input extends Keyed, Output, Place extends Found>(
  command: AnyCommand<Input, Output, Place>,
  read: Read,
): Promise<Result<Output>> {
  const session = await currentSession()
  if (!session) return refuse('unauthenticated')
  if (!isOwnOrigin(await headers())) return refuse('forbidden', { reason: 'foreign_origin' })
  const raw = await read(session.actor)
  return raw.ok ? write(ledger(), command, session.actor, raw.value) : raw
}

/**
 * The gate of a handler whose write another process does: the same questions as perform() asks first, in its order, and
 * that process asks the rest of write(). Somebody who may read what it is about is told that they may not do this.
 */
export async function admitWrite(handler: ClosedHandler): Promise<Result<Session>> {
  const session = await currentSession()
  if (!session) return refuse('unauthenticated')
  if (!isOwnOrigin(await headers())) return refuse('forbidden', { reason: 'foreign_origin' })
  const policy: Policy = handlers[handler]
  if (admits(policy, session.actor) || typeof policy === 'string') return ok(session)
  const knows = can(session.actor, 'read', { kind: 'product' })
  return knows ? refuse('forbidden', { reason: policy.action }) : refuse('not_found')
}

/** The text fields of a form. Files are not expected, and what Next adds ($ACTION_…) is not ours. */
const fieldsOf = (form: FormData): Record<string, string> =>
  Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === 'string' && !name.startsWith('$') ? [[name, value]] : [])),
  )

type FormRead = (fields: Record<string, string>) => unknown

/** What follows a form that was accepted: another page, or the same one with a word, after what `first` does. */
type After<Output> =
  | { goTo: (output: Output) => string }
  | { say: 'saved' | 'passwordChanged'; first?: () => Promise<void> }

/**
 * Runs a command on a form. Refused, the form comes back with its sentences and with everything that was typed;
 * passwords stay in the browser.
 */
export async function submitForm<Input extends Keyed, Output, Place extends Found>(
  command: AnyCommand<Input, Output, Place>,
  form: FormData,
  read: FormRead,
  after: After<Output>,
): Promise<FormState> {
  const fields = fieldsOf(form)
  const result = await perform(command, () => ok(read(fields)))
  if (!result.ok) {
    const said = await sayRefusal(result.error)
    const secrets: readonly string[] = command.secrets ?? []
    const values = Object.fromEntries(Object.entries(fields).filter(([name]) => !secrets.includes(name)))
    return { status: 'refused', ...said, values }
  }
  if ('goTo' in after) redirect(after.goTo(result.value))
  await after.first?.()
  refresh()
  const t = await getTranslations('common')
  return { status: 'done', message: t(after.say) }
}

/** Reads of form fields: a number ('' or a wrong one stays for the schema to refuse), a box, what was left empty. */
export const asNumber = (typed: string | undefined): number | string | undefined =>
  typed === undefined || !/^\d{1,9}$/.test(typed.trim()) ? typed : Number(typed)
export const asFlag = (typed: string | undefined): boolean => typed === 'on'
export const asOptional = (typed: string | undefined): string | undefined => (typed?.trim() === '' ? undefined : typed)
