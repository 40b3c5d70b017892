import 'server-only'
import type { Engine } from '#db/engine.ts'
import { journal } from '#db/schema/journal.ts'
import { log } from './log.ts'

declare global {
  /** Migrated, opened and closed by the server (app/_cli/server.ts), whose process this is. */
  var openedLedger: Engine | undefined
}

/** The one open ledger of this process. */
export const ledger = (): Engine => {
  if (!globalThis.openedLedger) throw new Error('The application was not started by app/_cli/serve.ts.')
  return globalThis.openedLedger
}

/** True where the ledger answers. */
export async function isReady(): Promise<boolean> {
  try {
    await ledger().reader.select({ at: journal.at }).from(journal).limit(1)
    return true
  } catch (error) {
    log.error({ event: 'not_ready', message: error instanceof Error ? error.message : String(error) })
    return false
  }
}
