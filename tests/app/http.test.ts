import { once } from 'node:events'
import { request as ask, createServer, type IncomingMessage, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import { afterEach, expect, test, vi } from 'vitest'
import { Answer } from '#app/_http/answer.ts'
import { clientAddress } from '#app/_http/client.ts'
import { endSilent, spareReaders } from '#app/_http/connections.ts'
import { readSettings } from '#app/_http/env.ts'
import { type Handler, listener } from '#app/_http/listener.ts'
import { stopServer } from '#app/_http/stop.ts'
import { log, requests } from '#app/_server/log.ts'

/** The server around the application, with handlers of the test's own in the application's place. */

log.level = 'silent'
const open: Server[] = []

async function serve(handle: Handler, trustedProxies = 0): Promise<{ server: Server; port: number }> {
  const server = createServer({ ServerResponse: Answer })
  spareReaders(server)
  server.on('request', listener({ handle, address: 'https://so.example', trustedProxies, isStopping: () => false }))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  open.push(server)
  // What listens at a port has an address of this shape.
  return { server, port: (server.address() as AddressInfo).port }
}
afterEach(() => {
  for (const server of open.splice(0)) server.close().closeAllConnections()
})

const heard = async (headers: Record<string, string>, trustedProxies?: number) => {
  let seen: IncomingMessage['headers'] = {}
  const { port } = await serve(async (request, answer) => {
    seen = request.headers
    answer.end('ok')
  }, trustedProxies)
  await fetch(`http://127.0.0.1:${port}/`, { headers })
  return seen
}

test.each([
  ['203.0.113.9', 0, '127.0.0.1'],
  ['203.0.113.9', 1, '203.0.113.9'],
  ['198.51.100.1, 203.0.113.9', 1, '203.0.113.9'],
  ['198.51.100.1, 203.0.113.9', 2, '198.51.100.1'],
  ['6.6.6.6, 198.51.100.1, 2001:db8::1', 2, '198.51.100.1'],
  ['203.0.113.9', 2, '127.0.0.1'],
  ['<script>', 1, '127.0.0.1'],
  [undefined, 1, '127.0.0.1'],
  ['203.0.113.9:4711', 1, '203.0.113.9'],
  ['[2001:db8::1]:4711', 1, '2001:db8::1'],
  ['[2001:db8::1]', 1, '2001:db8::1'],
  ['203.0.113.9:', 1, '127.0.0.1'],
  ['[<script>]:1', 1, '127.0.0.1'],
])('X-Forwarded-For %s behind %i proxies is %s', (forwardedFor, proxies, address) => {
  expect(clientAddress(forwardedFor, '::ffff:127.0.0.1', proxies)).toBe(address)
})

test('what a client claims of itself does not reach the application', async () => {
  const claimed = {
    'x-forwarded-for': '203.0.113.9',
    'x-forwarded-host': 'example.org',
    'x-forwarded-proto': 'https',
    'x-forwarded-port': '1',
    'x-real-ip': '203.0.113.9',
    'x-request-id': 'mine',
    'content-security-policy': "script-src 'nonce-mine'",
    forwarded: 'for=203.0.113.9',
  }
  const seen = await heard(claimed)
  expect(seen['x-forwarded-for']).toBe('127.0.0.1')
  expect(Object.keys(seen).filter((name) => /forwarded|real-ip/.test(name))).toEqual(['x-forwarded-for'])
  expect(JSON.stringify(seen)).not.toMatch(/mine|example\.org|203\.0/)
  expect((await heard(claimed, 1))['x-forwarded-for']).toBe('203.0.113.9')
})

test('a proxy may rewrite Host: to our own address it is given back, to no other', async () => {
  const hostFor = async (origin: string) =>
    (await heard({ origin, 'x-forwarded-host': 'evil.test' }))['x-forwarded-host']
  expect(await hostFor('https://so.example')).toBe('so.example')
  for (const foreign of ['http://so.example', 'https://so.example:444', 'https://evil.test', 'null']) {
    expect(await hostFor(foreign), foreign).toBeUndefined()
  }
})

test('a request has one number: in its headers, in its answer, and in what is logged meanwhile', async () => {
  const numbers: unknown[] = []
  const { port } = await serve(async (request, answer) => {
    await setTimeout(5)
    numbers.push(request.headers['x-request-id'], requests.getStore()?.requestId)
    answer.end('ok')
  })
  const answers = await Promise.all([fetch(`http://127.0.0.1:${port}/a`), fetch(`http://127.0.0.1:${port}/b`)])
  const given = answers.flatMap(({ headers }) => [headers.get('x-request-id'), headers.get('x-request-id')])
  expect(new Set(given).size).toBe(2)
  expect(numbers.sort()).toEqual(given.sort())
})

test('a bare 500 gets a body with the number; one that says something keeps it', async () => {
  const { port } = await serve(async ({ url }, answer) => {
    answer.statusCode = 500
    if (url === '/bare') answer.end()
    else answer.setHeader('Content-Type', 'text/plain').end('own words')
  })
  const bare = await fetch(`http://127.0.0.1:${port}/bare`)
  expect(bare.status).toBe(500)
  const requestId = bare.headers.get('x-request-id')
  expect(await bare.json()).toEqual({ code: 'fault', message: expect.stringContaining('lỗi'), requestId })
  expect(await (await fetch(`http://127.0.0.1:${port}/worded`)).text()).toBe('own words')
})

test('only a page may run scripts', async () => {
  const { port } = await serve(async ({ url = '' }, answer) => {
    answer.setHeader('Content-Type', decodeURI(url.slice(1))).end()
  })
  for (const type of ['application/json', 'image/svg+xml', 'text/html; charset=utf-8']) {
    const answer = await fetch(`http://127.0.0.1:${port}/${type}`)
    const policy = answer.headers.get('content-security-policy')
    expect(policy?.includes("default-src 'none'"), type).toBe(!type.startsWith('text/html'))
    expect(policy?.includes("'nonce-"), type).toBe(type.startsWith('text/html'))
  }
})

test('who comes by https is told to stay there', async () => {
  const { port } = await serve(async (_request, answer) => void answer.end('ok'))
  vi.stubEnv('NEXTAUTH_URL', 'https://so.example')
  const secure = await fetch(`http://127.0.0.1:${port}/`)
  vi.unstubAllEnvs()
  const plain = await fetch(`http://127.0.0.1:${port}/`)
  expect(secure.headers.get('strict-transport-security')).toBe('max-age=31536000')
  expect(plain.headers.get('strict-transport-security')).toBeNull()
})

test('a body that is too long or of unknown length is refused before anybody reads it; the API counts for itself', async () => {
  let read = 0
  const { port } = await serve(async (_request, answer) => {
    read += 1
    answer.end('ok')
  })
  const send = async (path: string, body: BodyInit | ReadableStream, method = 'POST') =>
    (await fetch(`http://127.0.0.1:${port}${path}`, { method, body, duplex: 'half' } as RequestInit)).status
  const long = 'x'.repeat(1024 * 1024 + 1)
  expect(await send('/units', long)).toBe(413)
  expect(await send('/api/auth/callback/credentials', long)).toBe(413)
  expect(await send('/units', new Blob(['short']).stream())).toBe(411)
  expect(read).toBe(0)
  expect(await send('/units', long.slice(1))).toBe(200)
  expect(await send('/api/v1/sheets/x/2024/figures', long, 'PUT')).toBe(200)
})

test('a slow reader gets the whole file, and a request that is running its answer, though the server was told to stop', async () => {
  const size = 64 * 1024 * 1024
  const { server, port } = await serve(async ({ url }, answer) => {
    if (url === '/file') answer.end(Buffer.alloc(size, 'x'))
    else {
      await setTimeout(200)
      answer.end('saved')
    }
  })
  const reading = ask({ port, path: '/file', agent: false }).end()
  const [file] = await once(reading, 'response')
  const saving = fetch(`http://127.0.0.1:${port}/save`)
  await setTimeout(50)

  let released = false
  const stopped = stopServer(server, async () => {
    released = true
  })
  await expect(fetch(`http://127.0.0.1:${port}/late`)).rejects.toThrow()
  let received = 0
  for await (const part of file) received += part.length
  expect(received).toBe(size)
  expect(await (await saving).text()).toBe('saved')
  expect(await stopped).toBe(true)
  expect(released).toBe(true)
})

test('an idle connection does not hold the end up; a reader that never reads does so for so long and no longer', async () => {
  const { server, port } = await serve(async ({ url }, answer) => {
    answer.end(url === '/file' ? Buffer.alloc(64 * 1024 * 1024) : 'ok')
  })
  const idle = connect(port, '127.0.0.1').on('error', () => {})
  idle.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n')
  await once(idle, 'data')
  const first = performance.now()
  expect(await stopServer(server, async () => {})).toBe(true)
  expect(performance.now() - first).toBeLessThan(1000)

  const other = await serve(async (_request, answer) => {
    answer.end(Buffer.alloc(64 * 1024 * 1024))
  })
  const stuck = connect(other.port, '127.0.0.1').on('error', () => {})
  stuck.write('GET /file HTTP/1.1\r\nHost: x\r\n\r\n')
  await once(stuck, 'readable')
  expect(await stopServer(other.server, async () => {}, 300)).toBe(false)
})

test.each([
  [{ PORT: 'abc' }, 'PORT must be a number from 1 to 65535, not "abc".'],
  [{ PORT: '70000' }, 'PORT must be a number from 1 to 65535, not "70000".'],
  [{ NEXTAUTH_URL: 'so.example' }, 'NEXTAUTH_URL is not an address: "so.example".'],
  [{ NEXTAUTH_SECRET: 'short' }, 'NEXTAUTH_SECRET must have at least 32 characters.'],
  [{ TRUSTED_PROXIES: 'nginx' }, 'TRUSTED_PROXIES must be a number from 0 to 9, not "nginx".'],
])('%o is refused with a sentence', (environment, sentence) => {
  const refused = expect.objectContaining({ issues: [expect.objectContaining({ message: sentence })] })
  expect(() => readSettings({ NODE_ENV: 'test', ...environment })).toThrow(refused)
})

test('what is not set, or set to nothing, is the default', () => {
  expect(readSettings({ NODE_ENV: 'test', PORT: '', TRUSTED_PROXIES: '' })).toEqual({
    host: '127.0.0.1',
    port: 3000,
    address: 'http://127.0.0.1:3000',
    secret: undefined,
    trustedProxies: 0,
    advice: [],
  })
  expect(readSettings({ NODE_ENV: 'test', HOST: '::', PORT: '80' })).toMatchObject({
    address: 'http://localhost:80',
    advice: [expect.stringMatching(/^Set NEXTAUTH_URL .* http:\/\/localhost:80 only\.$/)],
  })
})

test('https without a counted proxy is advised against: the server itself speaks http', () => {
  const adviceFor = (more: Record<string, string>) => readSettings({ NODE_ENV: 'test', ...more }).advice
  const advised = [expect.stringMatching(/^Set TRUSTED_PROXIES .*\.$/)]
  expect(adviceFor({ NEXTAUTH_URL: 'https://so.example' })).toEqual(advised)
  expect(adviceFor({ NEXTAUTH_URL: 'https://so.example', TRUSTED_PROXIES: '1' })).toEqual([])
  expect(adviceFor({ NEXTAUTH_URL: 'http://so.example' })).toEqual([])
})

test('a request that stops on its way is ended, one that comes slowly or is answered slowly is not', async () => {
  const { server, port } = await serve(async (request, answer) => {
    await text(request).then(
      () => setTimeout(600).then(() => answer.end('whole')),
      // Cut off.
      () => {},
    )
  })
  endSilent(server, 300)
  /** Sends that many of five bytes, one each 100 ms, and says what was heard until the end. */
  const send = async (bytes: number) => {
    const socket = connect(port, '127.0.0.1')
    let heard = ''
    socket.setEncoding('utf8').on('data', (piece) => {
      heard += piece
    })
    socket.write('PUT / HTTP/1.1\r\nHost: so.example\r\nConnection: close\r\nContent-Length: 5\r\n\r\n')
    const ended = once(socket, 'close')
    for (let sent = 0; sent < bytes; sent += 1) {
      await setTimeout(100)
      socket.write('x')
    }
    await ended
    return heard
  }
  expect(await send(5)).toContain('whole')
  expect(await send(2)).toBe('')
})

test.each([
  [{ 'X-Length': '5' }, '5'],
  [{ 'X-Length': '9', 'Content-Encoding': 'gzip' }, null],
])('a handler that says %o has a length of %s', async (said, length) => {
  const { port } = await serve(async (_request, answer) => {
    for (const [name, value] of Object.entries(said)) answer.setHeader(name, value)
    answer.writeHead(200)
    answer.end('whole')
  })
  const { headers } = await fetch(`http://127.0.0.1:${port}/`, { method: 'HEAD' })
  expect([headers.get('content-length'), headers.get('x-length')]).toEqual([length, null])
})
