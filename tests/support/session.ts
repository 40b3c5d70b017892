import { expect, type Page } from '@playwright/test'

/** The password of every demo account. */
const demoPassword = 'demo-so-chi-tieu'

/** Signs in with what the form sends, and opens the overview; the form itself is the business of sign-in.spec.ts. */
export async function signIn(page: Page, username: string): Promise<void> {
  const given = await page.request.get('/api/auth/csrf')
  const { csrfToken }: { csrfToken: string } = await given.json()
  const answer = await page.request.post('/api/auth/callback/credentials', {
    headers: { Origin: new URL(given.url()).origin },
    form: { csrfToken, username, password: demoPassword, callbackUrl: '/' },
    maxRedirects: 0,
  })
  expect(answer.headers().location, `where ${username} is led`).not.toContain('sign-in')
  await page.goto('/')
}
