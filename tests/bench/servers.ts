/** Starts what is measured, and says how long that took and how much memory it holds. */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

export type Server = {
  address: string
  /** From the start of the process to its first answer. */
  startMs: number
  /** The largest process of the server: bytes, or null where the system does not say. */
  memory(): number | null
  /** The processor's time that all its processes have used: milliseconds, or null where the system does not say. */
  processorMs(): number | null
  stop(): Promise<void>
}

const nextCommand = fileURLToPath(import.meta.resolve('next/dist/bin/next'))
const floorFolder = 'tests/bench/floor'

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** The product as the README starts it under a supervisor. */
export async function startProduct(file: string, env: Record<string, string> = {}): Promise<Server> {
  const port = String(await freePort())
  const address = `http://127.0.0.1:${port}`
  return start(['app/_cli/launch.mjs', 'node', 'app/_cli/serve.ts', 'start'], address, '/readyz', {
    DATABASE_URL: `file:${file}`,
    HOST: '127.0.0.1',
    PORT: port,
    NEXTAUTH_URL: address,
    NEXTAUTH_SECRET: randomBytes(32).toString('hex'),
    ...env,
  })
}

export async function startFloor(file: string, sheet: string): Promise<Server> {
  const port = String(await freePort())
  const command = [nextCommand, 'start', floorFolder, '-H', '127.0.0.1', '-p', port]
  return start(command, `http://127.0.0.1:${port}`, sheet, { FLOOR_DATABASE: file })
}

export async function buildFloor(): Promise<void> {
  const [code] = await once(spawn(process.execPath, [nextCommand, 'build', floorFolder], { stdio: 'ignore' }), 'close')
  if (code !== 0) throw new Error(`The floor could not be built: next build ${floorFolder}`)
}

async function start(command: string[], address: string, ready: string, env: Record<string, string>): Promise<Server> {
  const began = performance.now()
  const child = spawn(process.execPath, command, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', ...env },
  })
  while (!(await answers(`${address}${ready}`))) {
    if (child.exitCode !== null) throw new Error(`${command.join(' ')} ended with ${child.exitCode}.`)
    await setTimeout(10)
  }
  const startMs = performance.now() - began
  const ask = <Value>(answer: (family: Process[]) => Value): Value | null => {
    const family = familyOf(child)
    return family.length > 0 ? answer(family) : null
  }
  return {
    address,
    startMs,
    memory: () => ask((family) => Math.max(...family.map(({ bytes }) => bytes))),
    processorMs: () => ask((family) => family.reduce((sum, { processorMs }) => sum + processorMs, 0)),
    stop: () => stop(child),
  }
}

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    async (response) => {
      await response.arrayBuffer()
      return response.ok
    },
    () => false,
  )

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}

type Process = { pid: number; parent: number; bytes: number; processorMs: number }

/** The launcher's child and all below it, as Linux says in /proc; the server is by far the largest of them. */
function familyOf({ pid }: ChildProcess): Process[] {
  if (process.platform !== 'linux') return []
  const all = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? processOf(Number(name)) : []))
  const family = new Set([pid])
  for (const one of all.toSorted((a, b) => a.pid - b.pid)) if (family.has(one.parent)) family.add(one.pid)
  return all.filter((one) => family.has(one.pid))
}

function processOf(pid: number): Process[] {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    const field = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0)
    // Behind the name in brackets; the 14th and 15th fields are in hundredths of a second.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    const processorMs = (Number(fields[11]) + Number(fields[12])) * 10
    return [{ pid, parent: field('PPid'), bytes: field('VmRSS') * 1024, processorMs }]
  } catch {
    // It ended between the listing and the reading.
    return []
  }
}

type Jar = Map<string, string>
const cookies = (jar: Jar): string => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')

function keep(jar: Jar, response: Response): Response {
  for (const cookie of response.headers.getSetCookie()) {
    const [name = '', value = ''] = cookie.split(';', 1)[0]?.split(/=(.*)/s) ?? []
    jar.set(name, value)
  }
  return response
}

/** What next-auth gives a browser before it signs in: a token, and the Cookie header that goes with it. */
export async function beforeSignIn(address: string): Promise<{ csrfToken: string; jar: Jar; cookie: string }> {
  const jar: Jar = new Map()
  const response = keep(jar, await fetch(`${address}/api/auth/csrf`))
  const { csrfToken } = (await response.json()) as { csrfToken: string } // next-auth's answer
  return { csrfToken, jar, cookie: cookies(jar) }
}

/** Signs in as a browser does, by the token and the form; the answer is the Cookie header of the session. */
export async function signIn(address: string, username: string, password: string): Promise<string> {
  const { csrfToken, jar, cookie } = await beforeSignIn(address)
  const form = { csrfToken, username, password, callbackUrl: '/' }
  const response = await fetch(`${address}/api/auth/callback/credentials`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Cookie: cookie, Origin: address, 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form),
  })
  keep(jar, response)
  if (![...jar.keys()].some((name) => name.endsWith('session-token'))) throw new Error(`${username} cannot sign in.`)
  return cookies(jar)
}
