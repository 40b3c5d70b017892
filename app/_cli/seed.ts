/** `npm run seed -- --published [--accounts]`: loads the published facts, and the demo's accounts, into DATABASE_URL. */
import { parseArgs } from 'node:util'
import { seedDemo } from '#db/seed/demo-accounts.ts'
import { seedPublished } from '#db/seed/seed-published.ts'
import { openLedger } from './ledger-file.ts'
import { runCommand, Stop } from './stop.ts'

const usage = `Usage: npm run seed -- --published [--accounts]
  --published  the published facts, with their units, indicators, documents and sheets
  --accounts   the accounts of the demo, whose password everybody knows`

function readFlags(): { accounts: boolean } {
  try {
    const { values } = parseArgs({ options: { published: { type: 'boolean' }, accounts: { type: 'boolean' } } })
    if (values.published) return { accounts: values.accounts ?? false }
  } catch (error) {
    throw new Stop(`${error instanceof Error ? error.message : String(error)}\n${usage}`)
  }
  throw new Stop(usage)
}

await runCommand(async () => {
  const { accounts } = readFlags()
  const engine = openLedger()
  try {
    await (accounts ? seedDemo(engine) : seedPublished(engine))
  } finally {
    engine.close()
  }
  console.log(`The published facts are loaded${accounts ? ', and the accounts of the demo' : ''}.`)
})
