import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '#tests/support/test.ts'

/** An empty production start: the first administrator from the command line, the rest through the screens alone. */

const password = 'một mật khẩu thật dài'
const folder = mkdtempSync(join(tmpdir(), 'so-chi-tieu-set-up-'))
const port = String(20_000 + (process.pid % 20_000))
const address = `http://127.0.0.1:${port}`
const environment = {
  ...process.env,
  DATABASE_URL: `file:${join(folder, 'app.db')}`,
  PORT: port,
  DEMO: '0',
  NEXTAUTH_URL: address,
}
let server: ChildProcess

test.beforeAll(async ({ request }) => {
  const created = spawnSync(
    process.execPath,
    ['app/_cli/create-user.ts', '--username', 'quan.tri', '--name', 'Quản trị'],
    {
      env: { ...environment, NEW_USER_PASSWORD: password },
      encoding: 'utf8',
    },
  )
  expect(created.stderr).toBe('')
  expect(created.status).toBe(0)
  server = spawn(process.execPath, ['app/_cli/serve.ts', 'start'], { env: environment, stdio: 'ignore' })
  await expect
    .poll(
      () =>
        request.get(`${address}/readyz`).then(
          (answer) => answer.status(),
          () => 0,
        ),
      { timeout: 30_000 },
    )
    .toBe(200)
})
test.afterAll(() => {
  server.kill('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
})

test('from nothing to the first sheet', async ({ page }) => {
  await page.goto(`${address}/sign-in`)
  await expect(page.getByText('Bản dùng thử')).toHaveCount(0)
  await page.locator('input[name=username]').fill('quan.tri')
  await page.locator('input[name=password]').fill(password)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()

  await page.goto(`${address}/catalogue/units?new=1`)
  await page.getByLabel('Tên', { exact: true }).fill('Hải Dương')
  await page.getByLabel('Mã').fill('30')
  await page.getByLabel('Loại').selectOption('province')
  await page.getByLabel('Có hiệu lực từ').fill('2020-01-01')
  await page.getByRole('button', { name: 'Lưu' }).click()
  await expect(page.getByText('Hải Dương').first()).toBeVisible()

  await page.goto(`${address}/catalogue/indicators?new=1`)
  await page.getByLabel('Mã').fill('NS-THU')
  await page.getByLabel('Tên tiếng Việt').fill('Thu ngân sách')
  await page.getByLabel('Tên tiếng Anh').fill('Budget revenue')
  await page.getByLabel('Nhóm').selectOption('budget')
  await page.getByLabel('Kiểu').selectOption('amount')
  await page.getByLabel('Hướng').selectOption('higher')
  await page.getByLabel('Đơn vị tính').fill('tỷ đồng')
  await page.getByLabel('Từ năm').fill('2020')
  await page.getByRole('button', { name: 'Lưu' }).click()
  await expect(page.getByText('NS-THU').first()).toBeVisible()
})
