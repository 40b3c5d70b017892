import NextAuth from 'next-auth'
import { authOptions } from '#app/_server/auth.ts'
import { keepSignInForm } from '#app/_server/sign-in-form.ts'

type Context = { params: Promise<{ nextauth: string[] }> }

const handler: (request: Request, context: Context) => Promise<Response> = NextAuth(authOptions)

export { handler as GET }

/** A refused sign-in goes back to the form with the name that was typed and the page that was wanted. */
export async function POST(request: Request, context: Context): Promise<Response> {
  const copy = request.clone()
  return keepSignInForm(copy, await handler(request, context))
}
