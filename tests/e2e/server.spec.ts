import type { ChildProcess } from 'node:child_process'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { request as ask, type IncomingMessage, type RequestOptions } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { openDatabase } from '#db/engines/embedded.ts'
import { freePort } from '#tests/support/free-port.ts'
import { startServer, stopServer } from '#tests/support/own-server.ts'
import { signIn } from '#tests/support/sign-in-over-http.ts'
import { expect, test } from '#tests/support/test.ts'

/** The server itself: what it says on every answer, what it writes to its log, and how it ends. */

const password = 'demo-so-chi-tieu'
const changedPassword = 'một mật khẩu khác hẳn'
const folder = mkdtempSync(join(tmpdir(), 'so-chi-tieu-server-'))
const file = join(folder, 'app.db')
const port = await freePort()
const address = `http://127.0.0.1:${port}`
const environment = { ...process.env, DATABASE_URL: `file:${file}`, PORT: String(port), NEXTAUTH_URL: address }
let server: ChildProcess
let written = ''

test.use({ baseURL: address })
test.beforeAll(async () => {
  const seeded = spawnSync(process.execPath, ['app/_cli/seed.ts', '--published', '--accounts'], { env: environment })
  expect(seeded.status).toBe(0)
  await start()
})
test.afterAll(async () => {
  await stop()
  rmSync(folder, { recursive: true, force: true })
})

async function start(): Promise<void> {
  written = ''
  server = await startServer(environment, address, ['ignore', 'pipe', 'inherit'])
  server.stdout?.on('data', (part) => {
    written += part
  })
}
async function stop(): Promise<number | null> {
  if (server.exitCode !== null) return server.exitCode
  server.kill('SIGTERM')
  const [code] = await once(server, 'close')
  return code
}
/** The whole lines after the greeting: every one of them is JSON. */
const logged = (): Record<string, unknown>[] =>
  (written.split(`Sổ chỉ tiêu: ${address}\n`).at(-1) ?? '')
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line))
/** A line may arrive after the answer that it is about. */
const expectLogged = (line: Record<string, unknown>) =>
  expect.poll(logged).toContainEqual(expect.objectContaining(line))

async function send(path: string, options: RequestOptions = {}, body?: string | Buffer) {
  const request = ask({ host: '127.0.0.1', port, path, ...options })
  request.end(body)
  const [answer]: IncomingMessage[] = await once(request, 'response')
  if (!answer) throw new Error('no answer')
  let text = ''
  for await (const part of answer) text += part
  return { status: answer.statusCode ?? 0, headers: answer.headers, text }
}

const cookiesOf = (username: string) => signIn(address, username, password)

const put = (cookie: string, quantity: string) => {
  const body = JSON.stringify({
    key: `server-${quantity}`,
    changes: [{ indicator: 'NS-THU', kind: 'estimate', quantity, expectedVersion: null }],
  })
  const headers = {
    cookie,
    origin: address,
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
  }
  return send('/api/v1/sheets/cau-giay/2024/figures', { method: 'PUT', headers }, body)
}

const everywhere = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'permissions-policy': expect.stringContaining('camera=()'),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-request-id': expect.stringMatching(/^[\w-]{21}$/),
}

test('every answer carries the security headers, a number and a policy', async () => {
  const cookie = await cookiesOf('xem')
  const page = await send('/', { headers: { cookie } })
  const asset = /\/_next\/static\/[^"]+\.js/.exec(page.text)?.[0] ?? ''
  const answers = {
    page,
    sign_in: await send('/sign-in?callbackUrl=/'),
    redirect: await send('/'),
    not_found: await send('/khong-co-trang-nay', { headers: { cookie } }),
    asset: await send(asset),
    no_asset: await send('/_next/static/khong-co.js'),
    icon: await send('/icon.svg'),
    json: await send('/api/v1/sheets/bac-tu-liem/2023', { headers: { cookie } }),
    refusal: await send('/api/v1/sheets/bac-tu-liem/2023'),
    auth: await send('/api/auth/csrf'),
    method: await send('/export/figures.csv', { method: 'DELETE' }),
    export: await send('/export/figures.csv', { headers: { cookie } }),
    livez: await send('/livez'),
    readyz: await send('/readyz'),
    too_large: await send('/', { method: 'POST' }, Buffer.alloc(1024 * 1024 + 1)),
    no_length: await send('/', { method: 'POST', headers: { 'transfer-encoding': 'chunked' } }, 'x'),
    bad_address: await send('/%E0%A4%A'),
  }
  const statuses = Object.fromEntries(Object.entries(answers).map(([kind, { status }]) => [kind, status]))
  expect(statuses).toEqual({
    page: 200,
    sign_in: 200,
    redirect: 307,
    not_found: 404,
    asset: 200,
    no_asset: 404,
    icon: 200,
    json: 200,
    refusal: 401,
    auth: 200,
    method: 405,
    export: 200,
    livez: 200,
    readyz: 200,
    too_large: 413,
    no_length: 411,
    bad_address: 404,
  })
  for (const [kind, { headers }] of Object.entries(answers)) {
    expect(headers, kind).toMatchObject(everywhere)
    expect(headers, kind).not.toHaveProperty('x-powered-by')
    expect(headers, kind).not.toHaveProperty('strict-transport-security')
    const isPage = headers['content-type']?.startsWith('text/html') ?? false
    expect(headers['content-security-policy'], kind).toContain(isPage ? "'nonce-" : "default-src 'none'")
    if (kind !== 'asset' && kind !== 'icon') expect(headers['cache-control'], kind).toContain('no-store')
  }
  expect(answers.asset.headers['cache-control']).toContain('immutable')
  expect(answers.too_large.text).toContain('quá lớn')
})

test('every script and style of a page carries the nonce of its answer, and no element brings its own handler', async () => {
  const cookie = await cookiesOf('quantri')
  const nonces = new Set<string>()
  const paths = ['/', '/units', '/units/bac-tu-liem/2023', '/units/bac-tu-liem/2023/entry', '/indicators', '/users']
  const more = ['/indicators/NS-THU', '/catalogue/units', '/catalogue/indicators', '/account', '/entry', '/khong-co']
  for (const path of [...paths, ...more, '/sign-in?callbackUrl=/']) {
    const { headers, text } = await send(path, path.startsWith('/sign-in') ? {} : { headers: { cookie } })
    const policy = String(headers['content-security-policy'])
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? ''
    expect(nonce, path).not.toBe('')
    const loading = [...text.matchAll(/<(?:script|style|link[^>]+rel="stylesheet")[^>]*>/g)].map(([tag]) => tag)
    expect(loading.length, path).toBeGreaterThan(0)
    expect(
      loading.filter((tag) => !tag.includes(`nonce="${nonce}"`)),
      path,
    ).toEqual([])
    expect(text.match(/<[a-z][^>]*\son[a-z]+=/g), path).toBeNull()
    nonces.add(nonce)
  }
  expect(nonces.size).toBe(paths.length + more.length + 1)
})

test('what a client sends too much of, or with the wrong request, does no harm', async () => {
  const body = 'a body on a GET'
  expect((await send('/livez', { headers: { 'content-length': body.length } }, body)).status).toBe(200)
  expect((await send('/livez', { headers: { 'x-long': 'x'.repeat(20_000) } })).status).toBe(431)
  const socket = connect(port, '127.0.0.1')
  socket.write('GET /livez HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n')
  const [first] = await once(socket, 'data')
  expect(String(first)).toContain(' 200 ')
  socket.destroy()
  expect((await send('/readyz')).status).toBe(200)
})

test('the log has a line for each request, all of it JSON, and nothing that somebody typed or keeps secret', async ({
  page,
}) => {
  written = ''
  await page.goto('/sign-in?next=/account')
  await page.locator('input[name=username]').fill('nhap.hanoi')
  await page.locator('input[name=password]').fill(password)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/account')
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const passwords = page.locator('input[type=password]')
  await passwords.nth(0).fill(password)
  for (const index of [1, 2]) if ((await passwords.count()) > index) await passwords.nth(index).fill(changedPassword)
  await page.locator('form:has(input[type=password]) button[type=submit]').click()
  await expect(page.getByText('Đã đổi mật khẩu', { exact: false })).toBeVisible()
  const renewed = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  expect((await put(renewed, '98765,4321')).status).toBe(200)
  expect((await put(renewed, '12345O')).status).toBe(409)
  const asked = await send('/export/figures.csv?unit=cau-giay&indicator=bi-mat', { headers: { cookie: renewed } })
  expect(asked.status).toBe(200)

  await expectLogged({ method: 'GET', path: '/export/figures.csv', requestId: asked.headers['x-request-id'] })
  const refused = logged().find(({ event, command }) => event === 'refused' && command === 'set_figures')
  const request = logged().find(({ event, requestId }) => event === 'request' && requestId === refused?.requestId)
  expect(request).toMatchObject({ method: 'PUT', status: 409 })
  const values = `${cookie}; ${renewed}`.split('; ').map((crumb) => crumb.slice(crumb.indexOf('=') + 1))
  const secrets = [password, changedPassword, '98765', '12345O', 'bi-mat', ...values.filter(({ length }) => length > 8)]
  expect(values.some(({ length }) => length > 100)).toBe(true)
  for (const secret of secrets) {
    expect(written).not.toContain(secret)
    expect(written).not.toContain(encodeURIComponent(secret))
  }
})

test('a fault answers with the number that finds it in the log, and with nothing else of it', async () => {
  const cookie = await cookiesOf('xem')
  const database = openDatabase(file)
  database.exec('alter table sheets rename to lost')
  const [handler, page] = [
    await send('/api/v1/sheets/bac-tu-liem/2023', { headers: { cookie } }),
    await send('/units/bac-tu-liem/2023', { headers: { cookie } }),
  ]
  database.exec('alter table lost rename to sheets')
  database.close()
  expect([handler.status, page.status]).toEqual([500, 500])
  const requestId = handler.headers['x-request-id']
  expect(JSON.parse(handler.text)).toEqual({ code: 'fault', message: expect.any(String), requestId })
  await expectLogged({ event: 'fault', requestId, message: expect.stringContaining('sheets') })
  await expectLogged({ event: 'fault', requestId: page.headers['x-request-id'] })
  const shown = logged().find((fault) => fault.requestId === page.headers['x-request-id'])
  expect(page.text).toContain(String(shown?.digest))
  expect(`${handler.text}${page.text}`).not.toContain('no such table')
})

test('told to stop, it finishes a save and a file that are running, closes, and exits with 0', async () => {
  const cookie = await cookiesOf('quantri')
  const editor = await cookiesOf('nhap.bactuliem')
  const whole = await send('/export/figures.csv', { headers: { cookie } })
  const reading = ask({ host: '127.0.0.1', port, path: '/export/figures.csv', headers: { cookie }, agent: false }).end()
  const [export_]: IncomingMessage[] = await once(reading, 'response')
  // A lock holds the save up until the signal has come.
  const database = openDatabase(file)
  database.exec('begin immediate')
  const body = JSON.stringify({
    key: 'server-stop',
    changes: [{ indicator: 'NS-THU', kind: 'preliminary', quantity: '7', expectedVersion: null }],
  })
  const headers = {
    cookie: editor,
    origin: address,
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    expect: '100-continue',
  }
  const path = '/api/v1/sheets/bac-tu-liem/2024/figures'
  const saving = ask({ host: '127.0.0.1', port, path, method: 'PUT', headers })
  // The server says so when it has the request in hand.
  await once(saving, 'continue')
  const saved = once(saving.end(body), 'response')

  const ended = once(server, 'close')
  server.kill('SIGTERM')
  await expect.poll(() => send('/livez').then(String, () => 'closed')).toBe('closed')
  database.exec('rollback')
  const [answer]: IncomingMessage[] = await saved
  expect(answer?.statusCode).toBe(200)
  answer?.resume()
  let text = ''
  for await (const part of export_ ?? []) {
    text += part
    await setTimeout(20)
  }
  expect(text).toBe(whole.text)
  expect(await ended).toEqual([0, null])
  expect(logged().at(-1)).toMatchObject({ event: 'stopped' })
  expect(database.prepare('select count(*) from journal where key = ?').pluck().get('server-stop')).toBe(1)
  database.close()
  await start()
})

test('the ledger is held from the start on: nobody can put another in its place before the first request', async () => {
  const own = { ...environment, DATABASE_URL: `file:${join(folder, 'held.db')}`, PORT: String(await freePort()) }
  const run = (...words: string[]) => spawnSync(process.execPath, words, { env: own, encoding: 'utf8' })
  const starting = spawn(process.execPath, ['app/_cli/serve.ts', 'start'], {
    env: own,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    // The greeting; a question to /readyz would be a request.
    await once(starting.stdout, 'data')
    const [copy = ''] = run('app/_cli/backup.ts').stdout.split(': ')
    const { stderr } = run('app/_cli/restore.ts', '--yes', copy)
    expect(stderr).toMatch(/another program has \S+ open; stop the server first\.\n$/)
  } finally {
    await stopServer(starting)
  }
})

test('a port in use, and an address that is none, are said in a sentence', () => {
  const run = (more: Record<string, string>) =>
    spawnSync(process.execPath, ['app/_cli/serve.ts', 'start'], { env: { ...environment, ...more }, encoding: 'utf8' })
  const second = run({})
  expect(second.stderr).toBe(`127.0.0.1:${port} is in use by another program. Stop it, or choose another PORT.\n`)
  const wrong = run({ PORT: 'abc' })
  expect(wrong.stderr).toBe('PORT must be a number from 1 to 65535, not "abc".\n')
  expect([second.status, wrong.status]).toEqual([1, 1])
})
