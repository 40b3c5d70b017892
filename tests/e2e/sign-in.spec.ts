import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type Database from 'better-sqlite3'
import { nanoid } from 'nanoid'
import { createUser } from '#db/commands/create-user.ts'
import { embeddedEngine, openDatabase } from '#db/engines/embedded.ts'
import { migrateDatabase } from '#db/migrate.ts'
import { ensureSystemActor } from '#db/system-actor.ts'
import { write } from '#db/write.ts'
import { freePort } from '#tests/support/free-port.ts'
import { startServer, stopServer } from '#tests/support/own-server.ts'
import { cookiesOf, openForm, postSignIn } from '#tests/support/sign-in-over-http.ts'
import { expect, test } from '#tests/support/test.ts'
import { builtActions } from '#tests/support/visitor.ts'

/** The way in and out, at a server of its own whose sessions are aged in its database. */
test.describe.configure({ mode: 'serial' })

const folder = mkdtempSync(join(tmpdir(), 'so-chi-tieu-sign-in-'))
const file = join(folder, 'app.db')
const port = String(await freePort())
const address = `http://127.0.0.1:${port}`
const environment = (more: Record<string, string> = {}) => ({
  ...process.env,
  DATABASE_URL: `file:${file}`,
  PORT: port,
  DEMO: '0',
  NEXTAUTH_URL: address,
  NEXTAUTH_SECRET: 's'.repeat(40),
  ...more,
})
const password = 'một mật khẩu thật dài'
const cookieName = 'next-auth.session-token'

let server: ChildProcess
let database: Database.Database

test.beforeAll(async () => {
  database = openDatabase(file)
  migrateDatabase(database)
  const engine = embeddedEngine(database)
  const operator = await ensureSystemActor(engine, 'operator')
  for (const username of ['lan', 'minh']) {
    const made = await write(engine, createUser, operator, { key: nanoid(), username, name: username, password })
    expect(made.ok).toBe(true)
  }
  server = await startServer(environment(), address)
})
test.afterAll(async () => {
  database.close()
  await stopServer(server)
  rmSync(folder, { recursive: true, force: true })
})
test.beforeEach(() => {
  database.exec('delete from sign_in_attempts')
})

type Sent = { fields?: Record<string, string>; headers?: Record<string, string> }

/** Signs in as lan, or as the fields and headers say. */
async function post({ fields, headers }: Sent = {}): Promise<Response> {
  const { answer } = await postSignIn(address, { username: 'lan', password, ...fields }, headers)
  return answer
}
const cookieOf = (answer: Response, name = cookieName) =>
  answer.headers.getSetCookie().find((cookie) => cookie.startsWith(`${name}=`))
const location = (answer: Response) => answer.headers.get('location')

async function signIn(page: Page, next = ''): Promise<void> {
  await page.goto(`${address}/sign-in${next}`)
  await fillIn(page)
}
async function fillIn(page: Page): Promise<void> {
  await page.locator('input[name=username]').fill('lan')
  await page.locator('input[name=password]').fill(password)
  await page.keyboard.press('Enter')
}

const elsewhere = [
  'https://evil.test/units',
  '//evil.test/units',
  '/\\evil.test',
  '/%5Cevil.test/..//evil.test',
  `${address}@evil.test/`,
  `${address}.evil.test/`,
  'javascript:alert(1)',
  'http://[',
]

test('whatever address is wanted, sign-in leads to a page of ours', async () => {
  for (const wanted of elsewhere) {
    const answer = await post({ fields: { callbackUrl: wanted } })
    expect(answer.status, wanted).toBe(303)
    expect(new URL(location(answer) ?? '', address).origin, wanted).toBe(address)
    const bounced = await fetch(`${address}/api/auth/signin?callbackUrl=${encodeURIComponent(wanted)}`, {
      redirect: 'manual',
      headers: { cookie: `next-auth.callback-url=${encodeURIComponent('https://evil.test/')}` },
    })
    const form = new URL(location(bounced) ?? '', address)
    expect(`${form.origin}${form.pathname}`, wanted).toBe(`${address}/sign-in`)
    expect(new URL(form.searchParams.get('callbackUrl') ?? '').origin, wanted).toBe(address)
    const home = await fetch(`${address}/sign-in?next=${encodeURIComponent(wanted)}`, {
      redirect: 'manual',
      headers: { cookie: cookiesOf(answer) },
    })
    expect(new URL(location(home) ?? '', address).origin, wanted).toBe(address)
  }
  expect(location(await post({ fields: { callbackUrl: '/units?open=x' } }))).toBe('/units?open=x')
})

test('a typed name that is too long comes back to the form, whatever stands where it is cut', async () => {
  const answer = await post({ fields: { username: `${'x'.repeat(199)}😀` } })
  expect(location(answer)).toBe('/sign-in?error=refused&next=%2F')
  expect(cookieOf(answer, 'sign-in-username')).toContain(`${'x'.repeat(199)}%EF%BF%BD;`)
})

test('the rest of next-auth does not exist', async () => {
  const doors = ['signin/credentials', 'signout', 'session', 'providers', 'error', 'verify-request', '_log', 'csrf/x']
  const tries = [
    ...doors.flatMap((door) => [`GET ${door}`, `POST ${door}`]),
    ...['GET callback/credentials', 'POST callback/other', 'POST signin', 'POST csrf'],
  ]
  for (const one of tries) {
    const [method = '', door] = one.split(' ')
    const answer = await fetch(`${address}/api/auth/${door}?callbackUrl=//evil.test`, {
      method,
      redirect: 'manual',
      headers: { origin: address },
    })
    expect(answer.status, one).toBe(404)
    expect(answer.headers.getSetCookie(), one).toEqual([])
  }
})

test.describe('a sign-in that no page of ours sent', () => {
  for (const [what, headers] of Object.entries({
    'of another site': { origin: 'https://evil.test' },
    'of nobody': { origin: '' },
    'that the browser says is foreign': { 'sec-fetch-site': 'cross-site' },
  })) {
    test(what, async () => {
      const answer = await post({ headers })
      expect(answer.status).toBe(303)
      expect(location(answer)).toBe('/sign-in?error=foreign&next=%2F')
      expect(cookieOf(answer)).toBeUndefined()
      const form = await fetch(`${address}${location(answer)}`)
      expect(form.status).toBe(200)
      expect(await form.text()).toContain('không đến từ trang này')
    })
  }

  test('or with no token, or no form, or an endless one, comes back to the form', async () => {
    const headers = { origin: address }
    const url = `${address}/api/auth/callback/credentials`
    for (const request of [
      { body: new URLSearchParams({ username: 'lan', password }), headers },
      {
        body: JSON.stringify({ username: 'lan', password }),
        headers: { ...headers, 'content-type': 'application/json' },
      },
      { body: new URLSearchParams({ username: 'x'.repeat(40_000), password }), headers },
    ]) {
      const answer = await fetch(url, { method: 'POST', redirect: 'manual', ...request })
      expect(location(answer)).toBe('/sign-in?error=stale&next=%2F')
      expect(cookieOf(answer)).toBeUndefined()
    }
  })
})

test('the session is in a cookie for this host alone, and no script', async () => {
  const attributes = cookieOf(await post())
    ?.split('; ')
    .slice(1)
  expect(attributes).toEqual(expect.arrayContaining(['Path=/', 'HttpOnly', 'SameSite=Lax']))
  expect(attributes).not.toContain('Secure')
})

test('over https the cookies of a sign-in are for this host and https alone, and actions are taken', async () => {
  const own = 'https://ledger.test'
  const securePort = String(await freePort())
  const base = `http://127.0.0.1:${securePort}`
  const secure = await startServer(environment({ NEXTAUTH_URL: own, PORT: securePort }), base)
  try {
    const { form, answer } = await postSignIn(base, { username: 'lan', password }, { origin: own })
    expect(location(answer)).toBe('/')
    const cookies = [...form.headers.getSetCookie(), ...answer.headers.getSetCookie()]
    expect(new Set(cookies.map((cookie) => cookie.split('=')[0]))).toEqual(
      new Set(['csrf-token', 'callback-url', 'session-token'].map((name) => `__Host-next-auth.${name}`)),
    )
    for (const cookie of cookies) expect(cookie).toContain('; Secure')
    expect(cookieOf(answer, `__Host-${cookieName}`)).toMatch(/Path=\/;.*HttpOnly.*SameSite=Lax/)

    // Behind a proxy that rewrites Host: an action is known by its Origin, and by nothing that the client adds.
    const action = builtActions().find(({ name }) => name === 'setLocale')?.id ?? ''
    const choose = async (headers: Record<string, string>) => {
      const body = new FormData()
      // As React writes an empty form that is the one argument.
      body.append('0', '["$K1"]')
      const url = `${base}/sign-in?callbackUrl=/`
      return cookieOf(
        await fetch(url, { method: 'POST', headers: { 'next-action': action, ...headers }, body }),
        'locale',
      )
    }
    expect(await choose({ origin: own })).toContain('locale=vi;')
    expect(await choose({ origin: 'https://evil.test' })).toBeUndefined()
    expect(await choose({ origin: 'https://evil.test', 'x-forwarded-host': 'evil.test' })).toBeUndefined()
  } finally {
    await stopServer(secure)
  }
})

test('who signs out is out everywhere: a copy of the cookie opens nothing', async ({ page, context }) => {
  await signIn(page, '?next=/account')
  await expect(page).toHaveURL(`${address}/account`)
  const copied = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const readCopied = () => fetch(`${address}/api/v1/search?q=nam`, { headers: { cookie: copied } })
  expect((await readCopied()).status).toBe(200)
  await page.getByRole('main').getByRole('button', { name: 'Đăng xuất' }).click()
  await expect(page).toHaveURL(`${address}/sign-in`)
  expect((await readCopied()).status).toBe(401)
})

test('a sign-in takes the place of the session that the browser had', async () => {
  const first = cookiesOf(await post())
  const { csrfToken, form } = await openForm(address)
  const second = await post({ fields: { csrfToken }, headers: { cookie: `${cookiesOf(form)}; ${first}` } })
  expect(cookieOf(second)).toBeDefined()
  const read = (cookie: string) => fetch(`${address}/api/v1/search?q=nam`, { headers: { cookie } })
  expect((await read(cookiesOf(second))).status).toBe(200)
  expect((await read(first)).status).toBe(401)
})

test.describe('a session that ended says why, and sign-in leads back', () => {
  for (const [column, said] of [
    ['seen_at', 'vì một giờ không có thao tác'],
    ['signed_in_at', 'sau 12 giờ'],
  ] as const) {
    test(column, async ({ page }) => {
      await signIn(page)
      await expect(page).toHaveURL(`${address}/`)
      const hours = column === 'seen_at' ? 1 : 12
      database.prepare(`update sessions set ${column} = ?`).run(new Date(Date.now() - hours * 3_600_000).toISOString())
      expect((await page.request.get(`${address}/api/v1/search?q=nam`)).status()).toBe(401)
      await page.goto(`${address}/units`)
      await expect(page).toHaveURL(`${address}/sign-in?next=%2Funits`)
      await expect(page.getByRole('status')).toContainText(said)
      await fillIn(page)
      await expect(page).toHaveURL(`${address}/units`)
    })
  }
})

test('too many failures are refused with the time to wait, also after a restart, and to one account only', async ({
  page,
}) => {
  const wrong = { password: 'không phải mật khẩu này' }
  for (let index = 0; index < 5; index += 1) {
    expect(location(await post({ fields: { ...wrong, callbackUrl: '/units' } }))).toBe(
      '/sign-in?error=refused&next=%2Funits',
    )
  }
  await stopServer(server)
  server = await startServer(environment(), address)

  await signIn(page, '?next=/units')
  await expect(page.getByRole('main').getByRole('alert')).toHaveText(
    /^Quá nhiều lần thử đăng nhập\. Hãy thử lại sau 1[45] phút\.$/,
  )
  await expect(page.locator('input[name=username]')).toHaveValue('lan')

  const json = await post({ fields: { json: 'true' } })
  expect(json.status).toBe(429)
  expect(Number(json.headers.get('retry-after'))).toBeGreaterThan(13 * 60)
  expect(await json.json()).toMatchObject({ error: 'limited', message: expect.stringContaining('phút') })

  expect(location(await post({ fields: { username: 'minh' } }))).toBe('/')
})
