import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Engine } from '#db/engine.ts'
import { embeddedEngine, openDatabase } from '#db/engines/embedded.ts'
import { databaseFile } from '#db/env.ts'
import { migrateDatabase } from '#db/migrate.ts'
import { Stop } from './stop.ts'

/**
 * Opens the ledger that DATABASE_URL names, made where there is none, and brings it to this version's schema; `bulk` as
 * in openDatabase.
 */
export function openLedger(options: { bulk?: boolean } = {}): Engine {
  const database = openFile(databaseFile(), options)
  try {
    migrateDatabase(database)
    return embeddedEngine(database)
  } catch (error) {
    database.close()
    throw error
  }
}

function openFile(file: string, options: { bulk?: boolean }) {
  try {
    mkdirSync(dirname(file), { recursive: true })
    return openDatabase(file, options)
  } catch (error) {
    throw new Stop(`The database ${file} cannot be opened: ${error instanceof Error ? error.message : String(error)}.`)
  }
}
