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
const windows = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } }

for (const [name, viewport] of Object.entries(windows)) {
  test.describe(name, () => {
    test.use({ viewport })
    test('pages stand still while they load', async ({ page }) => {
      await signIn(page, 'xem')
      await page.addInitScript(() => {
        const moved: string[] = []
        Object.assign(window, { moved })
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) moved.push(JSON.stringify(entry))
        }).observe({ type: 'layout-shift', buffered: true })
      })
      for (const path of paths) {
        await page.goto(path, { waitUntil: 'networkidle' })
        expect(await page.evaluate(() => Reflect.get(window, 'moved')), path).toEqual([])
      }
    })
  })
}
