import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process'
import { once } from 'node:events'

/** A production server of a spec's own, over a database that it made; DATABASE_URL must name it. */
export async function startServer(
  environment: NodeJS.ProcessEnv,
  address: string,
  stdio: StdioOptions = 'ignore',
): Promise<ChildProcess> {
  const server = spawn(process.execPath, ['app/_cli/serve.ts', 'start'], { env: environment, stdio })
  const limit = Date.now() + 120_000
  while (Date.now() < limit && server.exitCode === null) {
    const answer = await fetch(`${address}/readyz`).catch(() => null)
    if (answer?.ok) return server
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  server.kill('SIGTERM')
  throw new Error('The server did not become ready.')
}

export async function stopServer(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return
  const ended = once(server, 'close')
  server.kill('SIGTERM')
  await ended
}
