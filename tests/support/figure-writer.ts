/**
 * A process to be killed: `figure-writer.ts FILE SEED` writes figures through the real door as fast as it can, and
 * says each write on standard output once it is acknowledged, as one line of JSON: an `Acknowledged`.
 */
import { writeSync } from 'node:fs'
import { setFigures } from '#db/commands/set-figures.ts'
import { embeddedEngine, openDatabase } from '#db/engines/embedded.ts'
import { findActor } from '#db/queries/find-actor.ts'
import { write } from '#db/write.ts'
import { randomFrom } from './random.ts'

export type Change = { indicator: string; kind: string; quantity: string; expectedVersion: number | null }
export type Acknowledged = {
  input: { key: string; unit: string; year: number; changes: Change[] }
  output: unknown
}

const [file = '', seed = '0'] = process.argv.slice(2)
const random = randomFrom(Number(seed))
const database = openDatabase(file)
const engine = embeddedEngine(database)
const editor = await findActor(engine.reader, 'editor')
if (!editor) throw new Error('The ledger is not furnished: there is no editor.')

const cells = ['NS-THU', 'NS-THU-THUE', 'NS-CHI'].flatMap((indicator) =>
  ['adopted_plan', 'estimate', 'official'].map((kind) => ({ indicator, kind })),
)
const version = database
  .prepare(`select max(revisions.version) from revisions join lines on lines.id = line_id join indicators on indicators.id = indicator_id
    where code = ? and kind = ?`)
  .pluck()
const versions = cells.map(({ indicator, kind }) => Number(version.get(indicator, kind) ?? 0))

for (let turn = 0; ; turn += 1) {
  const first = random(cells.length)
  // Neighbours, so that a batch is of one to three cells and never of the same twice.
  const chosen = Array.from({ length: 1 + random(3) }, (_, offset) => (first + offset) % cells.length)
  const input = {
    key: `writer-${seed}-${turn}`,
    unit: 'bac-tu-liem',
    year: 2024,
    changes: chosen.map((index) => ({
      ...(cells[index] ?? { indicator: '', kind: '' }),
      // Never what stands there: the version before was of another remainder.
      quantity: String(random(100_000) * 2 + ((versions[index] ?? 0) % 2)),
      expectedVersion: versions[index] || null,
    })),
  }
  const result = await write(engine, setFigures, editor, input)
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.error)}`)
  for (const index of chosen) versions[index] = (versions[index] ?? 0) + 1
  writeSync(1, `${JSON.stringify({ input, output: result.value } satisfies Acknowledged)}\n`)
}
