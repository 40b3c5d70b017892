/** `npm run seed`: loads the published facts, or a generated ledger of a size, into DATABASE_URL. */
import { parseArgs } from 'node:util'
import type { Engine } from '#db/engine.ts'
import { seedDemo } from '#db/seed/demo-accounts.ts'
import { generateLedger, ledgerSizes } from '#db/seed/generate.ts'
import { seedPublished } from '#db/seed/seed-published.ts'
import { openLedger } from './ledger-file.ts'
import { runCommand, Stop } from './stop.ts'

const usage = `Usage: npm run seed -- --published | --size S|M|L [--accounts]
  --published  the published facts, with their units, indicators, documents and sheets
  --size       made-up figures to measure with: S has 4.500 lines, M ten times that, L a million
  --accounts   accounts to try it with, whose password everybody knows`

type Seed = { what: string; accounts: boolean; run: (engine: Engine) => Promise<void> }

const isSize = (size: string): size is keyof typeof ledgerSizes => Object.hasOwn(ledgerSizes, size)

function readFlags(): Seed {
  const { published, size, accounts } = parseFlags()
  if (published && size === undefined) {
    return { what: 'The published facts are', accounts, run: accounts ? seedDemo : seedPublished }
  }
  if (published || size === undefined || !isSize(size)) throw new Stop(usage)
  return {
    what: `The generated figures of size ${size} are`,
    accounts,
    run: (engine) => generateLedger(engine, ledgerSizes[size], { accounts, progress }),
  }
}

function parseFlags() {
  const options = {
    published: { type: 'boolean', default: false },
    size: { type: 'string' },
    accounts: { type: 'boolean', default: false },
  } as const
  try {
    return parseArgs({ options }).values
  } catch (error) {
    throw new Stop(`${error instanceof Error ? error.message : String(error)}\n${usage}`)
  }
}

let said = Date.now()

/** A line every five seconds: a large ledger takes minutes. */
function progress(done: number, total: number): void {
  if (Date.now() - said < 5000) return
  said = Date.now()
  console.log(`${done} of ${total} sheets`)
}

await runCommand(async () => {
  const { what, accounts, run } = readFlags()
  const engine = openLedger({ bulk: true })
  try {
    await run(engine)
  } finally {
    engine.close()
  }
  console.log(`${what} loaded${accounts ? ', and accounts to try them with' : ''}.`)
})
