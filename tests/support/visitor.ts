/** One person with their cookies at the doors of a server, and what the answers mean. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { APIRequestContext, APIResponse } from '@playwright/test'
import vi from '#app/_i18n/vi.json' with { type: 'json' }
import { httpStatus, refusalCodes } from '#domain/refusal.ts'
import { type Knock, shownYear } from './knocks.ts'

export type Answer = {
  /** In the words of answers.ts. */
  said: string
  body: string
  /** Names of the cookies that it sets or takes away. */
  cookies: string[]
}

/** The server actions of the build by the name they are exported under; a name may be there twice. */
export function builtActions(): { name: string; id: string }[] {
  const { node } = JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8'))
  return Object.entries<{ exportedName: string }>(node).map(([id, { exportedName }]) => ({ name: exportedName, id }))
}

/** Sends a knock as a page of ours would, or with other headers. */
export async function knock(
  visitor: APIRequestContext,
  knocked: Knock,
  headers: Record<string, string>,
): Promise<Answer> {
  const action = 'action' in knocked && { 'next-action': idOf(knocked.action), accept: 'text/x-component' }
  const response = await visitor.fetch(knocked.path, {
    method: knocked.method ?? 'GET',
    maxRedirects: 0,
    headers: { ...headers, ...action },
    ...(await contentOf(visitor, knocked)),
  })
  const body = await response.text()
  const cookies = response
    .headersArray()
    .flatMap(({ name, value }) => (name.toLowerCase() === 'set-cookie' ? [value.split('=')[0] ?? ''] : []))
  const said = 'action' in knocked ? ofAction(response, body, cookies) : ofRequest(response)
  return { said, body, cookies }
}

const idOf = (action: string): string => builtActions().find(({ name }) => name === action)?.id ?? 'no such action'

type Content = Pick<NonNullable<Parameters<APIRequestContext['fetch']>[1]>, 'multipart' | 'form' | 'data'>

async function contentOf(visitor: APIRequestContext, knocked: Knock): Promise<Content> {
  if ('action' in knocked) return { multipart: await encoded(knocked) }
  if ('form' in knocked) return { form: { ...knocked.form, csrfToken: await tokenOf(visitor) } }
  if ('raw' in knocked) return { data: knocked.raw }
  return 'body' in knocked ? { data: knocked.body } : {}
}

/** The token that the sign-in page puts into its form, from the cookie that came with it: "token|hash". */
async function tokenOf(visitor: APIRequestContext): Promise<string> {
  const { cookies } = await visitor.storageState()
  const cookie = cookies.find(({ name }) => name === 'next-auth.csrf-token')
  return decodeURIComponent(cookie?.value ?? '').split('|')[0] ?? ''
}

/** How React writes the arguments of an action; the package has no types. */
const { encodeReply }: { encodeReply(values: unknown[]): Promise<FormData> } = createRequire(import.meta.url)(
  'next/dist/compiled/react-server-dom-turbopack/client.node.js',
)

function encoded({ bound, fields }: Extract<Knock, { action: string }>): Promise<FormData> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return encodeReply(bound === null ? [form] : [...bound, { status: 'idle' }, form])
}

function ofRequest(response: APIResponse): string {
  const { location } = response.headers()
  if (location === undefined || response.status() < 300 || response.status() > 399) return String(response.status())
  return said(location)
}

const named: Record<string, string> = { '/sign-in': 'form', '/': 'home' }
const isSheet = (pathname: string) => pathname.endsWith(`/${shownYear}`)
const said = (location: string): string => {
  const { pathname } = new URL(location, 'http://here')
  return named[pathname] ?? (isSheet(pathname) ? 'sheet' : pathname)
}

/** A redirect, a state of the form, or nothing but cookies. */
function ofAction(response: APIResponse, body: string, cookies: string[]): string {
  const redirected = response.headers()['x-action-redirect']
  if (redirected !== undefined) return redirected.startsWith('/sign-in') ? 'form' : 'done'
  const state = /^1:(\{"status".*\})$/m.exec(body)?.[1]
  if (state === undefined) return response.ok() && cookies.length > 0 ? 'set' : `nothing (${response.status()})`
  const { status, message } = JSON.parse(state)
  return status === 'refused' ? statusSaid(message) : status
}

/** The status of the refusal that has this sentence. */
function statusSaid(message: string): string {
  const code = refusalCodes.find((one) => Object.values(vi.refusal[one]).includes(message))
  return code ? String(httpStatus[code]) : message
}
