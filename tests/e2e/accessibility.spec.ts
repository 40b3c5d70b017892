import type { Page } from '@playwright/test'
import { signIn } from '#tests/support/session.ts'
import { expect, expectAccessible, test } from '#tests/support/test.ts'

/** Every screen, in both themes and languages, on a desk and on a phone; nothing here writes. */

const screens: { path: string; as: string }[] = [
  { path: '/', as: 'xem' },
  { path: '/units', as: 'xem' },
  { path: '/units/bac-tu-liem', as: 'xem' },
  { path: '/units/ha-noi/2030', as: 'nhap.hanoi' },
  { path: '/units/bac-tu-liem/2023', as: 'xem' },
  { path: '/units/bac-tu-liem/2023?view=charts', as: 'xem' },
  { path: '/units/nam-tu-liem/2022', as: 'xem' },
  { path: '/units/cau-giay/2023', as: 'duyet.hanoi' },
  { path: '/entry', as: 'nhap.hanoi' },
  { path: '/units/nam-tu-liem/2024/entry', as: 'nhap.hanoi' },
  { path: '/units/bac-tu-liem/2023/entry', as: 'nhap.bactuliem' },
  { path: '/import', as: 'nhap.hanoi' },
  { path: '/journal', as: 'nhap.hanoi' },
  { path: '/indicators', as: 'xem' },
  { path: '/indicators/NS-THU', as: 'xem' },
  { path: '/compare?a=bac-tu-liem.2022&b=bac-tu-liem.2023', as: 'xem' },
  { path: '/documents', as: 'xem' },
  { path: '/documents?new=1', as: 'nhap.hanoi' },
  { path: '/documents/ntl-result-2022', as: 'nhap.hanoi' },
  { path: '/documents?edit=ntl-result-2022', as: 'quantri' },
  { path: '/catalogue/units', as: 'quantri' },
  { path: '/catalogue/units?new=1', as: 'quantri' },
  { path: '/catalogue/indicators', as: 'quantri' },
  { path: '/catalogue/indicators?new=1', as: 'quantri' },
  { path: '/users', as: 'quantri' },
  { path: '/users?new=1', as: 'quantri' },
  { path: '/units/bac-tu-liem/2023/lines/NS-THU', as: 'xem' },
  { path: '/search?q=nam', as: 'xem' },
  { path: '/account', as: 'xem' },
]

const desk = { width: 1440, height: 900 }
const phone = { width: 390, height: 844 }
const narrow = { width: 320, height: 640 }

/** Every rule for both layouts; where only the theme or the width differs, the rules that look at those. */
async function expectInEveryLook(page: Page, path: string, address = ''): Promise<void> {
  const look = async (viewport: typeof desk, colorScheme: 'light' | 'dark', rules?: string[]) => {
    await page.setViewportSize(viewport)
    await page.emulateMedia({ colorScheme })
    await expectAccessible(page, rules)
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow, `${path} scrolls sideways at ${viewport.width} px`).toBeLessThanOrEqual(0)
  }
  const open = async (locale: 'vi' | 'en', baseURL: string) => {
    await page.context().addCookies([{ name: 'locale', value: locale, url: baseURL }])
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  }
  await open('vi', address)
  await look(desk, 'light')
  await look(desk, 'dark', ['color-contrast', 'link-in-text-block'])
  await look(narrow, 'light', ['target-size'])
  await page.setViewportSize(phone)
  await open('en', address)
  await look(phone, 'dark')
}

test('/sign-in', async ({ page, baseURL }) => {
  await page.goto('/sign-in')
  await expectInEveryLook(page, '/sign-in', baseURL)
})

for (const { path, as } of screens) {
  test(`${path}, which ${as} opens`, async ({ page, baseURL }) => {
    await signIn(page, as, null)
    await expectInEveryLook(page, path, baseURL)
  })
}
