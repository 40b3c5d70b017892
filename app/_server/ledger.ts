import 'server-only'
import type { Engine } from '#db/engine.ts'
import { embeddedEngine, openDatabase } from '#db/engines/embedded.ts'
import { databaseFile } from '#db/env.ts'
import { journal } from '#db/schema/journal.ts'
import { log } from './log.ts'

const kept = globalThis as typeof globalThis & { ledger?: Engine }

/** The one open ledger of this process; kept across the module reloads of development. */
export const ledger = (): Engine => {
  kept.ledger ??= embeddedEngine(openDatabase(databaseFile()))
  return kept.ledger
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
