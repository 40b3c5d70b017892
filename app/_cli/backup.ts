/** `npm run backup [-- --out FOLDER] [--keep N]`: copies the ledger of DATABASE_URL, while a server may be writing. */
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { backUp, pruneBackups } from '#db/backup.ts'
import { databaseFile } from '#db/env.ts'
import { attempt, describe, describeFiles, requireFiles } from './copies.ts'
import { runCommand, Stop } from './stop.ts'

const usage = `Usage: npm run backup -- [--out FOLDER] [--keep N]
  --out   where the backup goes (backups, beside the database, where none is named)
  --keep  removes the oldest backups there, so that N are left`

function readFlags() {
  try {
    const { values } = parseArgs({ options: { out: { type: 'string' }, keep: { type: 'string' } } })
    if (values.keep === undefined || /^[1-9]\d{0,5}$/.test(values.keep)) return values
  } catch (error) {
    throw new Stop(`${error instanceof Error ? error.message : String(error)}\n${usage}`)
  }
  throw new Stop(`--keep must be a number from 1 on.\n${usage}`)
}

await runCommand(async () => {
  const { out, keep } = readFlags()
  const ledger = databaseFile()
  const folder = out ?? join(dirname(ledger), 'backups')
  const made = attempt(`No backup was made of ${ledger}`, () => backUp(ledger, folder, new Date()))
  console.log(`${made.file}: ${(made.bytes / 1e6).toFixed(1)} MB, ${describe(made)}${describeFiles(made)}.`)
  const removed = attempt('Older backups could not be removed', () =>
    keep === undefined ? 0 : pruneBackups(made.file, Number(keep)),
  )
  if (removed > 0) console.log(`Removed ${removed} older.`)
  requireFiles(made)
})
