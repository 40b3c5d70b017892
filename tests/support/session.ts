import type { Page } from '@playwright/test'

/** The password of every demo account. */
const demoPassword = 'demo-so-chi-tieu'

/** Signs in through the real form, and returns once the application has let the user in. */
export async function signIn(page: Page, username: string): Promise<void> {
  await page.goto('/sign-in')
  await page.locator('input[name=username]').fill(username)
  await page.locator('input[name=password]').fill(demoPassword)
  await page.locator('form:has(input[name=password]) button[type=submit]').click()
  await page.waitForURL((url) => url.pathname !== '/sign-in' && !url.pathname.startsWith('/api/auth'))
}
