import { parse } from 'csv-parse/sync'
import { entryCell, typeInto } from '#tests/support/entry.ts'
import { signIn } from '#tests/support/session.ts'
import { expect, test } from '#tests/support/test.ts'

/** An editor's year: targets entered, corrected, contested; on Bắc Từ Liêm 2024, which no other spec touches. */

const revenue = 'Thu ngân sách nhà nước trên địa bàn'
const spending = 'Chi ngân sách'
const entry = '/units/bac-tu-liem/2024/entry'

test('a target that is typed is saved, and found again in the sheet, the chart and the CSV', async ({ page }) => {
  await signIn(page, 'nhap.bactuliem')
  await page.goto('/units/bac-tu-liem/2024')
  await page.getByRole('link', { name: 'Nhập số liệu' }).last().click()
  await expect(page).toHaveURL(entry)
  await typeInto(page, revenue, 'KH quận', '3.700')
  await expect(page.getByText(/Đã lưu \d\d:\d\d/).first()).toBeVisible()

  await page.reload()
  await expect(await entryCell(page, revenue, 'KH quận')).toContainText('3.700')

  await page.goto('/indicators/NS-THU?unit=bac-tu-liem')
  const chart = page.getByRole('application').first()
  await expect(chart).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: '2024' })).toContainText('3.700')

  const file = await page.request.get('/export/figures.csv?unit=bac-tu-liem&year=2024&indicator=NS-THU')
  const [row] = parse(await file.text(), { columns: true, bom: true })
  expect(row).toMatchObject({ adopted_plan: '3700', estimate: '', preliminary: '', official: '', unstaged: '' })
})

test('the keyboard alone fills a column', async ({ page }) => {
  await signIn(page, 'nhap.bactuliem')
  await page.goto(entry)
  await (await entryCell(page, 'Thu từ thuế, phí, lệ phí', 'KH quận')).click()
  await page.keyboard.type('2.400')
  await page.keyboard.press('Enter')
  await page.keyboard.type('1.300')
  await page.keyboard.press('Enter')
  await expect(await entryCell(page, 'Thu từ thuế, phí, lệ phí', 'KH quận')).toContainText('2.400')
  await expect(await entryCell(page, 'Thu tiền sử dụng đất', 'KH quận')).toContainText('1.300')
  await page.reload()
  await expect(await entryCell(page, 'Thu tiền sử dụng đất', 'KH quận')).toContainText('1.300')
})

for (const [typed, reason] of [
  ['75O', 'Có chữ O, không phải số.'],
  ['1 651', 'Không dùng dấu cách trong số.'],
  ['1,2,3', 'Có nhiều hơn một dấu thập phân.'],
  ['--5', 'Có nhiều hơn một dấu.'],
  ['1234567890123456', 'Nhiều nhất 15 chữ số.'],
  ['theo báo cáo của phòng', 'Ô này nhận số, không nhận chữ.'],
] as const) {
  test(`"${typed}" is refused in place, with its reason, and kept`, async ({ page }) => {
    await signIn(page, 'nhap.bactuliem')
    await page.goto(entry)
    await typeInto(page, spending, 'Ước thực hiện', typed)
    const cell = await entryCell(page, spending, 'Ước thực hiện')
    await expect(cell).toContainText(typed)
    await expect(page.getByText(reason).first()).toBeVisible()
    const sheet = await (await page.request.get('/api/v1/sheets/bac-tu-liem/2024')).json()
    const line = sheet.lines.find((one: { indicator: { code: string } }) => one.indicator.code === 'NS-CHI')
    expect(line.figures.estimate).toBeUndefined()
  })
}

test('the assigned plan is closed to the district, with its reason', async ({ page }) => {
  await signIn(page, 'nhap.bactuliem')
  await page.goto(entry)
  await expect(page.getByRole('columnheader', { name: 'KH Thành phố' })).toContainText('do Hà Nội giao')
  await typeInto(page, spending, 'KH Thành phố', '5')
  await expect(await entryCell(page, spending, 'KH Thành phố')).not.toContainText('5')
})

test('a comma typed for a dot is saved, and asked about', async ({ page }) => {
  await signIn(page, 'nhap.bactuliem')
  await page.goto(entry)
  await typeInto(page, revenue, 'Ước thực hiện', '3,594')
  await expect(page.getByText('3.594').first()).toBeVisible()
  await (await entryCell(page, revenue, 'Ước thực hiện')).click()
  await page.getByRole('button', { name: '3.594' }).first().click()
  await expect(await entryCell(page, revenue, 'Ước thực hiện')).toContainText('3.594')
  const sheet = await (await page.request.get('/api/v1/sheets/bac-tu-liem/2024')).json()
  const line = sheet.lines.find((one: { indicator: { code: string } }) => one.indicator.code === 'NS-THU')
  expect(line.figures.estimate).toMatchObject({ plain: '3594', version: 2 })
})

test.describe('two windows on one cell', () => {
  for (const [choice, kept, line] of [
    ['mine', '91', 'Tỷ lệ hộ gia đình được công nhận danh hiệu gia đình văn hóa'],
    ['theirs', '92', 'Tỷ lệ trường công lập đạt chuẩn quốc gia'],
  ] as const) {
    test(`the second sees both values, name and time; choosing ${choice} leaves a correct history`, async ({
      page,
      openWindow,
    }) => {
      await signIn(page, 'nhap.bactuliem')
      await page.goto(entry)
      // Else the first window may have seen the other's value before it types.
      await page.route('**/changes?*', (route) => route.fulfill({ json: { seq: 0, page: false, figures: [] } }))
      const other = await openWindow()
      await signIn(other, 'nhap.hanoi')
      await other.goto(entry)

      await typeInto(other, line, 'KH quận', '92')
      await expect(other.getByText(/Đã lưu \d\d:\d\d/).first()).toBeVisible()
      await typeInto(page, line, 'KH quận', '91')

      await expect(page.getByText(/Nhập liệu Hà Nội/).first()).toBeVisible()
      await (await entryCell(page, line, 'KH quận')).click()
      const button = choice === 'mine' ? /^Giữ 91/ : /^Lấy 92/
      await page.getByRole('button', { name: button }).first().click()
      if (choice === 'mine') {
        // Over what a colleague wrote nobody writes without saying why.
        const stored = page.waitForResponse((response) => response.url().endsWith('/figures') && response.ok())
        await page.getByRole('dialog').getByRole('textbox').fill('Theo số của phòng Thống kê')
        await page.getByRole('dialog').locator('[type=submit]').click()
        await stored
      }
      await expect(await entryCell(page, line, 'KH quận')).toContainText(kept)

      await page.reload()
      await (await entryCell(page, line, 'KH quận')).click()
      await expect(await entryCell(page, line, 'KH quận')).toContainText(kept)
      await expect(page.getByText('Nhập liệu Hà Nội').first()).toBeVisible()
    })
  }
})
