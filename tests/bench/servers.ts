/** Starts what is measured, and says how long that took and how much memory it holds. */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { freePort } from '#tests/support/free-port.ts'
import { startUntilReady, stopServer } from '#tests/support/own-server.ts'

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
  const environment = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', ...env } as const
  const child = await startUntilReady(command, `${address}${ready}`, environment, ['ignore', 'ignore', 'inherit'])
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
    stop: () => stopServer(child),
  }
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
