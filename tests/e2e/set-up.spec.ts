import { type ChildProcess, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { entryCell, typeInto } from '#tests/support/entry.ts'
import { freePort } from '#tests/support/free-port.ts'
import { startServer, stopServer } from '#tests/support/own-server.ts'
import { expect, test } from '#tests/support/test.ts'

/** An empty production start: the first administrator from the command line, the rest through the screens alone. */

const password = 'một mật khẩu thật dài'
const folder = mkdtempSync(join(tmpdir(), 'so-chi-tieu-set-up-'))
const port = String(await freePort())
const address = `http://127.0.0.1:${port}`
// Neither an address nor a secret is given: the server finds the one and makes the other, as it does for a new owner.
const { NEXTAUTH_URL: _address, NEXTAUTH_SECRET: _secret, ...inherited } = process.env
const environment = { ...inherited, DATABASE_URL: `file:${join(folder, 'app.db')}`, PORT: port, DEMO: '0' }
let server: ChildProcess

test.beforeAll(async () => {
  const created = spawnSync(
    process.execPath,
    ['app/_cli/create-user.ts', '--username', 'quan.tri', '--name', 'Quản trị'],
    { env: { ...environment, NEW_USER_PASSWORD: password }, encoding: 'utf8' },
  )
  expect(created.stderr).toBe('')
  expect(created.status).toBe(0)
  server = await startServer(environment, address)
})
test.afterAll(async () => {
  await stopServer(server)
  rmSync(folder, { recursive: true, force: true })
})

async function signIn(page: Page, username: string): Promise<void> {
  await page.goto(`${address}/sign-in`)
  await expect(page.getByLabel('Tên đăng nhập')).toBeVisible()
  await expect(page.getByText('Bản dùng thử')).toHaveCount(0)
  await page.getByLabel('Tên đăng nhập').fill(username)
  await page.getByLabel('Mật khẩu').fill(password)
  await page.keyboard.press('Enter')
  await page.waitForURL(`${address}/`)
}

/** Fills the form beside the list by its labels; `select` names the option as it is read. */
async function fillForm(page: Page, fields: Record<string, string | { select: string }>): Promise<void> {
  const form = page.locator('#form')
  for (const [label, value] of Object.entries(fields)) {
    const field = form.getByLabel(label, { exact: true })
    if (typeof value === 'string') await field.fill(value)
    else await field.selectOption({ label: value.select })
  }
}
const press = (page: Page, name: string) => page.locator('#form').getByRole('button', { name, exact: true }).click()
const listed = (page: Page, name: string) => expect(page.getByRole('row').filter({ hasText: name })).toBeVisible()

test('from nothing to the first sheet', async ({ page, openWindow }) => {
  await signIn(page, 'quan.tri')
  await page.getByRole('main').getByRole('link', { name: 'Thêm đơn vị' }).click()
  await fillForm(page, {
    Tên: 'Hải Dương',
    Mã: '30',
    Loại: { select: 'tỉnh' },
    'Có hiệu lực từ': '2020-01-01',
  })
  await press(page, 'Lưu')
  await listed(page, 'Hải Dương')

  await page.goto(address)
  await page.getByRole('main').getByRole('link', { name: 'Thêm chỉ tiêu' }).click()
  await fillForm(page, {
    Mã: 'NS-THU',
    'Tên tiếng Việt': 'Thu ngân sách',
    'Tên tiếng Anh': 'Budget revenue',
    Nhóm: { select: 'Thu, chi ngân sách' },
    Kiểu: { select: 'Giá trị' },
    Hướng: { select: 'Càng cao càng tốt' },
    'Đơn vị tính': 'tỷ đồng',
    'Từ năm': '2020',
  })
  await press(page, 'Lưu')
  await listed(page, 'NS-THU')

  await page.goto(address)
  await page.getByRole('main').getByRole('link', { name: 'Quản lý người dùng' }).click()
  await page.getByRole('link', { name: 'Thêm người dùng' }).click()
  await fillForm(page, { 'Họ tên': 'Trần Thị Nhập', 'Tên đăng nhập': 'nhap.haiduong', 'Mật khẩu': password })
  await press(page, 'Thêm người dùng')
  await expect(page.getByText('Đã lập tài khoản.')).toBeVisible()
  await fillForm(page, { Quyền: { select: 'Nhập liệu' }, 'Đơn vị': { select: 'Hải Dương · tỉnh' } })
  await press(page, 'Cấp quyền')
  await expect(page.getByRole('row').filter({ hasText: 'Trần Thị Nhập' })).toContainText('Nhập liệu · Hải Dương')

  const editor = await openWindow()
  await signIn(editor, 'nhap.haiduong')
  await editor.getByRole('main').getByRole('link', { name: 'Mở năm mới' }).click()
  await editor.getByRole('link', { name: /^Mở năm mới.*Hải Dương$/ }).click()
  await editor.getByLabel('Năm', { exact: true }).fill('2024')
  await editor.getByRole('button', { name: 'Mở năm mới' }).click()
  await expect(editor).toHaveURL(`${address}/units/hai-duong/2024`)
  await expect(editor.getByText('Biểu chưa có dòng chỉ tiêu nào.')).toBeVisible()

  await editor.getByRole('main').getByRole('link', { name: 'Nhập số liệu' }).first().click()
  await editor.getByRole('button', { name: 'Thêm dòng' }).first().click()
  const drawer = editor.getByRole('dialog')
  await drawer.getByLabel('Chỉ tiêu', { exact: true }).selectOption({ label: 'Thu ngân sách (tỷ đồng)' })
  await drawer.getByRole('button', { name: 'Thêm dòng' }).click()
  await expect(drawer).toHaveCount(0)

  await typeInto(editor, 'Thu ngân sách', 'KH tỉnh', '25.000')
  await expect(editor.getByText(/Đã lưu \d\d:\d\d/).first()).toBeVisible()
  await expect(await entryCell(editor, 'Thu ngân sách', 'KH tỉnh')).toContainText('25.000')

  // The line goes into the other set too, and has an office; the form shows what stands.
  await editor.getByRole('button', { name: 'Xếp bộ chỉ tiêu' }).click()
  const chosen = drawer.getByLabel('Chỉ tiêu', { exact: true })
  const assigned = drawer.getByLabel('Thuộc bộ chỉ tiêu KH cấp trên giao')
  const office = drawer.getByLabel('Cơ quan phụ trách (không bắt buộc)')
  await chosen.selectOption({ label: '1 Thu ngân sách' })
  await assigned.check()
  await office.fill('Sở Tài chính')
  await drawer.getByRole('button', { name: 'Lưu' }).click()
  await expect(chosen).toHaveValue('')
  await chosen.selectOption({ label: '1 Thu ngân sách' })
  await expect(assigned).toBeChecked()
  await expect(office).toHaveValue('Sở Tài chính')
  await editor.keyboard.press('Escape')

  await editor.goto(`${address}/units/hai-duong/2024`)
  await expect(editor.getByRole('row').filter({ hasText: 'Thu ngân sách' }).first()).toContainText('25.000')

  await page.goto(address)
  await expect(page.getByRole('row').filter({ hasText: 'Hải Dương' }).first()).toBeVisible()

  // Merged on 1 July 2025: the unit ends, says where it went, and its sheet says so too; taken back, it does not.
  await page.goto(`${address}/catalogue/units?new=unit`)
  await fillForm(page, {
    Tên: 'Hải Phòng',
    Mã: '31',
    Loại: { select: 'thành phố trực thuộc trung ương' },
    'Có hiệu lực từ': '2025-07-01',
  })
  await press(page, 'Lưu')
  await expect(page.getByText('Đã lưu Hải Phòng.')).toBeVisible()
  await page.getByRole('link', { name: 'Hải Dương' }).click()
  await fillForm(page, { 'Đến hết ngày': '2025-06-30' })
  await press(page, 'Lưu')
  await expect(page.getByText('Đã lưu Hải Dương.')).toBeVisible()
  await page.getByRole('link', { name: 'Hải Dương' }).click()
  // What is filled in before the form has come anew would go with the old one.
  await expect(page.getByLabel('Đến hết ngày')).toHaveValue('2025-06-30')
  await fillForm(page, {
    'Đơn vị': { select: 'Hải Phòng · thành phố trực thuộc trung ương' },
    'Đơn vị này là': { select: 'đơn vị sau sắp xếp' },
  })
  await press(page, 'Thêm')
  const went = 'thành phố Hải Phòng (toàn bộ, từ 01/07/2025)'
  await expect(page.locator('#successions').getByRole('listitem')).toContainText(went)
  await editor.reload()
  await expect(editor.getByText(went)).toBeVisible()

  await page.getByRole('link', { name: /^Gỡ.*Hải Phòng$/ }).click()
  await press(page, 'Gỡ khỏi danh sách')
  await expect(page.locator('#successions').getByRole('listitem')).toHaveCount(0)
})
