import { type ChildProcess, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from './free-port.ts'
import { startServer, stopServer } from './own-server.ts'

/** A ledger of a spec's own with the published figures and the demo accounts, and a production server over it. */
export async function ownLedger(name: string) {
  const folder = mkdtempSync(join(tmpdir(), `so-chi-tieu-${name}-`))
  const file = join(folder, 'app.db')
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const environment = { ...process.env, DATABASE_URL: `file:${file}`, PORT: String(port), NEXTAUTH_URL: address }
  let server: ChildProcess | undefined
  return {
    file,
    address,
    seed() {
      const { status } = spawnSync(process.execPath, ['app/_cli/seed.ts', '--published', '--accounts'], {
        env: environment,
      })
      if (status !== 0) throw new Error('The seed failed.')
    },
    async start() {
      server = await startServer(environment, address)
    },
    /** As a power cut does it. */
    async kill() {
      if (!server) return
      const gone = once(server, 'close')
      server.kill('SIGKILL')
      await gone
    },
    async remove() {
      if (server) await stopServer(server)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
