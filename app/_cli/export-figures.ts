/** `npm run figures:export`: writes figures of the ledger of DATABASE_URL to a file, as the screens export them. */
import { createWriteStream } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { nanoid } from 'nanoid'
import { figuresFile } from '#app/_export/figures-file.ts'
import { exportFigures } from '#db/commands/export-figures.ts'
import { ensureSystemActor } from '#db/system-actor.ts'
import { write } from '#db/write.ts'
import { exportFiguresInput, exportFormats } from '#domain/inputs/export-figures.ts'
import { openLedger } from './ledger-file.ts'
import { requireDone } from './say-refusal.ts'
import { runCommand, Stop } from './stop.ts'
import { vietnamese } from './vietnamese.ts'

const usage = `Usage: npm run figures:export -- [--layout LAYOUT] [--year Y] [--unit UNIT] … [--out FILE]
  --layout     ${exportFormats.join(', ')} (data where none is named)
  --year, --from, --to, --unit, --parent, --indicator, --group, --verdict, --q
               which figures, as the screens filter them; all where nothing is said
  --worksheets of an xlsx: year or unit
  --out        the file, or the folder that it goes to under a name that says what it holds`

const text = { type: 'string' } as const
const options = {
  ...{ layout: text, year: text, from: text, to: text, unit: text, parent: text, indicator: text },
  ...{ group: text, verdict: text, q: text, worksheets: text, out: text },
}

function readFlags() {
  try {
    return parseArgs({ options }).values
  } catch (error) {
    throw new Stop(`${error instanceof Error ? error.message : String(error)}\n${usage}`)
  }
}

/** Says every five seconds how much is written. */
async function* heard(chunks: AsyncIterable<string | Uint8Array>): AsyncGenerator<Uint8Array, void> {
  let [bytes, said] = [0, Date.now()]
  for await (const chunk of chunks) {
    const part = Buffer.from(chunk)
    bytes += part.length
    yield part
    if (Date.now() - said < 5000) continue
    said = Date.now()
    console.log(`${Math.ceil(bytes / 1000)} kB`)
  }
}

const isFolder = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => null))?.isDirectory() ?? path.endsWith('/')

/** A file stands under its name only when it is whole. */
async function save(path: string, chunks: AsyncIterable<string | Uint8Array>): Promise<void> {
  const partial = `${path}.partial`
  try {
    await pipeline(heard(chunks), createWriteStream(partial, { mode: 0o600 }))
    await rename(partial, path)
  } catch (error) {
    await rm(partial, { force: true })
    // Faults of the system carry a code.
    throw error instanceof Error && 'code' in error
      ? new Stop(`Nothing was written to ${path}: ${error.message}.`)
      : error
  }
}

await runCommand(async () => {
  const { out = '.', ...flags } = readFlags()
  const asked = { ...flags, key: nanoid() }
  const engine = openLedger()
  try {
    const actor = await ensureSystemActor(engine, 'operator')
    requireDone(await write(engine, exportFigures, actor, asked))
    const taker = { actor, reader: engine.reader }
    const { name, chunks } = figuresFile(taker, exportFiguresInput.parse(asked), new Date(), vietnamese)
    const path = (await isFolder(out)) ? join(out, name) : out
    await save(path, chunks)
    console.log(`${path}: ${Math.ceil((await stat(path)).size / 1000)} kB.`)
  } finally {
    engine.close()
  }
})
