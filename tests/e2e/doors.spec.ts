import { signIn } from '#tests/support/session.ts'
import { expect, test } from '#tests/support/test.ts'

/** What is closed, to whom, and what the closed door says. */

const pages = [
  '/',
  '/units',
  '/units/bac-tu-liem/2023',
  '/units/bac-tu-liem/2024/entry',
  '/indicators/NS-THU',
  '/account',
]
const handlers = ['/api/v1/sheets/bac-tu-liem/2023', '/export/figures.csv']

test.describe('without a session', () => {
  for (const path of pages) {
    test(`${path} leads to the form, and back after sign-in`, async ({ page }) => {
      await page.goto(path)
      await expect(page).toHaveURL(/\/sign-in\?/)
      await page.locator('input[name=username]').fill('nhap.bactuliem')
      await page.locator('input[name=password]').fill('demo-so-chi-tieu')
      await page.keyboard.press('Enter')
      await expect(page).toHaveURL(path)
    })
  }

  for (const path of handlers) {
    test(`${path} answers 401`, async ({ request }) => {
      expect((await request.get(path)).status()).toBe(401)
    })
  }

  test('a write answers 401', async ({ request }) => {
    const answer = await request.put('/api/v1/sheets/bac-tu-liem/2024/figures', { data: {} })
    expect(answer.status()).toBe(401)
  })
})

test.describe('sign-in', () => {
  test.use({ javaScriptEnabled: false })

  test('works before any script has loaded', async ({ page }) => {
    await signIn(page, 'xem')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  })

  for (const [username, password] of [
    ['xem', 'không phải mật khẩu này'],
    ['khong-co-ai', 'demo-so-chi-tieu'],
  ] as const) {
    test(`refuses ${username} with the same words, and keeps the name`, async ({ page }) => {
      await page.goto('/sign-in?next=/units')
      await page.locator('input[name=username]').fill(username)
      await page.locator('input[name=password]').fill(password)
      await page.locator('form:has(input[name=password]) button[type=submit]').click()
      await expect(page.getByRole('alert')).toHaveText('Tên đăng nhập hoặc mật khẩu không đúng.')
      await expect(page.locator('input[name=username]')).toHaveValue(username)
      await expect(page.locator('input[name=password]')).toHaveValue('')
    })
  }

  test('leads only to our own pages', async ({ page }) => {
    await page.goto('/sign-in?next=https://example.org/')
    await page.locator('input[name=username]').fill('xem')
    await page.locator('input[name=password]').fill('demo-so-chi-tieu')
    await page.locator('form:has(input[name=password]) button[type=submit]').click()
    await expect(page).toHaveURL('/')
  })
})

test.describe('what does not exist, and what is not theirs, is the same 404', () => {
  for (const path of [
    '/units/khong-co',
    '/units/khong-co/2023',
    '/units/bac-tu-liem/khong-phai-nam',
    '/units/ngo-quyen',
    '/units/ngo-quyen/1999',
    '/units/ngo-quyen/2023',
    '/units/ngo-quyen/2024/entry',
    '/indicators/KHONG-CO',
    '/users',
    '/khong-co-trang-nay',
  ]) {
    test(path, async ({ page }) => {
      await signIn(page, 'nhap.bactuliem')
      const answer = await page.goto(path)
      expect(answer?.status()).toBe(404)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Không tìm thấy trang này')
    })
  }

  test('in the API and the export as well', async ({ page }) => {
    await signIn(page, 'nhap.bactuliem')
    for (const path of [
      '/api/v1/sheets/ngo-quyen/2023',
      '/api/v1/sheets/bac-tu-liem/1999',
      '/export/figures.csv?unit=ngo-quyen',
    ]) {
      expect((await page.request.get(path)).status(), path).toBe(404)
    }
  })
})

test('a unit without a year leads to its latest sheet, a year without a sheet to those there are', async ({ page }) => {
  await signIn(page, 'nhap.hanoi')
  await page.goto('/units/bac-tu-liem')
  await expect(page).toHaveURL('/units/bac-tu-liem/2024')
  await page.goto('/units/bac-tu-liem/2026')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bắc Từ Liêm chưa có biểu năm 2026')
  await expect(page.getByRole('navigation', { name: 'Các năm của đơn vị' }).getByRole('link')).toHaveCount(3)
  await expect(page.getByText('Danh mục không có Bắc Từ Liêm trong năm 2026')).toBeVisible()
  await page.goto('/units/bac-tu-liem/2025')
  await expect(page.getByRole('button', { name: 'Mở năm mới' })).toBeVisible()
  await expect(page.getByLabel('Năm', { exact: true })).toHaveValue('2025')
  await page.context().clearCookies()
  await signIn(page, 'xem')
  await page.goto('/units/bac-tu-liem/2025')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bắc Từ Liêm chưa có biểu năm 2025')
  await expect(page.getByRole('button', { name: 'Mở năm mới' })).toHaveCount(0)
})

test('an export names what it does not understand', async ({ page }) => {
  await signIn(page, 'xem')
  const answer = await page.request.get('/export/figures.csv?layout=excel-fr&colour=red')
  expect(answer.status()).toBe(422)
  expect(await answer.json()).toMatchObject({ code: 'invalid' })
})

test('an export is one row of the journal; what nobody asked for is none', async ({ page }) => {
  await signIn(page, 'quantri')
  const mark = crypto.randomUUID()
  const path = `/export/figures.csv?unit=bac-tu-liem&year=2023&q=${mark}`
  const rows = async () => (await (await page.request.get('/export/journal.csv')).text()).split(mark).length - 1
  expect((await page.request.head(path)).status()).toBe(200)
  for (const header of [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-purpose': 'prefetch' },
  ]) {
    expect((await page.request.get(path, { headers: header })).status()).toBe(403)
  }
  expect(await rows()).toBe(0)
  const file = await page.request.get(path, { headers: { 'sec-fetch-site': 'same-origin' } })
  expect(file.status()).toBe(200)
  expect(file.headers()['content-disposition']).toMatch(/so-chi-tieu_bac-tu-liem_2023_data_\d{4}-\d\d-\d\d\.csv"$/)
  expect(await rows()).toBe(1)
})

test('a screen is exported with its filters and columns', async ({ page }) => {
  await signIn(page, 'xem')
  await page.goto('/units/bac-tu-liem/2023?verdict=exceeded&group=budget&columns=fixed')
  await page.getByRole('button', { name: 'Xuất', exact: true }).click()
  const links = page.getByRole('region', { name: 'Xuất tệp' }).getByRole('link')
  const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
  expect(addresses).toHaveLength(6)
  for (const address of addresses) expect((await page.request.get(address)).status(), address).toBe(200)
  const data = addresses.find((address) => address.includes('layout=data')) ?? ''
  const [header = '', ...lines] = (await (await page.request.get(data)).text()).trim().split('\r\n')
  expect(header).not.toContain('assigned_plan')
  expect(lines.map((line) => line.split(',')[7])).toEqual(['5', '6'])
})

test('the overview is taken away as files whose names say what they hold', async ({ page }) => {
  await signIn(page, 'xem')
  await page.goto('/?year=2023&parent=ha-noi')
  await page.getByRole('button', { name: 'Xuất', exact: true }).click()
  const links = page.getByRole('region', { name: 'Xuất tệp' }).getByRole('link')
  const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
  const names = await Promise.all(
    addresses.map(async (address) => (await page.request.get(address)).headers()['content-disposition']),
  )
  const day = String.raw`_\d{4}-\d\d-\d\d\.`
  expect(names).toEqual(
    ['ha-noi_2023', 'ha-noi_2023', 'ha-noi_2023_theo-don-vi', 'ha-noi_2023_data', 'bieu-02_ha-noi_2023'].map((name) =>
      expect.stringMatching(new RegExp(`"so-chi-tieu_${name}${day}`)),
    ),
  )
})
