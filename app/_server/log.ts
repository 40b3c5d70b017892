import { AsyncLocalStorage } from 'node:async_hooks'
import { once } from 'node:events'
import { pino } from 'pino'

/** What the server says of the request that is being answered: on every line that is logged meanwhile. */
type Answering = { requestId: string; userId?: string }

// Next bundles a copy of this file for itself; the storage must be the one that the server fills (app/_http).
const kept = globalThis as typeof globalThis & { requests?: AsyncLocalStorage<Answering> }
kept.requests ??= new AsyncLocalStorage()
export const requests = kept.requests

const lines = pino.destination()

/** One JSON line for each thing worth knowing later. Inputs, cookies and passwords are never passed to it. */
export const log = pino(
  {
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    mixin: () => ({ ...requests.getStore() }),
  },
  lines,
)

/** Writes out what was logged, in its order: at an exit without this a line on its way comes after the last one. */
export async function endLog(): Promise<void> {
  const written = once(lines, 'close')
  lines.end()
  await written
}

/** A bug or a fault of the machine, with the digest that the person was shown. */
export function logFault(error: unknown, about: Record<string, string | undefined>): void {
  const { message, stack } = error instanceof Error ? error : new Error(String(error))
  const digest = typeof error === 'object' && error !== null && 'digest' in error ? error.digest : undefined
  log.error({ event: 'fault', ...about, digest, message, stack })
}
