import type { Page } from '@playwright/test'
import { openDatabase } from '#db/engines/embedded.ts'
import { entryCell, typeInto } from '#tests/support/entry.ts'
import { ownLedger } from '#tests/support/own-ledger.ts'
import { signIn } from '#tests/support/session.ts'
import { expect, test } from '#tests/support/test.ts'

/** Whatever goes away between a key and its save, what was typed arrives once it is back; on a server of their own. */

const ledger = await ownLedger('recovery')

test.describe.configure({ mode: 'serial' })
test.use({ baseURL: ledger.address, networkFails: true })
test.beforeAll(async () => {
  ledger.seed()
  await ledger.start()
})
test.afterAll(() => ledger.remove())

const entry = '/units/bac-tu-liem/2024/entry'
const revenue = 'Thu ngân sách nhà nước trên địa bàn'
const spending = 'Chi ngân sách'
const plan = 'KH quận'

/** What the ledger holds of Bắc Từ Liêm's adopted plans, and how many revisions it took. */
function recorded(code: string): { value: number | null; version: number } | undefined {
  const database = openDatabase(ledger.file)
  try {
    return database
      .prepare(
        `select f.value, f.version from figures f join lines l on l.id = f.line_id join indicators i on i.id = l.indicator_id
         join sheets s on s.id = l.sheet_id join units u on u.id = s.unit_id
         where u.slug = 'bac-tu-liem' and s.year = 2024 and i.code = ? and f.kind = 'adopted_plan'`,
      )
      .get(code) as { value: number | null; version: number } | undefined // the columns that it selects
  } finally {
    database.close()
  }
}

async function open(page: Page) {
  await signIn(page, 'nhap.bactuliem')
  await page.goto(entry)
}
const waits = (page: Page, words: string) => expect(page.getByText(words).first()).toBeVisible()

test('the server is killed between the key and the save, and comes back', async ({ page }) => {
  await open(page)
  await ledger.kill()
  await typeInto(page, revenue, plan, '3.701')
  await typeInto(page, spending, plan, '1.571')
  await waits(page, '2 chưa gửi được')
  await ledger.start()
  await expect.poll(() => recorded('NS-CHI')?.value, { timeout: 20_000 }).toBe(1571)
  expect(recorded('NS-THU')).toMatchObject({ value: 3701, version: 1 })
  await expect(page.getByText(/Đã lưu \d\d:\d\d/).first()).toBeVisible()
})

test('the window is closed while the network is away, and another is opened', async ({ page, context }) => {
  await open(page)
  await context.setOffline(true)
  await typeInto(page, revenue, plan, '3.702')
  await typeInto(page, spending, plan, '75O')
  await waits(page, '1 chưa gửi được')
  await page.close({ runBeforeUnload: false })
  await context.setOffline(false)
  expect(recorded('NS-THU')).toMatchObject({ value: 3701 })

  const next = await context.newPage()
  await next.goto(entry)
  await expect.poll(() => recorded('NS-THU')).toMatchObject({ value: 3702, version: 2 })
  await expect(await entryCell(next, spending, plan)).toContainText('75O')
  await next.close()
})

test('the answer is lost, not the request: sent again it has one effect', async ({ page, context }) => {
  await open(page)
  await (await entryCell(page, revenue, plan)).click()
  await page.route('**/figures', async (route) => {
    await route.fetch()
    await route.abort()
  })
  await page.keyboard.type('3.703')
  await page.keyboard.press('Enter')
  await waits(page, '1 chưa gửi được')
  expect(recorded('NS-THU')).toMatchObject({ value: 3703, version: 3 })
  await page.unroute('**/figures')
  await page.getByRole('button', { name: 'Thử lại' }).first().click()
  await expect(page.getByText(/Đã lưu \d\d:\d\d/).first()).toBeVisible()
  expect(recorded('NS-THU')).toMatchObject({ value: 3703, version: 3 })
  await context.clearCookies()
})

test('the session has ended: signing in again in the same window sends it', async ({ page, context }) => {
  await open(page)
  await context.clearCookies({ name: 'next-auth.session-token' })
  await typeInto(page, revenue, plan, '3.704')
  await waits(page, '1 chờ đăng nhập lại')
  page.once('dialog', (dialog) => dialog.accept())
  await open(page)
  await expect.poll(() => recorded('NS-THU')).toMatchObject({ value: 3704, version: 4 })
})

test('somebody else wrote meanwhile: both values are shown, and nothing is overwritten', async ({
  page,
  context,
  openWindow,
}) => {
  await open(page)
  await context.setOffline(true)
  await typeInto(page, revenue, plan, '3.705')
  await waits(page, '1 chưa gửi được')
  const other = await openWindow()
  await signIn(other, 'nhap.hanoi')
  await other.goto(entry)
  await typeInto(other, revenue, plan, '3.800')
  await expect(other.getByText(/Đã lưu \d\d:\d\d/).first()).toBeVisible()
  await context.setOffline(false)
  await expect(page.getByText(/Nhập liệu Hà Nội đã lưu 3\.800/).first()).toBeVisible({ timeout: 15_000 })
  expect(recorded('NS-THU')).toMatchObject({ value: 3800 })
})

test('what others write appears while the sheet is open, and the cursor stays', async ({ page, openWindow }) => {
  await open(page)
  await (await entryCell(page, spending, plan)).click()
  const other = await openWindow()
  await signIn(other, 'nhap.hanoi')
  await other.goto(entry)
  await typeInto(other, revenue, plan, '3.900')
  await expect(await entryCell(page, revenue, plan)).toContainText('3.900', { timeout: 15_000 })
  await expect((await entryCell(page, spending, plan)).getByRole('textbox')).toBeFocused()
})
