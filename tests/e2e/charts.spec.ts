import type { Locator, Page } from '@playwright/test'
import { signIn } from '#tests/support/session.ts'
import { expect, test } from '#tests/support/test.ts'

/** Charts, the page of an indicator and comparisons, as a viewer uses them; nothing here writes. */

test.beforeEach(async ({ page }) => {
  await signIn(page, 'xem')
})

/** The chart and its table whose title holds these words, with the table open. */
async function openChart(page: Page, title: RegExp): Promise<Locator> {
  const card = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: title }) })
    .last()
  await expect(card.locator('.recharts-surface').first()).toBeVisible()
  await card.getByText('Bảng', { exact: true }).click()
  await expect(card.getByRole('table')).toBeVisible()
  return card
}
const texts = async (found: Locator): Promise<string[]> => (await found.allTextContents()).map((text) => text.trim())

const ranking = /^\d+\/\d+ đơn vị đạt KH quận/

test('a ranking shows the numbers of its table, at their places on the axis, and its file has the same', async ({
  page,
}) => {
  await page.goto('/indicators/NS-THU?year=2023&against=adopted')
  const card = await openChart(page, ranking)
  const drawn = await card.locator('.recharts-surface g[data-row]').evaluateAll((rows) =>
    rows.map((row) => ({
      key: row.getAttribute('data-row') ?? '',
      label: row.querySelector('[data-label]')?.textContent ?? '',
      // What is painted ends where the bar ends, or is cut; the gap to the plan is none of it.
      end: Math.max(
        0,
        ...[...row.querySelectorAll('[data-part]:not([data-part=gap])')].map(
          (part) => Number(part.getAttribute('x')) + Number(part.getAttribute('width')),
        ),
      ),
      track: Number(row.querySelector('rect')?.getAttribute('x')),
      width: Number(row.querySelector('rect')?.getAttribute('width')),
    })),
  )
  expect(drawn.length).toBeGreaterThan(1)
  const head = await texts(card.locator('thead th'))
  const column = head.indexOf('So với KH quận')
  expect(column).toBeGreaterThan(0)
  const listed = await card.locator('tbody tr').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-row')))
  expect(drawn.map(({ key }) => key)).toEqual(listed)
  for (const { key, label, end, track, width } of drawn) {
    const cells = await texts(card.locator(`tr[data-row="${key}"] > *`))
    if (label === '') {
      expect(cells[column]).toBe('chưa có số liệu')
      continue
    }
    expect(cells).toContain(label)
    const percent = Number(/[\d.]+,\d/.exec(label)?.[0].replaceAll('.', '').replace(',', '.'))
    expect(Math.abs(((end - track) / width) * 160 - Math.min(percent, 160))).toBeLessThan(0.1)
  }
  const address = (await card.getByRole('link', { name: 'CSV' }).getAttribute('href')) ?? ''
  const file = decodeURIComponent(address.replace('data:text/csv;charset=utf-8,', ''))
  expect(file).toContain('Bắc Từ Liêm;3594;ước;tỷ đồng;3504;102,568')
  expect(file.trimEnd().split('\r\n')).toHaveLength(listed.length + 1)
})

test('arrow keys go through a chart, and its details keep their order', async ({ page }) => {
  await page.goto('/indicators/NS-THU?year=2023&against=adopted')
  const card = await openChart(page, ranking)
  await card.locator('.recharts-surface').first().focus()
  const tooltip = card.locator('.recharts-tooltip-wrapper')
  await expect(tooltip).toContainText('Bắc Từ Liêm 2023')
  await expect(tooltip).toContainText('3.594 (ước)')
  await page.keyboard.press('ArrowDown')
  await expect(tooltip).toContainText('Ngô Quyền 2023')
  await page.keyboard.press('ArrowUp')
  await expect(tooltip).toContainText('Bắc Từ Liêm 2023')
  const order = await texts(tooltip.locator('dt'))
  expect(order).toEqual(['Thực hiện', 'KH quận', 'KH Thành phố', 'Cùng kỳ', 'Nguồn'])
})

test('filters of an indicator are its address, and back restores them', async ({ page }) => {
  await page.goto('/indicators/NS-THU?year=2023')
  await page.getByRole('group', { name: 'Thang đo' }).getByRole('link', { name: 'Chung' }).click()
  await expect(page).toHaveURL(/scale=shared/)
  await page.getByRole('group', { name: 'So với' }).getByRole('link', { name: 'KH Thành phố' }).click()
  await expect(page).toHaveURL(/against=assigned/)
  await expect(page).toHaveURL(/scale=shared/)
  await page.goBack()
  await expect(page).not.toHaveURL(/against/)
  await expect(page.getByRole('heading', { name: ranking })).toBeVisible()
})

test('the table of a chart is in the address: it opens without a script, stays with a filter, and back closes it', async ({
  page,
}) => {
  await page.goto('/indicators/NS-THU?year=2023&against=adopted')
  const card = await openChart(page, ranking)
  await expect(page).toHaveURL(/table=ranking/)
  await page.getByRole('group', { name: 'So với' }).getByRole('link', { name: 'KH Thành phố' }).click()
  await expect(page).toHaveURL(/against=assigned.*table=ranking/)
  await page.goBack()
  await expect(card.getByRole('table')).toBeVisible()
  await page.goBack()
  await expect(page).not.toHaveURL(/table/)
  await expect(card.getByRole('table')).toHaveCount(0)
})

test('in forced colours plans and bars are still drawn, and stand out from the surface', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await page.goto('/indicators/NS-THU?year=2023&against=adopted')
  const card = await openChart(page, ranking)
  const colours = await card.locator('[data-plan="adopted"], [data-part]').evaluateAll((marks) => {
    const surface = getComputedStyle(document.body).backgroundColor
    return marks.map((mark) => [getComputedStyle(mark).fill, surface])
  })
  expect(colours.length).toBeGreaterThan(1)
  for (const [fill, surface] of colours) expect(fill).not.toBe(surface)
})

test('sheets are chosen, compared and shared by the address', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/compare')
  await expect(page.getByText('Chọn từ hai đến bốn biểu để so sánh.')).toBeVisible()
  await page.getByLabel('Biểu A').selectOption('bac-tu-liem.2022')
  await page.getByLabel('Biểu B').selectOption('bac-tu-liem.2023')
  await page.getByRole('button', { name: 'So sánh' }).click()
  await expect(page).toHaveURL(/a=bac-tu-liem\.2022&b=bac-tu-liem\.2023/)
  const revenue = page.getByRole('row').filter({ hasText: 'Thu ngân sách nhà nước' })
  await expect(revenue).toContainText('3.594')
  await expect(revenue).toContainText('102,6%')
  await expect(revenue).toContainText('thiếu số liệu')
  await page.getByRole('link', { name: 'Sao chép liên kết' }).click()
  await expect(page.getByText('Đã chép liên kết')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /\/compare\?a=bac-tu-liem\.2022&b=bac-tu-liem\.2023$/,
  )
})

test('what cannot be compared is named, and the rest is shown', async ({ page }) => {
  await page.goto('/compare?a=bac-tu-liem.2023&b=nam-tu-liem.2022&c=nowhere.2023&d=bac-tu-liem.1999&group=pie')
  await expect(page.getByText('Không tìm thấy, hoặc bạn không được xem: nowhere.2023, bac-tu-liem.1999.')).toBeVisible()
  const output = page.getByRole('row').filter({ hasText: 'Giá trị sản xuất các ngành kinh tế' }).first()
  await expect(output).toContainText('69.230')
  await expect(output).toContainText('+5.955')
  await expect(output).toContainText('+9,4%')
  await expect(page.getByRole('columnheader', { name: 'So với Bắc Từ Liêm 2023' })).toBeVisible()
})
