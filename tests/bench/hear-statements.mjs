// Loaded into the measured server (node --import): writes one byte to HEARD for every statement that it runs.
import { appendFileSync } from 'node:fs'
import Database from 'better-sqlite3'

const heard = process.env.HEARD
const database = new Database(':memory:')
const statement = Object.getPrototypeOf(database.prepare('select 1'))
database.close()
for (const verb of ['all', 'get', 'run', 'iterate']) {
  const run = statement[verb]
  statement[verb] = function (...params) {
    appendFileSync(heard, '.')
    return run.apply(this, params)
  }
}
