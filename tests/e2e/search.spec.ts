import { signIn } from '#tests/support/session.ts'
import { expect, test } from '#tests/support/test.ts'

/** From any page to any other by name; nothing here writes. */

test('Ctrl+K, a name without diacritics and a year, Enter; what was seen is offered again', async ({ page }) => {
  await signIn(page, 'xem')
  await page.goto('/units')
  const field = page.getByRole('combobox', { name: 'Tìm kiếm' })
  // The first key may come before the page's script.
  await expect(async () => {
    await page.keyboard.press('Control+k')
    await expect(field).toBeFocused({ timeout: 500 })
  }).toPass()
  await field.pressSequentially('bac tu liem 2022')
  const options = page.getByRole('listbox', { name: 'Tìm kiếm', includeHidden: true }).getByRole('option')
  await expect(options).toHaveText([/^Quận Bắc Từ Liêm · Năm 2022/])
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/units/bac-tu-liem/2022')

  await page.keyboard.press('Control+k')
  await field.pressSequentially('NS-THU')
  await expect(options.first()).toHaveText(/NS-THU/)
  await page.keyboard.press('ArrowDown')
  await expect(options.first()).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/indicators/NS-THU')

  await page.keyboard.press('Control+k')
  await expect(options).toHaveText([/NS-THU/, /Quận Bắc Từ Liêm · Năm 2022/])
  await page.keyboard.press('Escape')
  await expect(options).toHaveCount(0)

  await field.fill('2023')
  await expect(options).toHaveText(['Tổng quan thực hiện chỉ tiêu năm 2023'])
  await field.fill('khong co gi nhu the')
  await expect(page.getByText('Không tìm thấy gì khớp.')).toBeVisible()
})

test('without the right to read a unit, it is not found', async ({ page }) => {
  await signIn(page, 'nhap.bactuliem')
  const found = async (q: string) => (await (await page.request.get(`/api/v1/search?q=${q}`)).json()).places.length
  expect(await found('bac tu liem')).toBe(1)
  expect(await found('ngo quyen')).toBe(0)
})

test.describe('before its script has loaded', () => {
  test.use({ javaScriptEnabled: false })
  test('the field is a form that leads to what was found', async ({ page }) => {
    await signIn(page, 'xem')
    await page.getByRole('combobox', { name: 'Tìm kiếm' }).fill('cầu giấy')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL('/search?q=c%E1%BA%A7u+gi%E1%BA%A5y')
    await page.getByRole('link', { name: /^Quận Cầu Giấy/ }).click()
    await expect(page).toHaveURL(/^.*\/units\/cau-giay\/\d{4}$/)
  })
})
