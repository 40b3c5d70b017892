import { pino } from 'pino'

/** One JSON line for each thing worth knowing later. Inputs, cookies and passwords are never passed to it. */
export const log = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime })

/** A bug or a fault of the machine, with the digest that the person was shown. */
export function logFault(error: unknown, about: Record<string, string | undefined>): void {
  const { message, stack } = error instanceof Error ? error : new Error(String(error))
  const digest = typeof error === 'object' && error !== null && 'digest' in error ? error.digest : undefined
  log.error({ event: 'fault', ...about, digest, message, stack })
}
