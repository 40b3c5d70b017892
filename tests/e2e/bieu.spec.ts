import { inflateSync } from 'node:zlib'
import { signIn } from '#tests/support/session.ts'
import { expect, test } from '#tests/support/test.ts'

/** The printed Biểu of a published sheet, and the address that keeps what is seen of it; nothing here writes. */

const sheet = '/units/bac-tu-liem/2023'
/** A4 on its side, in points. */
const [width, height] = [841.89, 595.28]

/** The sizes of the pages of a PDF, compressed objects included. */
function pagesOf(pdf: Buffer): number[][] {
  const streams = [...pdf.toString('latin1').matchAll(/stream\r?\n(.*?)endstream/gsu)].map(([, body = '']) => {
    try {
      return inflateSync(Buffer.from(body, 'latin1')).toString('latin1')
    } catch {
      return ''
    }
  })
  return [pdf.toString('latin1'), ...streams].flatMap((text) =>
    [...text.matchAll(/\/MediaBox\s*\[([\d.\s]+)\]/gu)].map(([, box = '']) => box.trim().split(/\s+/u).map(Number)),
  )
}

test('prints on A4 landscape pages, in Vietnamese, nothing of the screen, the head on every page', async ({ page }) => {
  await signIn(page, 'xem')
  await page.goto('/')
  await page.getByRole('button', { name: 'EN, English' }).first().click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.goto(`${sheet}?verdict=exceeded&columns=growth`)
  await expect(page.locator('.bieu')).toBeHidden()

  const pages = pagesOf(await page.pdf({ preferCSSPageSize: true }))
  // Two or three, by the width of the font that stands in for Times New Roman.
  expect([2, 3]).toContain(pages.length)
  for (const [left, bottom, right, top] of pages) {
    expect([left, bottom]).toEqual([0, 0])
    expect(Math.abs((right ?? 0) - width)).toBeLessThan(1)
    expect(Math.abs((top ?? 0) - height)).toBeLessThan(1)
  }

  await page.emulateMedia({ media: 'print' })
  const bieu = page.locator('.bieu')
  await expect(bieu).toBeVisible()
  await expect(page.getByRole('navigation').first()).toBeHidden()
  await expect(bieu.locator('thead')).toHaveCSS('display', 'table-header-group')
  await expect(bieu.locator('.bieu-group').first()).toHaveCSS('break-after', 'avoid')
  await expect(bieu.locator('tbody tr').nth(1)).toHaveCSS('break-inside', 'avoid')
  await expect(bieu).toHaveCSS('font-family', /^"Times New Roman"/)
  await expect(bieu).toContainText('Quận Bắc Từ Liêm')
  await expect(bieu).toContainText('Biểu số 01')
  const growth = bieu.getByRole('row').filter({ hasText: 'Tốc độ tăng tổng giá trị sản xuất' })
  await expect(growth).toContainText('12,86')
  await expect(growth).toContainText('+0,20 điểm %')
  await expect(bieu.getByRole('row').filter({ hasText: 'Thu ngân sách nhà nước' })).toContainText('102,6')
  await expect(bieu).toContainText('nguồn nêu 24/24 hoàn thành (cơ bản), trong đó 6 vượt; biểu có 12/24 chỉ tiêu')
})

test('a filter is in the address, works without a script, and Back restores it', async ({ browser, page }) => {
  await signIn(page, 'xem')
  await page.goto(sheet)
  const all = await page.locator('.sheet-row').count()
  await page.getByLabel('Trạng thái').selectOption('exceeded')
  await page.getByRole('button', { name: 'Áp dụng', exact: true }).click()
  await expect(page).toHaveURL(/verdict=exceeded/)
  await expect(page.getByText(/^Hiện \d+\/\d+ dòng/)).toBeVisible()
  expect(await page.locator('.sheet-row').count()).toBeLessThan(all)
  await page.goBack()
  await expect(page.locator('.sheet-row')).toHaveCount(all)
  await expect(page.getByLabel('Trạng thái')).toHaveValue('')

  const state = await page.context().storageState()
  const plain = await browser.newContext({ javaScriptEnabled: false, storageState: state })
  const bare = await plain.newPage()
  await bare.goto(new URL(`${sheet}?verdict=missed`, page.url()).href)
  await bare.getByLabel('Trạng thái').selectOption('exceeded')
  await bare.getByRole('button', { name: 'Áp dụng', exact: true }).click()
  await expect(bare).toHaveURL(/verdict=exceeded/)
  await plain.close()
})

test('from a mark to the history of its figure and back to its line', async ({ page }) => {
  await signIn(page, 'xem')
  await page.goto(sheet)
  const line = page.locator('#line-NS-THU')
  await line.getByRole('button', { name: /^Nguồn/ }).click()
  await line.getByRole('link', { name: 'Lịch sử mọi số liệu của dòng này' }).click()
  await expect(page).toHaveURL(new RegExp(`${sheet}/lines/NS-THU$`))
  await expect(page.getByRole('row').filter({ hasText: '3.594' })).toBeVisible()
  await page.getByRole('link', { name: 'Về dòng này trên biểu' }).click()
  await expect(page).toHaveURL(/#line-NS-THU$/)
  await expect(page.locator('#line-NS-THU:target')).toBeInViewport()
})
