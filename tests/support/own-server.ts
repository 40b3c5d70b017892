import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'

/** A server that this Node runs, once it answers at `ready`. Throws where it ends instead, or needs two minutes. */
export async function startUntilReady(
  command: string[],
  ready: string,
  env: NodeJS.ProcessEnv,
  stdio: StdioOptions,
): Promise<ChildProcess> {
  const server = spawn(process.execPath, command, { env, stdio })
  const limit = Date.now() + 120_000
  while (Date.now() < limit && isRunning(server)) {
    if (await answers(ready)) return server
    await setTimeout(10)
  }
  await stopServer(server)
  throw new Error(`${command.join(' ')} did not become ready.`)
}

const isRunning = ({ exitCode, signalCode }: ChildProcess) => exitCode === null && signalCode === null

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    async (response) => {
      await response.arrayBuffer()
      return response.ok
    },
    () => false,
  )

/** A production server of a spec's own, over a database that it made; DATABASE_URL must name it. */
export const startServer = (env: NodeJS.ProcessEnv, address: string, stdio: StdioOptions = 'ignore') =>
  startUntilReady(['app/_cli/serve.ts', 'start'], `${address}/readyz`, env, stdio)

export async function stopServer(server: ChildProcess): Promise<void> {
  if (!isRunning(server)) return
  const ended = once(server, 'close')
  server.kill('SIGTERM')
  await ended
}
