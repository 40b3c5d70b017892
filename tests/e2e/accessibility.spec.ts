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
  { path: '/compare?a=bac-tu-liem.2022&b=bac-tu-liem.2023', as: 'xem' },
  { path: '/catalogue/units', as: 'quantri' },
  { path: '/catalogue/units?new=1', as: 'quantri' },
  { path: '/catalogue/indicators', as: 'quantri' },
  { path: '/catalogue/indicators?new=1', as: 'quantri' },
  { path: '/users', as: 'quantri' },
  { path: '/users?new=1', as: 'quantri' },
  { path: '/account', as: 'xem' },
]

const desk = { width: 1440, height: 900 }
/** Every rule for both layouts; where only the theme or the width differs, the rules that look at those. */
const looks: {
  name: string
  viewport: typeof desk
  colorScheme: 'light' | 'dark'
  locale: string
  rules?: string[]
}[] = [
  { name: 'desk, light, Vietnamese', viewport: desk, colorScheme: 'light', locale: 'vi' },
  { name: 'phone, dark, English', viewport: { width: 390, height: 844 }, colorScheme: 'dark', locale: 'en' },
  {
    name: 'desk, dark',
    viewport: desk,
    colorScheme: 'dark',
    locale: 'vi',
    rules: ['color-contrast', 'link-in-text-block'],
  },
  { name: '320 px', viewport: { width: 320, height: 640 }, colorScheme: 'light', locale: 'vi', rules: ['target-size'] },
]

for (const { name, viewport, colorScheme, locale, rules } of looks) {
  test.describe(name, () => {
    test.use({ viewport, colorScheme })

    test.beforeEach(async ({ context, baseURL }) => {
      await context.addCookies([{ name: 'locale', value: locale, url: baseURL ?? '' }])
    })

    test('/sign-in', async ({ page }) => {
      await page.goto('/sign-in')
      await expectAccessible(page, rules)
    })

    for (const as of [...new Set(screens.map((screen) => screen.as))]) {
      test(`what ${as} opens`, async ({ page }) => {
        await signIn(page, as)
        for (const { path } of screens.filter((screen) => screen.as === as)) {
          await test.step(path, async () => {
            await page.goto(path)
            await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
            await expectAccessible(page, rules)
            const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
            expect(overflow, `${path} scrolls sideways`).toBeLessThanOrEqual(0)
          })
        }
      })
    }
  })
}
