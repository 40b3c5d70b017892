import type { Page } from '@playwright/test'
import { entryCell, typeInto } from '#tests/support/entry.ts'
import { ownLedger } from '#tests/support/own-ledger.ts'
import { signIn } from '#tests/support/session.ts'
import { expect, test } from '#tests/support/test.ts'

/** Two people, two windows, two widths: nothing that is typed is lost between them. */

const ledger = await ownLedger('together')

test.describe.configure({ mode: 'serial' })
test.use({ baseURL: ledger.address })
test.beforeAll(async () => {
  ledger.seed()
  await ledger.start()
})
test.afterAll(() => ledger.remove())

const entry = '/units/bac-tu-liem/2024/entry'
const revenue = 'Thu ngân sách nhà nước trên địa bàn'
const plan = 'KH quận'

async function open(page: Page, username = 'nhap.bactuliem') {
  await signIn(page, username)
  await page.goto(entry)
}
async function colleagueWrites(other: Page, text: string) {
  await open(other, 'nhap.hanoi')
  await typeInto(other, revenue, plan, text)
  await expect(other.getByText(/Đã lưu \d\d:\d\d/).first()).toBeVisible()
}
/** Two looks at what others wrote. */
const LOOKS = 11_000

test('a cell that was only opened writes nothing over what a colleague wrote meanwhile', async ({
  page,
  openWindow,
}) => {
  await open(page)
  await typeInto(page, revenue, plan, '3.504')
  await expect(page.getByText(/Đã lưu \d\d:\d\d/).first()).toBeVisible()
  const cell = await entryCell(page, revenue, plan)
  await cell.click()
  await page.keyboard.press('F2')
  const other = await openWindow()
  await colleagueWrites(other, '3.650')
  await page.waitForTimeout(LOOKS)
  // Nothing was typed.
  await page.keyboard.press('Enter')
  await page.waitForTimeout(1000)
  await other.reload()
  await expect(await entryCell(other, revenue, plan)).toContainText('3.650')
})

test('a preview that says what it replaces replaces nothing else', async ({ page, openWindow }) => {
  await open(page)
  await (await entryCell(page, revenue, plan)).click()
  await page.evaluate(() => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', '3.700,5\t3.800,5\n1.500,5\t1.600,5')
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  })
  await expect(page.getByRole('dialog')).toContainText('3.700,5')
  const other = await openWindow()
  await colleagueWrites(other, '3.660')
  await page.waitForTimeout(LOOKS)
  await page.getByRole('dialog').locator('[type=submit]').click()
  await expect(page.getByText(/Nhập liệu Hà Nội đã lưu 3\.660/).first()).toBeVisible()
})

test('what is being typed survives a window that becomes narrow', async ({ page }) => {
  await open(page)
  await (await entryCell(page, revenue, plan)).click()
  await page.keyboard.type('3.912')
  await page.setViewportSize({ width: 700, height: 800 })
  await expect(page.locator('input[data-cell="NS-THU.adopted_plan"]')).toHaveValue('3.912')
})

test('what is being typed survives that a colleague submits the sheet', async ({ page, openWindow }) => {
  await open(page)
  const other = await openWindow()
  await open(other, 'nhap.hanoi')
  await (await entryCell(page, revenue, plan)).click()
  await page.keyboard.type('3.913')
  await other.getByRole('button', { name: 'Nộp để duyệt' }).first().click()
  await other.getByRole('dialog').getByRole('button', { name: 'Nộp', exact: true }).click()
  await page.waitForTimeout(LOOKS)
  await expect(page.getByRole('grid').locator('input[data-editing]')).toHaveValue('3.913')
})
