import type { Server } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { endLog, log } from '#app/_server/log.ts'

/** Milliseconds for what is being answered; a supervisor commonly waits longer before it kills. */
const PATIENCE = 10_000
/** Milliseconds in which a second signal is an echo: a supervisor signals every process, and the launcher passes it on. */
const ECHO = 1000
/** Milliseconds for the last lines of the log. */
const LAST_LINES = 1000

/**
 * Stops accepting, lets what runs end (a file being read, a save), then calls `release`. True where everything ended
 * by itself; false where the patience did, and connections were cut. The server must spare its readers.
 */
export async function stopServer(server: Server, release: () => Promise<void>, patience = PATIENCE): Promise<boolean> {
  let ended = true
  // A connection that has had its answer is idle, and would be kept for the next one.
  const idle = setInterval(() => server.closeIdleConnections(), 50)
  const limit = globalThis.setTimeout(() => {
    ended = false
    server.closeAllConnections()
  }, patience)
  await new Promise((resolve) => server.close(resolve))
  clearInterval(idle)
  clearTimeout(limit)
  await release()
  return ended
}

/** Calls `stop` at the first signal and exits by its answer: 0 where all ended, 1 where not. A second one ends at once. */
export function stopOnSignals(stop: () => Promise<boolean>): void {
  let asked: number | undefined
  const hear = (signal: NodeJS.Signals) => {
    const now = performance.now()
    if (asked !== undefined && now - asked > ECHO) process.exit(1)
    if (asked !== undefined) return
    asked = now
    log.info({ event: 'stopping', signal })
    const leave = async (code: number) => {
      // Nobody may be reading.
      await Promise.race([endLog(), setTimeout(LAST_LINES)])
      process.exit(code)
    }
    stop().then(
      (ended) => {
        log[ended ? 'info' : 'warn']({ event: ended ? 'stopped' : 'stopped_by_force' })
        return leave(ended ? 0 : 1)
      },
      (error: unknown) => {
        log.error({ event: 'stop_failed', message: String(error) })
        return leave(1)
      },
    )
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, hear)
}
