import { createHash } from 'node:crypto'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { clientAddress } from '#app/_server/client-address.ts'

/** The small gates of the server: where sign-in leads to, whose request it is, which form it came from. */

const secret = 's'.repeat(32)
afterEach(() => vi.unstubAllEnvs())

/** The gates as a server at this address has them: the environment is read once. */
async function gatesAt(address: string) {
  vi.resetModules()
  vi.stubEnv('NEXTAUTH_URL', address)
  vi.stubEnv('NEXTAUTH_SECRET', secret)
  const { returnPath } = await import('#app/_server/return-path.ts')
  const { isOwnOrigin } = await import('#app/_server/origin.ts')
  const { csrfTokenOf } = await import('#app/_server/csrf.ts')
  const { sessionCookie } = await import('#app/_server/session.ts')
  return { returnPath, isOwnOrigin, csrfTokenOf, sessionCookie }
}
const address = 'https://ledger.test'

describe('after sign-in', () => {
  const inside: [wanted: string | undefined, path: string][] = [
    [undefined, '/'],
    ['', '/'],
    ['/', '/'],
    ['/units/bac-tu-liem/2023/entry?cell=NS-THU', '/units/bac-tu-liem/2023/entry?cell=NS-THU'],
    ['units', '/units'],
    [`${address}/units?open=x`, '/units?open=x'],
    ['/units#form', '/units'],
  ]
  const elsewhere = [
    'https://evil.test/units',
    '//evil.test/units',
    '/\\evil.test',
    '\\\\evil.test',
    '/./\\/evil.test',
    '/.//evil.test',
    `${address}//evil.test`,
    `${address}:8443/units`,
    `${address}@evil.test/`,
    'http://ledger.test/units',
    'javascript:alert(1)',
    'data:text/html,x',
    '\t//evil.test',
    'http://[',
    '/sign-in',
    '/sign-in?next=/sign-in',
    '/units/../sign-in',
  ]
  test.each(inside)('%s leads to %s', async (wanted, path) => {
    expect((await gatesAt(address)).returnPath(wanted)).toBe(path)
  })
  test.each(elsewhere)('%s leads home', async (wanted) => {
    expect((await gatesAt(address)).returnPath(wanted)).toBe('/')
  })
})

describe('a request', () => {
  const own: Record<string, string>[] = [
    { origin: address },
    { origin: address, 'sec-fetch-site': 'same-origin', host: 'inside:3000' },
    { origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' },
  ]
  const foreign: Record<string, string>[] = [
    {},
    { host: 'ledger.test' },
    { origin: 'null' },
    { origin: '' },
    { origin: 'https://evil.test' },
    { origin: 'http://ledger.test' },
    { origin: `${address}.evil.test` },
    { origin: address, 'sec-fetch-site': 'cross-site' },
    { origin: address, 'sec-fetch-site': 'same-site' },
    { origin: address, 'sec-fetch-site': 'none' },
    { origin: 'https://evil.test', host: 'ledger.test', 'x-forwarded-host': 'evil.test' },
    { origin: 'http://127.0.0.1:3001', host: '127.0.0.1:3000' },
  ]
  test.each(own)('%o is our own', async (headers) => {
    expect((await gatesAt(address)).isOwnOrigin(new Headers(headers))).toBe(true)
  })
  test.each(foreign)('%o is not', async (headers) => {
    expect((await gatesAt(address)).isOwnOrigin(new Headers(headers))).toBe(false)
  })
})

describe('the token of the sign-in form', () => {
  const jar = (name: string, value: string) => ({
    get: (asked: string) => (asked === name ? { value } : undefined),
  })
  const signed = (token: string, by = secret) =>
    `${token}|${createHash('sha256').update(`${token}${by}`).digest('hex')}`
  const plain = 'next-auth.csrf-token'

  test('is the one in the cookie that was signed here', async () => {
    const { csrfTokenOf } = await gatesAt('http://127.0.0.1:3000')
    expect(csrfTokenOf(jar(plain, signed('abc')))).toBe('abc')
  })
  test('over https the cookie is bound to the host, and the other one is not believed', async () => {
    const { csrfTokenOf } = await gatesAt(address)
    expect(csrfTokenOf(jar(`__Host-${plain}`, signed('abc')))).toBe('abc')
    expect(csrfTokenOf(jar(plain, signed('abc')))).toBeNull()
  })
  test.each(['', '|', 'abc', 'abc|', 'abc|wrong', signed('abc', 'another secret'), signed('')])(
    '"%s" is none',
    async (value) => {
      const { csrfTokenOf } = await gatesAt('http://127.0.0.1:3000')
      expect(csrfTokenOf(jar(plain, value))).toBeNull()
    },
  )
  test('nor is a cookie that is not there', async () => {
    const { csrfTokenOf } = await gatesAt('http://127.0.0.1:3000')
    expect(csrfTokenOf({ get: () => undefined })).toBeNull()
  })
})

describe('the address that a sign-in is counted by', () => {
  test.each([
    ['192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::1', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['::ffff:c000:207', '192.0.2.7'],
    ['', 'unknown'],
    ['192.0.2.7, 198.51.100.1', 'unknown'],
    ['192.0.2', 'unknown'],
    ['evil.test', 'unknown'],
  ])('%s is %s', (header, counted) => {
    expect(clientAddress(new Headers({ 'x-forwarded-for': header }))).toBe(counted)
  })
  test('is one and the same without the header', () => {
    expect(clientAddress(new Headers())).toBe('unknown')
  })
})

test('the session is in a cookie that no script reads, and over https no other host can plant', async () => {
  const options = { httpOnly: true, sameSite: 'lax', path: '/' }
  expect((await gatesAt(address)).sessionCookie()).toEqual({
    name: '__Host-next-auth.session-token',
    options: { ...options, secure: true },
  })
  expect((await gatesAt('http://127.0.0.1:3000')).sessionCookie()).toEqual({
    name: 'next-auth.session-token',
    options: { ...options, secure: false },
  })
})
