import 'server-only'
import { returnPath } from './return-path.ts'

/** Holds the typed name for the one answer that shows the form again; in the address it would end up in logs. */
export const typedNameCookie = 'sign-in-username'

/** next-auth forgets the form when it refuses: the answer to the browser's own form is completed here. */
export async function keepSignInForm(request: Request, response: Response): Promise<Response> {
  const location = response.headers.get('location') ?? ''
  const isForm = request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded') ?? false
  if (!isForm || !location.includes('error=CredentialsSignin')) return response
  const form = await request.formData()
  const next = encodeURIComponent(returnPath(String(form.get('callbackUrl') ?? '')))
  const headers = new Headers(response.headers)
  headers.set('location', `/sign-in?error=CredentialsSignin&next=${next}`)
  const name = encodeURIComponent(String(form.get('username') ?? '').slice(0, 200))
  headers.append('set-cookie', `${typedNameCookie}=${name}; Path=/sign-in; Max-Age=60; HttpOnly; SameSite=Lax`)
  return new Response(null, { status: 303, headers })
}
