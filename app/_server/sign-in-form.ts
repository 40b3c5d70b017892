import 'server-only'
import { getTranslations } from 'next-intl/server'
import { env } from './env.ts'
import { readBody } from './read-body.ts'
import { returnPath } from './return-path.ts'

/** Holds the typed name for the one answer that shows the form again; in the address it would end up in logs. */
export const typedNameCookie = 'sign-in-username'

/** Why a sign-in came to nothing, with the HTTP status of each where the answer is JSON. */
const statusOf = {
  /** The name or the password is wrong. */
  refused: 401,
  /** Too many people at once. */
  busy: 429,
  /** Too many tries. */
  limited: 429,
  /** The form is of an earlier session. */
  stale: 403,
  /** The form was no page of ours. */
  foreign: 403,
}
/** `minutes`: how long to wait, where that is known. Written as `limited:14`. */
type SignInError = { word: keyof typeof statusOf; minutes?: number }

const isWord = (word: string): word is SignInError['word'] => Object.hasOwn(statusOf, word)

export function readError(written: string): SignInError | null {
  const [, word = '', minutes] = /^(\w+)(?::(\d{1,4}))?$/.exec(written) ?? []
  return isWord(word) ? { word, ...(minutes ? { minutes: Number(minutes) } : {}) } : null
}

/** The error of somebody who may try again at `until` (UTC, ISO 8601). */
export const limitedError = (until: string, now: Date) =>
  `limited:${Math.max(1, Math.ceil((Date.parse(until) - now.getTime()) / 60_000))}`

/** A wait this long is said in hours. */
const LONG = 120

export async function sayError({ word, minutes = 1 }: SignInError): Promise<string> {
  const t = await getTranslations('signIn')
  return word === 'limited' && minutes > LONG
    ? t('limitedLong', { hours: Math.ceil(minutes / 60) })
    : t(word, { minutes })
}

/** Bytes; a name, a password and a path fit many times over. */
const LONGEST = 32 * 1024

/** The fields of a posted form; null where the body is no form, or no short one: anybody may post it. */
export async function readSignInForm(request: Request): Promise<URLSearchParams | null> {
  const isForm = request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded')
  const body = isForm ? await readBody(request, LONGEST) : null
  return body === null ? null : new URLSearchParams(body)
}

/** What next-auth's answer means; null where it let the person in. */
function errorIn(location: string): SignInError | null {
  const query = new URL(location, env().NEXTAUTH_URL).searchParams
  if (query.has('csrf')) return { word: 'stale' }
  const error = query.get('error')
  return error === null ? null : (readError(error) ?? { word: 'refused' })
}

/**
 * next-auth's answer, completed: let in, the browser goes to the page that was wanted, a page of ours; refused, back to
 * the form with the typed name. With a field `json=true` the answer is JSON.
 */
export async function answerSignIn(form: URLSearchParams, answer: Response): Promise<Response> {
  const next = returnPath(form.get('callbackUrl') ?? '')
  const error = errorIn(answer.headers.get('location') ?? '')
  const headers = new Headers({ 'Cache-Control': 'no-store' })
  for (const cookie of answer.headers.getSetCookie()) headers.append('set-cookie', cookie)
  if (form.get('json') === 'true')
    return error ? refusedJson(error, headers) : Response.json({ url: next }, { headers })
  if (error) {
    headers.append('set-cookie', typedName(form.get('username') ?? ''))
    return seeForm(error, headers, next)
  }
  headers.set('location', next)
  return new Response(null, { status: 303, headers })
}

/** Back to the form, which says why. */
export function seeForm({ word, minutes }: SignInError, headers = new Headers(), next = '/'): Response {
  const error = minutes === undefined ? word : `${word}:${minutes}`
  headers.set('location', `/sign-in?error=${error}&next=${encodeURIComponent(next)}`)
  return new Response(null, { status: 303, headers })
}

async function refusedJson(error: SignInError, headers: Headers): Promise<Response> {
  const status = statusOf[error.word]
  if (error.minutes !== undefined) headers.set('retry-after', String(error.minutes * 60))
  return Response.json({ error: error.word, message: await sayError(error) }, { status, headers })
}

function typedName(typed: string): string {
  const secure = env().NEXTAUTH_URL.startsWith('https:') ? '; Secure' : ''
  const name = encodeURIComponent(typed.slice(0, 200).toWellFormed())
  return `${typedNameCookie}=${name}; Path=/sign-in; Max-Age=60; HttpOnly; SameSite=Lax${secure}`
}
