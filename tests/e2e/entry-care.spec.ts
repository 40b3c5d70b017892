import type { Page } from '@playwright/test'
import { entryCell, typeInto } from '#tests/support/entry.ts'
import { signIn } from '#tests/support/session.ts'
import { expect, test } from '#tests/support/test.ts'

/** What is typed is never lost in silence; on Nam Từ Liêm 2024, which no other spec touches. */

const households = 'Số hộ kinh doanh hoạt động'
const flows = 'Số doanh nghiệp (biến động)'
const founded = 'Doanh nghiệp thành lập mới'
const returned = 'Doanh nghiệp hoạt động trở lại'
const revenue = 'Thu ngân sách nhà nước trên địa bàn'
const sheet = '/units/nam-tu-liem/2024'
const entry = `${sheet}/entry`
const plan = 'KH quận'

/** Opens the sheet and goes on to the entry screen by its link, so that Back stays within the application. */
async function open(page: Page): Promise<void> {
  await signIn(page, 'nhap.hanoi')
  await page.goto(sheet)
  await page.getByRole('link', { name: 'Nhập số liệu' }).last().click()
  await expect(page).toHaveURL((url) => url.pathname === entry)
}

/** Answers the next question of the browser, and returns what it asked once it has. */
const answer = (page: Page, yes: boolean): Promise<string> =>
  new Promise((resolve) => {
    page.once('dialog', async (dialog) => {
      await (yes ? dialog.accept() : dialog.dismiss())
      resolve(dialog.type() === 'confirm' ? dialog.message() : dialog.type())
    })
  })

const saved = (page: Page) => expect(page.getByText(/Đã lưu \d\d:\d\d/).first()).toBeVisible()

test('a column typed with Enter goes over a heading, and every value is saved', async ({ page }) => {
  await open(page)
  await (await entryCell(page, households, plan)).click()
  for (const text of ['31.000', '4.200', '1.150']) {
    await page.keyboard.type(text)
    await page.keyboard.press('Enter')
  }
  await saved(page)
  await page.reload()
  await expect(await entryCell(page, households, plan)).toHaveText('31.000')
  await expect(await entryCell(page, founded, plan)).toHaveText('4.200')
  await expect(await entryCell(page, returned, plan)).toHaveText('1.150')
})

test('typing into a heading says why nothing is taken, and Enter goes on', async ({ page }) => {
  await open(page)
  const cell = await entryCell(page, flows, plan)
  await cell.click()
  await page.keyboard.type('7')
  await expect(cell.getByRole('status')).toHaveText('Dòng tiêu đề: số liệu nằm ở các dòng con.')
  await page.keyboard.press('Enter')
  await expect((await entryCell(page, founded, plan)).getByRole('textbox')).toBeFocused()
})

test('a block is shown before it is pasted, lands as one, and one undo takes it back', async ({ page, context }) => {
  await open(page)
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate(() => navigator.clipboard.writeText('Chỉ tiêu\tKH quận\nDoanh nghiệp thành lập mới\t1.234,5\n'))
  await (await entryCell(page, founded, 'Ước thực hiện')).click()
  await page.keyboard.press('ControlOrMeta+V')
  const preview = page.getByRole('dialog')
  await expect(preview).toContainText('thành 1.234,5')
  await expect(preview).toContainText('KH quận')
  await page.keyboard.press('Escape')
  await expect(preview).toBeHidden()

  await page.evaluate(() => navigator.clipboard.writeText('12\t13\n14,5\tx\n'))
  await page.keyboard.press('ControlOrMeta+V')
  await expect(preview).toContainText('Ô này nhận số, không nhận chữ.')
  const stored = page.waitForResponse((response) => response.url().endsWith('/figures') && response.ok())
  await preview.getByRole('button', { name: 'Dán 3 ô' }).click()
  expect((await stored).request().postDataJSON().changes).toHaveLength(3)
  await expect(await entryCell(page, founded, 'Ước thực hiện')).toContainText('12')
  await expect(await entryCell(page, founded, 'Sơ bộ')).toContainText('13')
  await expect(await entryCell(page, returned, 'Ước thực hiện')).toContainText('14,5')
  const undone = page.waitForResponse((response) => response.url().endsWith('/figures') && response.ok())
  await page.keyboard.press('ControlOrMeta+Z')
  expect((await undone).request().postDataJSON().changes).toHaveLength(3)
  await expect(await entryCell(page, returned, 'Ước thực hiện')).not.toContainText('14,5')
})

for (const [what, key] of [
  ['being typed', null],
  ['refused', 'Enter'],
] as const) {
  test(`a text that is ${what} is not lost by reloading or going back without a question`, async ({ page }) => {
    await open(page)
    await (await entryCell(page, revenue, plan)).click()
    await page.keyboard.type('75O')
    if (key) await page.keyboard.press(key)

    const reloading = answer(page, false)
    page.reload({ timeout: 2000 }).catch(() => undefined)
    expect(await reloading).toBe('beforeunload')

    const back = answer(page, false)
    await page.evaluate(() => history.back())
    expect(await back).toContain('Còn 1 ô chưa được lưu')
    await expect(page).toHaveURL((url) => url.pathname === entry)
    await page.keyboard.press('Enter')
    await expect(await entryCell(page, revenue, plan)).toContainText('75O')

    const link = answer(page, false)
    await page.getByRole('link', { name: 'Xem biểu' }).click()
    expect(await link).toContain('Còn 1 ô chưa được lưu')
    await expect(page).toHaveURL((url) => url.pathname === entry)

    const leaving = answer(page, true)
    await page.evaluate(() => history.back())
    await leaving
    await expect(page).toHaveURL((url) => url.pathname === sheet)
  })
}

test('a value that is being typed is saved when a link is followed, and stands there after Back', async ({ page }) => {
  await open(page)
  for (const [text, shown] of [
    ['99,1', '99,1'],
    ['99,2', '99,2'],
  ] as const) {
    await (await entryCell(page, revenue, plan)).click()
    await page.keyboard.type(text)
    const stored = page.waitForResponse((response) => response.url().endsWith('/figures') && response.ok())
    await page.getByRole('link', { name: 'Xem biểu' }).click()
    await stored
    await expect(page).toHaveURL((url) => url.pathname === sheet)
    await page.goBack()
    await expect(page).toHaveURL((url) => url.pathname === entry)
    await expect(await entryCell(page, revenue, plan)).toContainText(shown)
  }
  await typeInto(page, revenue, plan, '100')
  await saved(page)
  await expect(page.getByText(/đã lưu .+ lúc/)).toHaveCount(0)
})

test('what one person typed is saved under no other who signs in meanwhile, and by them once they are back', async ({
  page,
  context,
}) => {
  await open(page)
  const other = await context.newPage()
  await context.clearCookies({ name: 'next-auth.session-token' })
  await signIn(other, 'quantri')

  const refused = page.waitForResponse((response) => response.url().endsWith('/figures'))
  await typeInto(page, revenue, 'Ước thực hiện', '4321')
  expect((await refused).status()).toBe(401)
  await expect(page.getByText('1 chờ đăng nhập lại').first()).toBeVisible()
  await expect(await entryCell(page, revenue, 'Ước thực hiện')).toContainText('4.321')

  await context.clearCookies({ name: 'next-auth.session-token' })
  await signIn(other, 'nhap.hanoi')
  const stored = page.waitForResponse((response) => response.url().endsWith('/figures') && response.ok())
  await page.getByRole('button', { name: 'Thử lại' }).first().click()
  await stored
})
