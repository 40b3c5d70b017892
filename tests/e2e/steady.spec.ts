import type { Page } from '@playwright/test'
import { signIn } from '#tests/support/session.ts'
import { expect, test } from '#tests/support/test.ts'

/** Nothing moves while a page loads: what is read stays under the eye. Nothing here writes. */

const paths = [
  '/?year=2023',
  '/?year=2023&previous=1',
  '/units/bac-tu-liem/2023',
  '/units/nam-tu-liem/2022',
  '/units/cau-giay/2023',
  '/units/ngo-quyen/2023',
  '/units/bac-tu-liem/2023?view=charts',
  '/indicators/NS-THU',
  '/compare?a=bac-tu-liem.2022&b=bac-tu-liem.2023',
]
/** Those whose parts push each other where they are not shown as a whole. */
const pushing = [
  '/?year=2023&previous=1',
  '/units/nam-tu-liem/2022',
  '/units/bac-tu-liem/2023?view=charts',
  '/compare?a=bac-tu-liem.2022&b=bac-tu-liem.2023',
]
/** A part of the window times a part of its way: less is a few letters that arrive while their row is being read. */
const unseen = 0.001
const windows = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } }

for (const [name, viewport] of Object.entries(windows)) {
  test.describe(name, () => {
    test.use({ viewport })
    test.beforeEach(async ({ page }) => {
      await signIn(page, 'xem', null)
      await page.addInitScript(() => {
        const moved: unknown[] = []
        Object.assign(window, { moved })
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) moved.push(entry.toJSON())
        }).observe({ type: 'layout-shift', buffered: true })
      })
    })
    test('pages stand still while they load', async ({ page }) => {
      for (const path of paths) await standsStill(page, path, 'networkidle')
    })
    test('pages stand still while they arrive piece by piece', async ({ page }) => {
      for (const path of pushing) await page.goto(path)
      const network = await page.context().newCDPSession(page)
      // Bytes a second; what is loaded already is not asked for again.
      const downloadThroughput = 30_000
      await network.send('Network.emulateNetworkConditions', {
        ...{ offline: false, latency: 0, downloadThroughput, uploadThroughput: -1 },
      })
      for (const path of pushing) await standsStill(page, path, 'load')
    })
  })
}

async function standsStill(page: Page, path: string, until: 'load' | 'networkidle'): Promise<void> {
  await page.goto(path, { waitUntil: until })
  // What is shown once it is whole has something behind it, or it would never be seen.
  await expect(page.locator('.shown-whole:not(:has(+ *))'), path).toHaveCount(0)
  const moved: { value: number }[] = await page.evaluate(() => Reflect.get(window, 'moved'))
  const sum = moved.reduce((total, { value }) => total + value, 0)
  expect(sum, `${path}: ${JSON.stringify(moved)}`).toBeLessThan(unseen)
}
