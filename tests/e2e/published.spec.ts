import type { Page } from '@playwright/test'
import { signIn } from '#tests/support/session.ts'
import { expect, test } from '#tests/support/test.ts'

/** What the articles say, as a viewer reads it; nothing here writes. */

test.beforeEach(async ({ page }) => {
  await signIn(page, 'xem')
})

const row = (page: Page, name: string) =>
  page.getByRole('row').filter({ has: page.locator('th[scope=row]', { hasText: name }) })

test('Bắc Từ Liêm 2022: spending is 102% of the assigned and 97,4% of the adopted plan, as reported', async ({
  page,
}) => {
  await page.goto('/units/bac-tu-liem/2022')
  const spending = row(page, 'Chi ngân sách')
  await expect(spending).toContainText('1.570')
  await expect(spending).toContainText('ước')
  await expect(spending).toContainText('102%')
  await expect(spending).toContainText('97,4%')
  await expect(spending).toContainText('theo báo cáo')
  await expect(row(page, 'Thu ngân sách')).toContainText('211%')
})

test('Bắc Từ Liêm 2023: growth in points, and 24/24 as stated beside what can be computed', async ({ page }) => {
  await page.goto('/units/bac-tu-liem/2023')
  await expect(row(page, 'Tốc độ tăng tổng giá trị sản xuất')).toContainText('+0,20 điểm %')
  await expect(row(page, 'Tốc độ tăng tổng giá trị sản xuất')).not.toContainText('101,6')
  const stated = page.getByRole('region', { name: 'Nguồn nêu' })
  await expect(stated).toContainText('nguồn nêu 24/24 hoàn thành (cơ bản)')
  await expect(stated).toContainText('trong đó 6 vượt')
  await expect(page.getByRole('region', { name: 'Tính từ biểu này' })).toContainText('So với KH quận')
  await expect(row(page, 'Thu ngân sách nhà nước')).toContainText('102,6%')
  await expect(row(page, 'Số người lao động được tạo việc làm')).toContainText('100%')
})

test('Cầu Giấy 2023: revenue is a bound, and its percent keeps two decimals', async ({ page }) => {
  await page.goto('/units/cau-giay/2023')
  await expect(row(page, 'Thu ngân sách nhà nước')).toContainText('> 14.000')
  await expect(row(page, 'Thu ngân sách nhà nước')).toContainText('120,04%')
  await expect(page.getByRole('region', { name: 'Nguồn nêu' })).toContainText('ngành giáo dục')
})

test('Ngô Quyền 2023: 1.651,346 adopted, 19 assigned stated, no assigned plan invented', async ({ page }) => {
  await page.goto('/units/ngo-quyen/2023')
  await expect(row(page, 'Thu ngân sách nhà nước')).toContainText('1.651,346')
  const stated = page.getByRole('region', { name: 'Nguồn nêu' })
  await expect(stated).toContainText('19')
  await expect(stated).toContainText('15')
  const sheet = await (await page.request.get('/api/v1/sheets/ngo-quyen/2023')).json()
  for (const { figures } of sheet.lines) expect(figures.assigned_plan).toBeUndefined()
})

test('Nam Từ Liêm 2022: counts of the two tiers stand apart, and the incomplete sum is flagged', async ({ page }) => {
  await page.goto('/units/nam-tu-liem/2022')
  const stated = page.getByRole('region', { name: 'Nguồn nêu' })
  await expect(stated).toContainText('14/14')
  await expect(stated).toContainText('22/22')
  const review = page.locator('#review').getByRole('listitem')
  await expect(review.filter({ hasText: /chênh \+48 so với 69\.230/ })).toBeVisible()
})

test('the overview opens on the latest year with a submitted sheet', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('2023')
  for (const name of ['Bắc Từ Liêm', 'Cầu Giấy', 'Nam Từ Liêm', 'Ngô Quyền']) {
    await expect(page.getByRole('link', { name }).first()).toBeVisible()
  }
})

test('the overview says what is computed, what is reported and what is not known, each in its own way', async ({
  page,
}) => {
  await page.goto('/?year=2023&previous=1')
  const heat = page.getByRole('grid', { name: 'Đơn vị và chỉ tiêu' })
  const cell = (unit: string, year: number, code: string) =>
    heat.locator(`a[href="/units/${unit}/${year}#line-${code}"]`)
  await expect(cell('bac-tu-liem', 2023, 'NS-THU')).toHaveText('Vượt 102,6')
  await expect(cell('bac-tu-liem', 2023, 'KT-TOC-DO-GTSX')).toHaveText('Vượt +0,20')
  await expect(cell('bac-tu-liem', 2023, 'NS-CHI')).toHaveClass(/said/)
  await expect(cell('cau-giay', 2023, 'NS-THU')).toHaveText('Vượt 120,04 (theo báo cáo) (cần đối chiếu)')
  await expect(cell('cau-giay', 2023, 'NS-THU')).toHaveClass(/said/)
  await expect(cell('nam-tu-liem', 2022, 'KT-GTSX')).toHaveClass(/flag/)
  await expect(cell('ngo-quyen', 2023, 'NS-THU')).toHaveText('KH')
  await expect(heat.getByRole('row').filter({ hasText: 'Bắc Từ Liêm' }).first()).toContainText(
    'nguồn nêu 24/24 hoàn thành (cơ bản)',
  )
  await page.getByText('Câu tổng kết để chép').click()
  await expect(
    page.getByText(
      /^Bắc Từ Liêm 2023: 13 chỉ tiêu so với KH quận: 2 vượt · 0 hoàn thành đúng mức · 0 chưa đạt · 11 thiếu số liệu \(trong đó 7 có thực hiện, chưa có KH\)$/,
    ),
  ).toBeVisible()

  // One stop for Tab, arrows from there; the cell that has the focus says its whole sentence.
  const first = heat.locator('td a[tabindex="0"]')
  await first.focus()
  await expect(first).toHaveAttribute('aria-label', /12,86% \(ước\); KH quận 12,66%; \+0,20 điểm %, vượt$/)
  await page.keyboard.press('ArrowRight')
  await expect(cell('bac-tu-liem', 2023, 'KT-GTSX')).toBeFocused()
  await expect(page.locator('.heat-tip')).toContainText(
    /^Bắc Từ Liêm, Giá trị sản xuất các ngành kinh tế: .*theo báo cáo/,
  )
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/units/bac-tu-liem/2023#line-KT-GTSX')
  // The line is lit up.
  await expect(page.locator(':target')).toHaveAttribute('id', 'line-KT-GTSX')
  await page.goBack()
  await expect(page.getByLabel('Hiện năm trước')).toBeChecked()
  await page.getByRole('link', { name: 'KH Thành phố' }).click()
  await expect(page).toHaveURL(/against=assigned/)
  await expect(cell('bac-tu-liem', 2022, 'NS-CHI')).toHaveText(/^102 \(theo báo cáo/)
})

test('the whole is exported for Vietnamese Excel', async ({ page }) => {
  const answer = await page.request.get('/export/figures.csv?layout=excel-vi')
  expect(answer.headers()['content-disposition']).toMatch(/filename="so-chi-tieu_\d{4}-\d\d-\d\d\.csv"/)
  const text = await answer.text()
  expect(text.charCodeAt(0)).toBe(0xfeff)
  expect(text).toContain(';1651,346;')
  expect(text).toContain(';>14000;')
  expect(text).toContain(';82/82;')
})

test('English has English numbers and words', async ({ page }) => {
  await page.goto('/units/bac-tu-liem/2023')
  await page.getByRole('button', { name: 'EN, English' }).first().click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(row(page, 'Growth rate of gross output')).toContainText('12.86')
  await expect(row(page, 'State budget revenue in the area')).toContainText('3,594')
})
