import type { Page } from '@playwright/test'
import { typeInto } from '#tests/support/entry.ts'
import { signIn } from '#tests/support/session.ts'
import { expect, test } from '#tests/support/test.ts'

/** A sheet on its way from draft to locked, on Ngô Quyền 2024, which no other spec touches. */

const sheet = '/units/ngo-quyen/2024'
const revenue = 'Thu ngân sách nhà nước trên địa bàn'
const stateOf = async (page: Page) => (await (await page.request.get(`/api/v1/sheets/ngo-quyen/2024`)).json()).state

test('entered, submitted, returned with a comment, corrected, approved, locked', async ({ page, openWindow }) => {
  await signIn(page, 'nhap.ngoquyen')
  await page.goto(`${sheet}/entry`)
  // Its superior does not work here, so the unit records its assigned plan itself.
  await typeInto(page, revenue, 'KH Thành phố', '1.400')
  await expect(page.getByText(/Đã lưu \d\d:\d\d/).first()).toBeVisible()
  await page.getByRole('button', { name: 'Nộp để duyệt' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Nộp', exact: true }).click()
  await expect(page).toHaveURL(sheet)
  expect(await stateOf(page)).toBe('submitted')
  await expect(page.getByRole('button', { name: 'Duyệt', exact: true })).toHaveCount(0)

  const approver = await openWindow()
  await signIn(approver, 'duyet.haiphong')
  await approver.goto(sheet)
  await approver.getByRole('button', { name: 'Trả lại' }).first().click()
  await approver.getByRole('button', { name: 'Trả lại' }).last().click()
  expect(await stateOf(approver)).toBe('submitted')
  await approver.getByLabel('Ý kiến').fill('Xem lại dự toán thu')
  await approver.getByRole('button', { name: 'Trả lại' }).last().click()
  await expect.poll(() => stateOf(approver)).toBe('draft')

  await page.reload()
  await page.goto(`${sheet}/entry`)
  await page.getByRole('button', { name: 'Nộp để duyệt' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Nộp', exact: true }).click()
  await expect.poll(() => stateOf(page)).toBe('submitted')

  // A submitted sheet takes corrections with a reason.
  await page.goto(`${sheet}/entry`)
  await typeInto(page, revenue, 'KH Thành phố', '1.410')
  await page.getByRole('dialog').getByRole('textbox').fill('Gõ nhầm số')
  await page.getByRole('dialog').getByRole('button', { name: 'Dùng lý do này' }).click()
  await expect(page.getByText(/Đã lưu \d\d:\d\d/).first()).toBeVisible()
  const history = await (
    await page.request.get('/api/v1/sheets/ngo-quyen/2024/history?indicator=NS-THU&kind=assigned_plan')
  ).json()
  expect(JSON.stringify(history)).toContain('Gõ nhầm số')

  await approver.goto(sheet)
  await approver.getByRole('button', { name: 'Duyệt', exact: true }).click()
  await expect.poll(() => stateOf(approver)).toBe('approved')
  await approver.goto(sheet)
  await approver.getByRole('button', { name: 'Khóa sổ' }).click()
  await expect.poll(() => stateOf(approver)).toBe('locked')

  await page.goto(sheet)
  await expect(page.getByRole('link', { name: 'Nhập số liệu' }).filter({ hasNot: page.locator('nav *') })).toHaveCount(
    1,
  )
})
