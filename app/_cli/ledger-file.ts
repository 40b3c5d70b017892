import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Engine } from '#db/engine.ts'
import { embeddedEngine, openDatabase } from '#db/engines/embedded.ts'
import { databaseFile } from '#db/env.ts'
import { migrateDatabase } from '#db/migrate.ts'
import { Stop } from './stop.ts'

/** Opens the ledger that DATABASE_URL names, made where there is none, and brings it to this version's schema. */
export function openLedger(): Engine {
  const database = openFile(databaseFile())
  try {
    migrateDatabase(database)
    return embeddedEngine(database)
  } catch (error) {
    database.close()
    throw error
  }
}

function openFile(file: string) {
  try {
    mkdirSync(dirname(file), { recursive: true })
    return openDatabase(file)
  } catch (error) {
    throw new Stop(`The database ${file} cannot be opened: ${error instanceof Error ? error.message : String(error)}.`)
  }
}

/** Migrates the ledger, and leaves it to the server that opens it next. */
export const migrateLedger = (): void => openLedger().close()
