import { createHash } from 'node:crypto'
import { existsSync, rmSync, truncateSync } from 'node:fs'
import { connect } from 'node:net'
import AxeBuilder from '@axe-core/playwright'
import type { APIResponse, Page } from '@playwright/test'
import { databaseFile } from '#db/env.ts'
import { filesBeside, pathOfFile } from '#db/files.ts'
import { longestFile } from '#domain/inputs/attach-file.ts'
import { signIn as signInFirst } from '#tests/support/session.ts'
import { expect, test } from '#tests/support/test.ts'

/** Documents and their files; every test makes a document of its own. */

/** As whoever, in the place of whoever was signed in. */
async function signIn(page: Page, username: string): Promise<void> {
  await page.context().clearCookies()
  await signInFirst(page, username)
}

const pdf = Buffer.from('%PDF-1.7\n% nghị quyết\n')
const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(5000, 7)])
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
const originOf = (page: Page) => new URL(page.url()).origin

async function makeDocument(page: Page, title: string): Promise<string> {
  const data = { key: crypto.randomUUID(), title }
  const made = await page.request.post('/api/v1/documents', { headers: { origin: originOf(page) }, data })
  return (await made.json()).code
}

const addressOf = (code: string, bytes: Buffer, said: Record<string, string> = {}) =>
  `/api/v1/documents/${code}/file?${new URLSearchParams({
    ...{ key: crypto.randomUUID(), name: 'tệp.pdf', size: String(bytes.byteLength), sha256: sha256(bytes) },
    ...said,
  })}`
const put = (page: Page, code: string, bytes: Buffer, said?: Record<string, string>): Promise<APIResponse> =>
  page.request.put(addressOf(code, bytes, said), { headers: { origin: originOf(page) }, data: bytes })

test('an editor adds a document and the administration corrects it', async ({ page }) => {
  await signIn(page, 'nhap.hanoi')
  await page.goto('/documents')
  await page.getByRole('link', { name: 'Thêm văn bản' }).click()
  const form = page.getByRole('region', { name: 'Thêm văn bản' })
  await form.getByLabel('Số, ký hiệu').fill('88/NQ-HĐND')
  await form.getByLabel('Bản gốc trên mạng').fill('88/NQ-HĐND')
  await form.getByRole('button', { name: 'Lưu' }).click()
  // What is wrong is said where it is, and nothing that was typed is gone.
  await expect(form.getByText('Cần điền ô này.')).toBeVisible()
  await expect(form.getByLabel('Bản gốc trên mạng')).toHaveValue('88/NQ-HĐND')
  await expect(form.getByLabel('Bản gốc trên mạng')).toHaveAccessibleDescription(/http/)
  await form.getByLabel('Bản gốc trên mạng').fill('https://vanban.example.vn/88')
  await form.getByLabel('Tên văn bản').fill('Nghị quyết sai ngày')
  // A date that is half typed is not left out in silence.
  await form.getByLabel('Ngày ban hành').press('3')
  await form.getByRole('button', { name: 'Lưu' }).click()
  await expect(form.getByLabel('Ngày ban hành')).toBeFocused()
  await expect(form.getByText('Cần điền ô này.')).toBeVisible()
  await form.getByLabel('Ngày ban hành').fill('2024-12-07')
  await form.getByRole('button', { name: 'Lưu' }).click()
  await expect(page).toHaveURL(/\/documents\/88-nq-hdnd-2024$/)
  await expect(page.getByRole('heading', { level: 1, name: 'Nghị quyết sai ngày' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Bản gốc trên mạng' })).toHaveAttribute('href', /vanban\.example\.vn/)
  // To change what others cite is not theirs, by whatever address.
  await expect(page.getByRole('link', { name: 'Sửa văn bản' })).toHaveCount(0)
  await page.goto('/documents?edit=88-nq-hdnd-2024')
  await expect(page.getByRole('button', { name: 'Lưu' })).toHaveCount(0)

  await signIn(page, 'quantri')
  await page.goto('/documents/88-nq-hdnd-2024')
  await page.getByRole('link', { name: 'Sửa văn bản' }).click()
  await page.getByLabel('Tên văn bản').fill('Nghị quyết đúng ngày')
  await page.getByLabel('Bản gốc trên mạng').fill('')
  await page.getByRole('button', { name: 'Lưu' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Nghị quyết đúng ngày' })).toBeVisible()
  await expect(page.getByText('88/NQ-HĐND · ngày 07/12/2024')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Bản gốc trên mạng' })).toHaveCount(0)
})

test('an editor attaches a file, and everybody who reads figures downloads it', async ({ page }) => {
  await signIn(page, 'nhap.hanoi')
  const code = await makeDocument(page, 'Nghị quyết có tệp')
  await page.goto(`/documents/${code}`)
  await page
    .getByLabel('Chọn tệp từ máy')
    .setInputFiles({ name: 'bản quét.pdf', mimeType: 'application/pdf', buffer: jpeg })
  await page.getByRole('button', { name: 'Gắn tệp' }).click()
  await expect(page.getByText('Đã gắn tệp, lưu với tên bản quét.jpg.')).toBeVisible()
  // To replace it is not theirs; the form is gone, and what became of the file has the focus.
  await expect(page.getByLabel('Chọn tệp từ máy')).toHaveCount(0)
  await expect(page.locator(':focus')).toHaveText(/lưu với tên bản quét\.jpg/)
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])

  await signIn(page, 'xem')
  await page.goto('/documents?q=nghi+quyet+co+tep')
  await page.getByRole('link', { name: 'Nghị quyết có tệp' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Tải tệp về' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('bản quét.jpg')
  const answer = await page.request.get(`/api/v1/documents/${code}/file`)
  expect(sha256(await answer.body())).toBe(sha256(jpeg))
  expect(answer.headers()).toMatchObject({
    'content-type': 'image/jpeg',
    'content-length': String(jpeg.byteLength),
    'content-disposition': expect.stringMatching(/^attachment; filename="ban quet\.jpg"; filename\*=UTF-8''b%E1/),
    'content-security-policy': expect.stringMatching(/default-src 'none'.*sandbox/),
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  })
  expect((await page.request.head(`/api/v1/documents/${code}/file`)).status()).toBe(200)
})

test('only the administration replaces a file, and sees the one before', async ({ page }) => {
  await signIn(page, 'nhap.hanoi')
  const code = await makeDocument(page, 'Văn bản thay tệp')
  expect((await put(page, code, pdf)).status()).toBe(200)
  const other = Buffer.from('%PDF-1.7 khác')
  expect((await put(page, code, other)).status()).toBe(409)
  expect(existsSync(pathOfFile(filesBeside(databaseFile()), sha256(other)))).toBe(false)
  expect((await put(page, code, other, { replaces: '1' })).status()).toBe(403)
  await signIn(page, 'quantri')
  await page.goto(`/documents/${code}`)
  await page
    .getByLabel('Chọn tệp từ máy')
    .setInputFiles({ name: 'mới.pdf', mimeType: 'application/pdf', buffer: other })
  await page.getByRole('button', { name: 'Thay tệp' }).click()
  await expect(page.getByText('Đã gắn tệp mới.pdf.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Thay tệp' })).toBeFocused()
  await page.getByText('Các tệp trước đây').click()
  await expect(page.getByRole('link', { name: 'tệp.pdf' })).toBeVisible()
  const earlier = `/api/v1/documents/${code}/file?version=1`
  expect(await (await page.request.get(earlier)).text()).toBe(pdf.toString())
  await signIn(page, 'nhap.hanoi')
  expect((await page.request.get(earlier)).status()).toBe(404)
  expect(await (await page.request.get(`/api/v1/documents/${code}/file`)).text()).toBe(other.toString())
})

test('the form keeps the focus while it sends, and says aloud what it does and why it does not', async ({ page }) => {
  await signIn(page, 'nhap.hanoi')
  const code = await makeDocument(page, 'Văn bản gửi chậm')
  await page.goto(`/documents/${code}`)
  await expect(page.getByText('Mọi người được xem số liệu đều tải được tệp này.')).toBeVisible()
  const button = page.getByRole('button', { name: 'Gắn tệp' })
  await button.click()
  await expect(page.getByRole('alert').filter({ hasText: 'Hãy chọn một tệp trước' })).toBeVisible()
  await page.getByLabel('Chọn tệp từ máy').setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: pdf })
  await page.route('**/api/v1/documents/*/file*', () => {})
  await button.press('Enter')
  await expect(button).toHaveAttribute('aria-disabled', 'true')
  await expect(button).toBeFocused()
  await expect(page.getByRole('status').filter({ hasText: /Đang (đọc|gửi)/ })).toHaveCount(1)
  await page.getByRole('button', { name: 'Dừng gửi' }).press('Enter')
  await expect(page.getByRole('alert').filter({ hasText: 'Đã dừng' })).toBeVisible()
  await expect(button).toBeFocused()
})

test('what is no such file is refused in words, and nothing is attached', async ({ page }) => {
  await signIn(page, 'nhap.hanoi')
  const code = await makeDocument(page, 'Văn bản không tệp')
  const long = Buffer.alloc(longestFile + 1, '%PDF-1.7 ')
  const refusals: [what: string, answer: Promise<APIResponse>, status: number, said: RegExp][] = [
    ['21 MB', put(page, code, long), 413, /lớn hơn 20 MB/],
    ['21 MB that say they are less', put(page, code, long, { size: '10' }), 413, /lớn hơn 20 MB/],
    ['nothing', put(page, code, Buffer.alloc(0)), 422, /rỗng/],
    ['a web page', put(page, code, Buffer.from('<html><script>alert(1)</script>')), 422, /trang web/],
    ['an SVG', put(page, code, Buffer.from('<svg onload="alert(1)"/>'), { name: 'a.png' }), 422, /SVG/],
    ['a program', put(page, code, Buffer.from('MZ\u0090')), 422, /chương trình/],
    ['another sum', put(page, code, pdf, { sha256: sha256(jpeg) }), 422, /không giống/],
    ['another count', put(page, code, pdf, { size: '7' }), 422, /không giống/],
    ['no count', put(page, code, pdf, { size: '', sha256: '' }), 422, /không giống/],
  ]
  for (const [what, answer, status, said] of refusals) {
    const response = await answer
    const body = await response.json()
    expect([what, response.status(), body.problems[0].message]).toEqual([what, status, expect.stringMatching(said)])
  }
  expect((await page.request.get(`/api/v1/documents/${code}/file`)).status()).toBe(404)
})

test('no name of a file leads anywhere or deceives', async ({ page }) => {
  await signIn(page, 'nhap.hanoi')
  for (const [name, kept] of [
    ['../../../etc/"a"\r\nSet-Cookie: x=y', '-a- Set-Cookie- x=y.pdf'],
    ['\u202Efdp.exe', 'fdp.exe.pdf'],
  ] as const) {
    const code = await makeDocument(page, 'Văn bản tên lạ')
    expect(await (await put(page, code, pdf, { name })).json()).toEqual({ name: kept, version: 1 })
    const headers = (await page.request.get(`/api/v1/documents/${code}/file`)).headers()
    expect(headers['content-disposition']).toContain(encodeURIComponent(kept))
    expect(headers['set-cookie']).toBeUndefined()
  }
})

test('a file that is cut off on its way is none, and the server goes on', async ({ page }) => {
  await signIn(page, 'nhap.hanoi')
  const code = await makeDocument(page, 'Văn bản đứt quãng')
  const { hostname, port, origin } = new URL(page.url())
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  /** Sends so many bytes less, or more, than its head says, and goes away. */
  const send = (said: number) =>
    new Promise<string>((resolve) => {
      const socket = connect(Number(port), hostname)
      let heard = ''
      socket.setEncoding('utf8').on('data', (piece) => {
        heard += piece
      })
      socket.on('close', () => resolve(heard)).on('error', () => {})
      socket.write(
        `PUT ${addressOf(code, pdf)} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nOrigin: ${origin}\r\nCookie: ${cookie}\r\nContent-Length: ${said}\r\nConnection: close\r\n\r\n`,
      )
      socket.write(pdf)
      setTimeout(() => socket.destroy(), 1500)
    })
  expect(await send(pdf.byteLength + 100)).not.toContain(' 200 ')
  // What follows the bytes that were announced is no request either.
  expect(await send(pdf.byteLength - 3)).toMatch(/ (400|422) /)
  expect((await page.request.get(`/api/v1/documents/${code}/file`)).status()).toBe(404)
  expect((await put(page, code, pdf)).status()).toBe(200)
})

test('a file that is no longer as it was stored is not handed out', async ({ page }) => {
  await signIn(page, 'nhap.hanoi')
  const code = await makeDocument(page, 'Văn bản mất tệp')
  const whole = Buffer.from('%PDF-1.7 tệp sẽ bị cắt')
  expect((await put(page, code, whole)).status()).toBe(200)
  const stored = pathOfFile(filesBeside(databaseFile()), sha256(whole))
  for (const damage of [() => truncateSync(stored, 8), () => rmSync(stored)]) {
    damage()
    const answer = await page.request.get(`/api/v1/documents/${code}/file`)
    expect([answer.status(), await answer.json()]).toEqual([404, expect.objectContaining({ reason: 'file_lost' })])
  }
})

test('a figure leads to its document, and the document to the figure', async ({ page }) => {
  await signIn(page, 'xem')
  await page.goto('/units/nam-tu-liem/2022/lines/NS-THU')
  await page
    .getByRole('link', { name: /trung tâm mới của Thủ đô/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/trung tâm mới của Thủ đô/)
  await expect(page.getByText('nguồn nêu 14/14 hoàn thành')).toBeVisible()
  await page
    .getByRole('link', { name: /Thu ngân sách/ })
    .first()
    .click()
  await expect(page).toHaveURL(/lines\/NS-THU/)
  // Of a unit that somebody may not read the document says nothing.
  await signIn(page, 'nhap.ngoquyen')
  await page.goto('/documents/ntl-result-2022')
  await expect(page.getByText('Chưa có số liệu nào bạn được xem')).toBeVisible()
  await expect(page.getByText('Nam Từ Liêm 2022')).toHaveCount(0)
})
