import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { databaseFile } from '#db/env.ts'
import { Stop } from './stop.ts'

export type Mode = 'dev' | 'start'

export const nextCommand = fileURLToPath(import.meta.resolve('next/dist/bin/next'))
export const buildId = join('.next', 'BUILD_ID')
/** A shorter one could be guessed; app/_server/env.ts asks for the same. */
const SHORTEST_SECRET = 32
/** What Next says of itself before it is ready; the address is said by us, once. */
const banner = /^\s*($|▲ Next\.js|- (Local|Network|Environments):|✓ Starting)/u

/** Where the server listens, and what it needs to know: parsed from the environment, the rest by default. */
function settings(environment: NodeJS.ProcessEnv) {
  const host = environment.HOST || '127.0.0.1'
  const port = environment.PORT || '3000'
  if (!/^\d{1,5}$/.test(port) || Number(port) < 1 || Number(port) > 65_535) {
    throw new Stop(`PORT must be a number from 1 to 65535, not "${port}".`)
  }
  const everywhere = host === '0.0.0.0' || host === '::'
  const name = everywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host
  const address = environment.NEXTAUTH_URL || `http://${name}:${port}`
  if (!URL.canParse(address)) throw new Stop(`NEXTAUTH_URL is not an address: "${address}".`)
  if (everywhere && !environment.NEXTAUTH_URL) {
    console.error(`Set NEXTAUTH_URL to the address that people use; until then sign-in works at ${address} only.`)
  }
  return { host, port, address, secret: environment.NEXTAUTH_SECRET || keptSecret() }
}

/** The secret that signs sessions: made at the first start, and kept in a file beside the database. */
function keptSecret(): string {
  const file = join(dirname(databaseFile()), 'secret')
  try {
    if (existsSync(file)) return readFileSync(file, 'utf8').trim()
    const secret = randomBytes(32).toString('base64url')
    mkdirSync(dirname(file), { recursive: true })
    // Its owner's alone; where another process made one in between, this start is refused.
    writeFileSync(file, `${secret}\n`, { mode: 0o600, flag: 'wx' })
    return secret
  } catch (error) {
    throw new Stop(`The secret cannot be kept in ${file}: ${error instanceof Error ? error.message : String(error)}.`)
  }
}

/** Until it is released, a signal to us goes to the child, which decides how to end. */
export function passSignalsTo(child: ChildProcess): () => void {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  const pass = (signal: NodeJS.Signals) => {
    // Ctrl-C in a terminal reaches the whole process group already.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
  }
  for (const signal of signals) process.on(signal, pass)
  return () => {
    for (const signal of signals) process.off(signal, pass)
  }
}

/**
 * Starts Next and ends with it, passing signals on; `ready` hears the address once it answers. The ledger must have
 * been migrated before.
 */
export function startServer(mode: Mode, ready: (address: string) => void): void {
  if (mode === 'start' && !existsSync(buildId)) {
    throw new Stop('The application has not been built. Run "npm run build" first.')
  }
  const { host, port, address, secret } = settings(process.env)
  if (secret.length < SHORTEST_SECRET) {
    throw new Stop(`NEXTAUTH_SECRET must have at least ${SHORTEST_SECRET} characters.`)
  }
  const child = spawn(process.execPath, [nextCommand, mode, '-H', host, '-p', port], {
    stdio: ['inherit', 'pipe', 'inherit'],
    env: { ...process.env, HOST: host, PORT: port, NEXTAUTH_URL: address, NEXTAUTH_SECRET: secret },
  })
  let isReady = false
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (isReady) console.log(line)
    else if (/✓ Ready/u.test(line)) {
      isReady = true
      ready(address)
    } else if (!banner.test(line)) console.log(line)
  })
  passSignalsTo(child)
  child.on('error', (error) => {
    console.error(`The server could not be started: ${error.message}.`)
    process.exit(1)
  })
  child.on('close', (code, signal) => process.exit(signal === null ? (code ?? 1) : 128 + constants.signals[signal]))
}
