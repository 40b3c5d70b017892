/** `npm run restore -- FILE [--yes]`: puts a backup in the place of the ledger of DATABASE_URL, and keeps the latter. */
import { parseArgs } from 'node:util'
import { restore } from '#db/backup.ts'
import { checkLedger } from '#db/check-ledger.ts'
import { databaseFile } from '#db/env.ts'
import { attempt, describe, describeFiles, requireFiles } from './copies.ts'
import { ask } from './prompt.ts'
import { runCommand, Stop } from './stop.ts'

const usage = `Usage: npm run restore -- FILE [--yes]
  FILE   a backup that "npm run backup" made
  --yes  does not ask first`

function readFlags() {
  try {
    const { values, positionals } = parseArgs({ options: { yes: { type: 'boolean' } }, allowPositionals: true })
    const [file, ...rest] = positionals
    if (file && rest.length === 0) return { file, yes: values.yes ?? false }
  } catch (error) {
    throw new Stop(`${error instanceof Error ? error.message : String(error)}\n${usage}`)
  }
  throw new Stop(usage)
}

async function confirm(file: string, ledger: string): Promise<void> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) throw new Stop('Nobody can be asked here; add --yes.')
  console.log(`${file}: ${describe(attempt(failureOf(file), () => checkLedger(file)))}.`)
  if ((await ask(`Put it in the place of ${ledger}? (yes)`)) !== 'yes') throw new Stop('Nothing was restored.')
}

const failureOf = (file: string) => `Nothing was restored from ${file}`

await runCommand(async () => {
  const { file, yes } = readFlags()
  const ledger = databaseFile()
  if (!yes) await confirm(file, ledger)
  const restored = attempt(failureOf(file), () => restore(file, ledger, new Date()))
  console.log(`${ledger} is now ${file}: ${describe(restored)}${describeFiles(restored)}.`)
  if (restored.former !== null) console.log(`The ledger that was there is kept as ${restored.former}.`)
  requireFiles(restored)
})
