import { signIn } from '#tests/support/session.ts'
import { expect, expectAccessible, test } from '#tests/support/test.ts'

/** Every screen, in both themes and languages, on a desk and on a phone; nothing here writes. */

const screens: { path: string; as: string }[] = [
  { path: '/', as: 'xem' },
  { path: '/units', as: 'xem' },
  { path: '/units/bac-tu-liem/2023', as: 'xem' },
  { path: '/units/nam-tu-liem/2022', as: 'xem' },
  { path: '/units/cau-giay/2023', as: 'duyet.hanoi' },
  { path: '/entry', as: 'nhap.hanoi' },
  { path: '/units/nam-tu-liem/2024/entry', as: 'nhap.hanoi' },
  { path: '/units/bac-tu-liem/2023/entry', as: 'nhap.bactuliem' },
  { path: '/indicators', as: 'xem' },
  { path: '/indicators/NS-THU', as: 'xem' },
  { path: '/catalogue/units', as: 'quantri' },
  { path: '/catalogue/units?new=1', as: 'quantri' },
  { path: '/catalogue/indicators', as: 'quantri' },
  { path: '/catalogue/indicators?new=1', as: 'quantri' },
  { path: '/users', as: 'quantri' },
  { path: '/users?new=1', as: 'quantri' },
  { path: '/account', as: 'xem' },
]

const looks = [
  { name: 'desk, light, Vietnamese', width: 1440, height: 900, colorScheme: 'light', locale: 'vi' },
  { name: 'phone, dark, English', width: 390, height: 844, colorScheme: 'dark', locale: 'en' },
  { name: 'desk, dark, Vietnamese', width: 1440, height: 900, colorScheme: 'dark', locale: 'vi' },
  { name: '320 px, light, Vietnamese', width: 320, height: 640, colorScheme: 'light', locale: 'vi' },
] as const

for (const { name, width, height, colorScheme, locale } of looks) {
  test.describe(name, () => {
    test.use({ viewport: { width, height }, colorScheme })

    test.beforeEach(async ({ context, baseURL }) => {
      await context.addCookies([{ name: 'locale', value: locale, url: baseURL ?? '' }])
    })

    test('/sign-in', async ({ page }) => {
      await page.goto('/sign-in')
      await expectAccessible(page)
    })

    for (const as of [...new Set(screens.map((screen) => screen.as))]) {
      test(`what ${as} opens`, async ({ page }) => {
        await signIn(page, as)
        for (const { path } of screens.filter((screen) => screen.as === as)) {
          await test.step(path, async () => {
            await page.goto(path)
            await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
            await expectAccessible(page)
            const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
            expect(overflow, `${path} scrolls sideways`).toBeLessThanOrEqual(0)
          })
        }
      })
    }
  })
}
