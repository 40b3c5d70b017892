import { join } from 'node:path'
import { defineConfig } from '@playwright/test'

/** Set by tests/support/e2e.ts, which is how these tests are run. */
function required(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set. Run the end-to-end tests with: npm run test:e2e`)
  return value
}

const root = join(import.meta.dirname, '..')
const address = required('NEXTAUTH_URL')
const flags = ['background-networking', 'component-update', 'sync', 'dev-shm-usage'].map((what) => `--disable-${what}`)

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'reports/results',
  reporter: [['line'], ['html', { open: 'never', outputFolder: 'reports/html' }]],
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  // One server and one database for all: a spec that writes uses a sheet that no other spec touches, so that two run
  // side by side.
  workers: 2,
  // Far beyond what is needed: a busy machine is no failure, only a thing that never comes is.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  use: {
    baseURL: address,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: required('E2E_CHROMIUM'),
      args: [...flags, '--no-first-run', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    },
  },
  webServer: {
    // The launcher itself: npm in between would leave the server behind.
    command: `"${process.execPath}" app/_cli/launch.mjs node app/_cli/serve.ts start`,
    cwd: root,
    url: `${address}/readyz`,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
    stdout: 'ignore',
    stderr: 'pipe',
  },
})
