/**
 * `npm run test:e2e [-- playwright arguments]`: finds a browser, builds the application if its sources are newer than
 * the build, seeds a fresh database and runs Playwright against the production server.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildIfNeeded } from '#app/_cli/build.ts'
import { requireChromium } from '#tests/support/browser.ts'
import { freePort } from '#tests/support/free-port.ts'

/** The command that fills an empty database with the published facts and the demo accounts. */
const seed = ['app/_cli/seed.ts', '--published', '--accounts']
const tool = (file: string) => fileURLToPath(import.meta.resolve(file))

let running: ChildProcess | null = null

/** Runs a script; not through the launcher, under which we are already, so that signals take no detour. */
function run(command: string[], env: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve) => {
    running = spawn(process.execPath, command, { stdio: 'inherit', env: { ...process.env, ...env } })
    running.on('close', (code) => resolve(code ?? 1))
  })
}

async function must(what: string, command: string[], env: Record<string, string> = {}): Promise<void> {
  const code = await run(command, env)
  if (code !== 0) throw new Error(`${what} failed (exit code ${code}).`)
}

async function main(): Promise<number> {
  const browser = requireChromium()
  console.log(`Browser: ${browser}`)
  await buildIfNeeded()

  const folder = mkdtempSync(join(tmpdir(), 'so-chi-tieu-e2e-'))
  try {
    const port = String(await freePort())
    const env = {
      // Whatever the run leaves behind, a killed browser's profile too, goes with the folder.
      TMPDIR: folder,
      E2E_CHROMIUM: browser,
      DATABASE_URL: `file:${join(folder, 'e2e.db')}`,
      DEMO: '1',
      HOST: '127.0.0.1',
      PORT: port,
      NEXTAUTH_URL: `http://127.0.0.1:${port}`,
      NEXTAUTH_SECRET: randomBytes(32).toString('hex'),
    }
    await must('The seed', seed, env)
    const options = ['--config', 'tests/playwright.config.ts', ...process.argv.slice(2)]
    return await run([tool('@playwright/test/cli'), 'test', ...options], env)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

// Playwright stops its server on SIGINT only. Ctrl-C reaches it by itself; we stay until it has ended.
process.on('SIGTERM', () => running?.kill('SIGINT'))
process.on('SIGINT', () => {
  if (!process.stdin.isTTY) running?.kill('SIGINT')
})
try {
  process.exitCode = await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
