import { entryCell } from '#tests/support/entry.ts'
import { signIn } from '#tests/support/session.ts'
import { expect, expectAccessible, test } from '#tests/support/test.ts'

/** The hands of the entry grid: on the structure of Bắc Từ Liêm 2024, preliminary and official, which no other spec touches. */

const entry = '/units/bac-tu-liem/2024/entry'
const services = 'Dịch vụ - thương mại'
const industry = 'Công nghiệp - xây dựng'
const harvest = 'Giá trị sản phẩm thu hoạch nông, lâm, thủy sản'
const stored = (body: unknown) =>
  (body as { lines: { indicator: { code: string }; figures: Record<string, { plain: string }> }[] }).lines
    .filter(({ indicator }) => indicator.code.startsWith('KT-CO-CAU-'))
    .map(({ figures }) => [figures.preliminary?.plain ?? '', figures.official?.plain ?? ''])

test('a block is filled with Tab and Enter, selected, copied and emptied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await signIn(page, 'nhap.bactuliem')
  await page.goto(entry)
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const selected = page.locator('[aria-selected=true]')
  const sheet = async () => stored(await (await page.request.get('/api/v1/sheets/bac-tu-liem/2024')).json())

  await (await entryCell(page, services, 'Sơ bộ')).click()
  for (const [preliminary, official] of [
    ['50', '51'],
    ['30', '31'],
    ['20', '18'],
  ] as const) {
    await page.keyboard.type(preliminary)
    await press('Tab')
    await page.keyboard.type(official)
    await press('Enter')
  }
  await expect((await entryCell(page, harvest, 'Sơ bộ')).getByRole('textbox')).toBeFocused()
  const filled = [
    ['50', '51'],
    ['30', '31'],
    ['20', '18'],
  ]
  await expect.poll(sheet).toEqual(filled)

  await press('ArrowUp', 'Shift+ArrowUp', 'Shift+ArrowUp')
  await expect(page.getByText('3 ô · 3 có số · Tổng 100').first()).toBeVisible()
  await press('ControlOrMeta+c')
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied.trim().split(/\r?\n/)).toEqual(['50', '30', '20'])
  await press('Shift+ArrowRight')
  await expect(selected).toHaveCount(6)
  await expect(page.getByText('6 ô · 6 có số').first()).toBeVisible()
  await expectAccessible(page)

  await press('Delete')
  await expect(page.getByText('6 ô · 0 có số').first()).toBeVisible()
  await expect.poll(sheet).toEqual(filled.map(() => ['', '']))
  await press('Escape')
  await expect(selected).toHaveCount(1)

  const from = await (await entryCell(page, services, 'Sơ bộ')).boundingBox()
  const to = await (await entryCell(page, industry, 'Chính thức')).boundingBox()
  if (!from || !to) throw new Error('The cells are not on the screen.')
  await page.mouse.move(from.x + 20, from.y + 10)
  await page.mouse.down()
  await page.mouse.move(to.x + 20, to.y + 10, { steps: 4 })
  await page.mouse.up()
  await expect(selected).toHaveCount(4)
  await press('ControlOrMeta+a')
  await expect(selected).toHaveCount(await page.locator('[aria-selected]').count())
  await press('?')
  await expect(page.getByRole('dialog', { name: 'Phím tắt' })).toBeVisible()
  await press('Escape')
  await expect(page.locator('[role=grid] :focus')).toHaveAttribute('tabindex', '0')
})

test('editing keeps the value, Esc gives it back, and more columns keep what was typed', async ({ page }) => {
  await signIn(page, 'nhap.bactuliem')
  await page.goto(entry)
  const cell = await entryCell(page, harvest, 'Chính thức')
  await cell.click()
  await page.keyboard.type('75O')
  await page.keyboard.press('Enter')
  await expect(cell).toContainText('75O')
  await cell.click()
  await page.keyboard.press('F2')
  await page.keyboard.type('1')
  await expect(cell.getByRole('textbox')).toHaveValue('75O1')
  await page.keyboard.press('Escape')
  await expect(cell.getByRole('textbox')).toHaveValue('75O')

  await page.getByRole('link', { name: 'Thêm cột' }).click()
  await expect(page.getByRole('columnheader', { name: 'Nguồn nêu: % cùng kỳ' })).toBeVisible()
  await expect(cell).toContainText('75O')
  await cell.click()
  await page.keyboard.press('ArrowUp')
  await expect(page).toHaveURL(/columns=more&cell=/)
  await page.getByRole('link', { name: 'Bớt cột' }).click()
  await expect(page.getByRole('columnheader', { name: 'Nguồn nêu: % cùng kỳ' })).toHaveCount(0)
  await expect(cell).toContainText('75O')
})
