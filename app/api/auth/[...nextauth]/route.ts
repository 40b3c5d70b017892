import { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { authOptions } from '#app/_server/auth.ts'
import { isOwnOrigin } from '#app/_server/origin.ts'
import { respondRefusal } from '#app/_server/respond.ts'
import { returnPath } from '#app/_server/return-path.ts'
import { answerSignIn, readSignInForm, seeForm } from '#app/_server/sign-in-form.ts'

type Context = { params: Promise<{ nextauth: string[] }> }

/** What is used of next-auth: its token against forged forms, by way of the page or as JSON, and the sign-in itself. */
const used = new Set(['GET signin', 'GET csrf', 'POST callback/credentials'])

const isUsed = async ({ method }: Request, { params }: Context) =>
  used.has(`${method} ${(await params).nextauth.join('/')}`)

/** next-auth is told of a page of ours only, whatever was wanted. */
export async function GET(request: Request, context: Context): Promise<Response> {
  if (!(await isUsed(request, context))) return respondRefusal({ code: 'not_found' })
  const { origin, pathname, searchParams } = new URL(request.url)
  const query = new URLSearchParams({ callbackUrl: returnPath(searchParams.get('callbackUrl') ?? '') })
  const error = searchParams.get('error')
  if (error !== null) query.set('error', error)
  return NextAuth(new NextRequest(`${origin}${pathname}?${query}`, request), context, authOptions())
}

/** A sign-in: from our own pages only, since a foreign one could sign somebody in under another name. */
export async function POST(request: Request, context: Context): Promise<Response> {
  if (!(await isUsed(request, context))) return respondRefusal({ code: 'not_found' })
  if (!isOwnOrigin(request.headers)) return seeForm({ word: 'foreign' })
  const form = await readSignInForm(request)
  if (!form) return seeForm({ word: 'stale' })
  const body = new URLSearchParams(['csrfToken', 'username', 'password'].map((name) => [name, form.get(name) ?? '']))
  const { origin, pathname } = new URL(request.url)
  const read = new NextRequest(`${origin}${pathname}`, { method: 'POST', headers: request.headers, body })
  return answerSignIn(form, await NextAuth(read, context, authOptions()))
}
