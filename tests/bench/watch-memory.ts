import { setInterval } from 'node:timers/promises'
import type { Server } from './servers.ts'

/** Bytes of the largest process of the server; null where the system does not say. */
export type Memory = { idle: number; peak: number } | null

/** Looks at the memory of a server twenty times a second, until it is told to end. */
export function watchMemory(server: Server): { end(): Promise<Memory> } {
  const idle = server.memory()
  let peak = idle
  const stopped = new AbortController()
  const watching = (async () => {
    try {
      for await (const _ of setInterval(50, undefined, { signal: stopped.signal })) {
        peak = Math.max(peak ?? 0, server.memory() ?? 0)
      }
    } catch (error) {
      if (!stopped.signal.aborted) throw error
    }
  })()
  return {
    async end() {
      stopped.abort()
      await watching
      return idle === null || peak === null ? null : { idle, peak }
    },
  }
}
