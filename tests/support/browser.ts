/** Finds a Chromium for the end-to-end tests, or installs one. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'

const systemNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const otherPlaces = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']

/** A browser counts only if it starts: a stub, or one without its libraries, does not answer. */
const answers = (path: string) => spawnSync(path, ['--version'], { timeout: 20_000, stdio: 'ignore' }).status === 0

function playwrightBuild(): string | null {
  const path = chromium.executablePath()
  return existsSync(path) && answers(path) ? path : null
}

function systemBrowser(): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  const candidates = [...systemNames.flatMap((name) => folders.map((folder) => join(folder, name))), ...otherPlaces]
  return candidates.find((path) => existsSync(path) && answers(path)) ?? null
}

/** Runs an installer, its output shown; true if it succeeded. */
function install(command: string, args: string[], env: Record<string, string>): boolean {
  console.log(`$ ${command} ${args.join(' ')}`)
  return spawnSync(command, args, { stdio: 'inherit', timeout: 600_000, env: { ...process.env, ...env } }).status === 0
}

const isRoot = process.getuid?.() === 0
const playwright = (...args: string[]) =>
  // A network that swallows packets must not hold the tests up: Playwright tries five times.
  install(process.execPath, ['app/_cli/launch.mjs', 'playwright', ...args], {
    PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000',
  })

function installPlaywrightBuild(): string | null {
  if (!playwright('install', 'chromium', '--no-shell')) return null
  const path = playwrightBuild()
  if (path !== null || !isRoot) return path
  return playwright('install-deps', 'chromium') ? playwrightBuild() : null
}

function installFromDebian(): string | null {
  const apt = (...args: string[]) => {
    const command = ['apt-get', '-o', 'DPkg::Lock::Timeout=120', ...args]
    const [first = '', ...rest] = isRoot ? command : ['sudo', '-n', 'DEBIAN_FRONTEND=noninteractive', ...command]
    return install(first, rest, { DEBIAN_FRONTEND: 'noninteractive' })
  }
  const installed = apt('update') && apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-core')
  return installed ? systemBrowser() : null
}

/**
 * The path of a Chromium that starts: the one named by E2E_CHROMIUM, Playwright's own, the system's, or one installed
 * now (Playwright's build, else Debian's package). Throws with what to do where there is none.
 */
export function requireChromium(): string {
  const named = process.env.E2E_CHROMIUM
  if (named) {
    if (answers(named)) return named
    throw new Error(`E2E_CHROMIUM names ${named}, which does not answer --version.`)
  }
  const path = playwrightBuild() ?? systemBrowser() ?? installPlaywrightBuild() ?? installFromDebian()
  if (path === null) {
    throw new Error('No Chromium was found and none could be installed. Install one, or name it in E2E_CHROMIUM.')
  }
  return path
}
