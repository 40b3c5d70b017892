import 'server-only'
import type { Engine } from '#db/engine.ts'
import { embeddedEngine, openDatabase } from '#db/engines/embedded.ts'
import { databaseFile } from '#db/env.ts'
import { journal } from '#db/schema/journal.ts'
import { log } from './log.ts'

declare global {
  /** Kept across the module reloads of development, and closed by the server that stops (app/_cli/server.ts). */
  var openedLedger: Engine | undefined
}

/** The one open ledger of this process. */
export const ledger = (): Engine => {
  globalThis.openedLedger ??= embeddedEngine(openDatabase(databaseFile()))
  return globalThis.openedLedger
}

/** True where the ledger opens and answers. */
export async function isReady(): Promise<boolean> {
  try {
    await ledger().reader.select({ at: journal.at }).from(journal).limit(1)
    return true
  } catch (error) {
    log.error({ event: 'not_ready', message: error instanceof Error ? error.message : String(error) })
    return false
  }
}
