import type { Page } from '@playwright/test'
import { signIn } from '#tests/support/session.ts'
import { expect, test } from '#tests/support/test.ts'

/** A finding of the checks, from its mark to its return, on Nam Từ Liêm 2024. */

const sheet = '/units/nam-tu-liem/2024'
const sentence = 'Đạt 105,00% KH Thành phố nhưng 95,45% KH quận.'

/** Figures of the line of courses, which no other spec writes. */
async function set(page: Page, expectedVersion: number | null, figures: Record<string, string>): Promise<void> {
  const changes = Object.entries(figures).map(([kind, quantity]) => ({
    indicator: 'HC-LOP-BOI-DUONG',
    kind,
    quantity,
    expectedVersion,
  }))
  const answer = await page.request.put(`/api/v1/sheets/nam-tu-liem/2024/figures`, {
    headers: { origin: new URL(page.url()).origin },
    data: { key: `review ${JSON.stringify(figures)}`, changes },
  })
  expect(answer.status()).toBe(200)
}

test('two plans that disagree are listed, acknowledged with a note, and back when a figure changes', async ({
  page,
  openWindow,
}) => {
  await signIn(page, 'nhap.hanoi')
  await set(page, null, { assigned_plan: '1.000', adopted_plan: '1.100', estimate: '1.050' })
  await page.goto(sheet)
  // Another spec writes on the sheet too, on other lines.
  const review = (of: Page) => of.locator('#review').getByRole('listitem').filter({ hasText: 'Lớp bồi dưỡng' })
  await expect(page.getByRole('link', { name: /việc cần xem lại/ })).toBeVisible()
  await expect(review(page)).toContainText(sentence)

  // A viewer sees it, and has nothing to say of it.
  const viewer = await openWindow()
  await signIn(viewer, 'xem')
  await viewer.goto(sheet)
  await expect(review(viewer)).toContainText(sentence)
  await expect(review(viewer).getByText('Ghi nhận đã xem')).toHaveCount(0)

  await review(page).locator('summary').click()
  const send = review(page).getByRole('button', { name: 'Ghi nhận đã xem' })
  await send.click()
  await expect(review(page).getByText('Cần ghi vì sao.')).toBeVisible()
  await review(page).getByLabel('Vì sao để như vậy').fill('Thành phố bổ sung dự toán cuối năm')
  await send.click()
  await expect(review(page)).toBeHidden()
  await page.getByText(/đã xem \(\d+\)/).click()
  await expect(review(page)).toContainText('Nhập liệu Hà Nội')
  await expect(review(page)).toContainText('“Thành phố bổ sung dự toán cuối năm”')

  await set(page, 1, { estimate: '1.060' })
  await page.goto(sheet)
  await expect(review(page)).toContainText('Đạt 106,00% KH Thành phố nhưng 96,36% KH quận.')
})
