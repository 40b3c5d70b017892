import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import writeXlsxFile from 'write-excel-file/node'
import { signIn } from '#tests/support/session.ts'
import { expect, expectAccessible, test } from '#tests/support/test.ts'

/** Files become figures, and no figures again; on Nam Từ Liêm 2025, which the import opens and no other spec touches. */

const sheet = '/units/nam-tu-liem/2025'
const labels = ['Đơn vị', 'Năm', 'Chỉ tiêu', 'KH quận', 'Ước thực hiện']
const revenue = 'Thu ngân sách nhà nước trên địa bàn'
const spending = 'Chi ngân sách'

const csv = (...rows: string[][]) => ({
  name: 'chi-tieu-2025.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(`\uFEFF${[labels, ...rows].map((row) => row.join(';')).join('\r\n')}`),
})
const choose = (page: Page, file: ReturnType<typeof csv>) => page.getByLabel('Chọn tệp').setInputFiles(file)
const tab = (page: Page, name: string) => page.getByRole('navigation', { name: 'Kết quả từng ô' }).getByText(name)
const record = (page: Page, place: string) => page.getByRole('row').filter({ hasText: place })

/** As somebody drops a file from their desktop, anywhere on the page. */
async function drop(page: Page, name: string, content: Buffer): Promise<void> {
  const held = await page.evaluateHandle(
    ([file, base64]) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], file))
      return transfer
    },
    [name, content.toString('base64')] as const,
  )
  await page.dispatchEvent('main', 'drop', { dataTransfer: held })
}

test('a file with mistakes is shown, mended, written and taken back', async ({ page }) => {
  await signIn(page, 'nhap.hanoi')
  await page.getByRole('navigation', { name: 'Điều hướng chính' }).getByRole('link', { name: 'Nhập từ tệp' }).click()
  await choose(
    page,
    csv(
      ['Nam Từ Liêm', '2025', revenue, '3.504,5', '75O'],
      ['Nam Từ Liêm', '2025', 'Chi của quận', '1.570', '> 1.600'],
    ),
  )

  // What is wrong is said of its place in the file, and nothing is written.
  await expect(tab(page, 'Lỗi')).toBeVisible()
  await expect(page.getByText('Nam Từ Liêm 2025')).toBeVisible()
  await tab(page, 'Lỗi').click()
  await page.getByRole('link', { name: 'Có chữ …, không phải số.' }).click()
  await expect(record(page, 'E2')).toContainText('Có chữ O, không phải số.')
  await expectAccessible(page)
  await page.getByRole('button', { name: /^Ghi \d+ thay đổi$/ }).click()
  await expect(page.getByText(/ô lỗi: sửa trong tệp rồi nhập lại/)).toBeVisible()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: /^Tải \d+ hàng lỗi$/ }).click(),
  ])
  expect(await readFile(await download.path(), 'utf8')).toContain('Có chữ O, không phải số.')

  // A name is matched by hand; another window, or this one read again, goes on where it was.
  await page.getByRole('link', { name: 'Ghép tên' }).first().click()
  await page.getByLabel('“Chi của quận” là chỉ tiêu').fill('Chi ngân sách · NS-CHI')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Đọc và xem trước' }).click()
  await tab(page, 'Mới').click()
  await expect(record(page, 'E3')).toContainText('trống →  thành > 1.600')
  await page.reload()
  await expect(record(page, 'E3')).toContainText(spending)
  await page.getByRole('button', { name: 'Bỏ tệp này' }).click()
  await expect(page.getByLabel('Chọn tệp')).toBeAttached()

  // The same in a workbook, with real numbers and no mistake.
  const rows = [
    ['Nam Từ Liêm', 2025, revenue, 3504.5, 3594],
    ['Nam Từ Liêm', 2025, spending, 1570, null],
  ]
  const workbook = [labels, ...rows].map((row) => row.map((value) => (value === null ? null : { value })))
  await drop(page, 'chi-tieu-2025.xlsx', await writeXlsxFile(workbook).toBuffer())
  await page.getByRole('button', { name: 'Ghi 3 thay đổi' }).click()
  await expect(page.getByText('Đã ghi 3 thay đổi vào 1 biểu')).toBeVisible()
  // The title comes behind the page's content.
  await expect(page).toHaveTitle(/Nhập từ tệp/)
  await expectAccessible(page)
  const result = page.url()
  await page.getByRole('link', { name: 'Nam Từ Liêm 2025' }).click()
  await expect(page).toHaveURL(sheet)
  await expect(record(page, revenue).first()).toContainText('3.504,5')
  await expect(record(page, '1.570').filter({ hasText: spending }).first()).toBeVisible()

  await page.goto(result)
  await page.getByRole('button', { name: 'Hoàn tác lần nhập' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Hoàn tác', exact: true }).click()
  await expect(page.getByText('Lần nhập này đã được hoàn tác')).toBeVisible()
  await page.goto(sheet)
  await expect(page.getByText('Dòng đã ngừng, không tính vào số đếm')).toBeVisible()
  await expect(page.getByText('3.504,5')).toHaveCount(0)
  await page.goto('/import')
  await expect(page.getByRole('listitem').filter({ hasText: 'chi-tieu-2025.xlsx' })).toContainText('Đã hoàn tác')
})

test('what is no table is refused with the reason, and the next file is taken', async ({ page }) => {
  await signIn(page, 'nhap.hanoi')
  await page.goto('/import')
  await choose(page, { name: 'trong.csv', mimeType: 'text/csv', buffer: Buffer.alloc(0) })
  await expect(page.getByText('Tệp trong.csv trống.')).toBeVisible()
  await choose(page, { name: 'anh.xlsx', mimeType: '', buffer: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70]) })
  await expect(page.getByText('Đây là một ảnh')).toBeVisible()
  await expect(page.getByText('Chưa ghi gì vào sổ; tệp vẫn được giữ, có thể bỏ.')).toBeVisible()
  await page.getByRole('button', { name: 'Bỏ tệp này' }).click()
  await choose(page, csv(['Nam Từ Liêm', '2025', 'Không có chỉ tiêu này', '1', '2']))
  await expect(tab(page, 'Lỗi')).toBeVisible()
  await page.getByRole('button', { name: 'Bỏ tệp này' }).click()
  await expect(page.getByLabel('Chọn tệp')).toBeAttached()
})
