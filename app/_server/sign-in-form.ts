import 'server-only'
import { env } from './env.ts'
import { returnPath } from './return-path.ts'

/** Holds the typed name for the one answer that shows the form again; in the address it would end up in logs. */
export const typedNameCookie = 'sign-in-username'

/** Why a sign-in came to nothing: the name or password, too many at once, or a form of an earlier session. */
export const signInErrors = ['refused', 'busy', 'stale'] as const
export type SignInError = (typeof signInErrors)[number]

/** What next-auth's answer to the form means; null where it let the person in. */
function errorOf(location: string): SignInError | null {
  if (!URL.canParse(location)) return null
  const { searchParams } = new URL(location)
  if (searchParams.has('csrf')) return 'stale'
  const error = searchParams.get('error')
  if (error === null) return null
  return error === 'busy' ? 'busy' : 'refused'
}

/** next-auth forgets the form when it refuses: the answer to the browser's own form is completed here. */
export async function keepSignInForm(request: Request, response: Response): Promise<Response> {
  const isForm = request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded') ?? false
  const path = new URL(request.url).pathname
  const error = errorOf(response.headers.get('location') ?? '')
  if (!isForm || !path.endsWith('/callback/credentials') || error === null) return response
  const form = await request.formData()
  const next = encodeURIComponent(returnPath(String(form.get('callbackUrl') ?? '')))
  const headers = new Headers(response.headers)
  headers.set('location', `/sign-in?error=${error}&next=${next}`)
  const secure = env().NEXTAUTH_URL.startsWith('https:') ? '; Secure' : ''
  const name = encodeURIComponent(String(form.get('username') ?? '').slice(0, 200))
  headers.append('set-cookie', `${typedNameCookie}=${name}; Path=/sign-in; Max-Age=60; HttpOnly; SameSite=Lax${secure}`)
  return new Response(null, { status: 303, headers })
}
