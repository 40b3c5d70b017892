/** Signs in at a server as a browser does, without one: by the token that next-auth gives, its cookies and the form. */

/** The Cookie header of a browser that has had these answers: of each name what came last. */
export function cookiesOf(...answers: Response[]): string {
  const pairs = answers.flatMap(({ headers }) => headers.getSetCookie().map((cookie) => cookie.split(';', 1)[0] ?? ''))
  return [...new Map(pairs.map((pair) => [pair.split('=', 1)[0], pair])).values()].join('; ')
}

/** What next-auth gives before a sign-in: the token of the form, in an answer with the cookies that go with it. */
export async function openForm(address: string): Promise<{ csrfToken: string; form: Response }> {
  const form = await fetch(`${address}/api/auth/csrf`)
  const { csrfToken }: { csrfToken: string } = await form.json()
  return { csrfToken, form }
}

/** Posts the form as a page does that has just loaded it; `fields` and `headers` go before what such a page sends. */
export async function postSignIn(
  address: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<{ form: Response; answer: Response }> {
  const { csrfToken, form } = await openForm(address)
  const answer = await fetch(`${address}/api/auth/callback/credentials`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: address, cookie: cookiesOf(form), ...headers },
    body: new URLSearchParams({ csrfToken, callbackUrl: '/', ...fields }),
  })
  return { form, answer }
}

/** Signs somebody in; the Cookie header of their session. */
export async function signIn(address: string, username: string, password: string): Promise<string> {
  const { form, answer } = await postSignIn(address, { username, password })
  const cookies = cookiesOf(form, answer)
  if (!cookies.includes('session-token=')) throw new Error(`${username} cannot sign in.`)
  return cookies
}
