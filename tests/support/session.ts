import { type Cookie, expect, type Page } from '@playwright/test'

/** The password of every demo account. */
const demoPassword = 'demo-so-chi-tieu'

/** Sessions of this worker, by account: to sign in takes the server as long as a page. */
const sessions = new Map<string, Cookie[]>()

/**
 * Signs in with what the form sends, or goes on with a session that still stands, and opens a page; null: none. The form
 * itself is the business of sign-in.spec.ts.
 */
export async function signIn(page: Page, username: string, opened: string | null = '/'): Promise<void> {
  const known = sessions.get(username)
  if (known) await page.context().addCookies(known)
  if (!known || !(await page.request.get('/api/v1/search?q=')).ok()) await signInAnew(page, username)
  if (opened !== null) await page.goto(opened)
}

async function signInAnew(page: Page, username: string): Promise<void> {
  const given = await page.request.get('/api/auth/csrf')
  const { csrfToken }: { csrfToken: string } = await given.json()
  const answer = await page.request.post('/api/auth/callback/credentials', {
    headers: { Origin: new URL(given.url()).origin },
    form: { csrfToken, username, password: demoPassword, callbackUrl: '/' },
    maxRedirects: 0,
  })
  expect(answer.headers().location, `where ${username} is led`).not.toContain('sign-in')
  const cookies = await page.context().cookies()
  sessions.set(
    username,
    cookies.filter(({ name }) => name.includes('session-token')),
  )
}
