/** What was acknowledged is there, and nothing is there by half, whenever the process is killed. */
import { globSync, readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { setFigures } from '#db/commands/set-figures.ts'
import { write } from '#db/write.ts'
import { expectKept, ledgerFile, startWriter, within } from '#tests/support/ledger-file.ts'
import { randomFrom } from '#tests/support/random.ts'
import { expectWhole } from '#tests/support/soundness.ts'

/** KILLS=200 for a longer run, KILL_SEED for other moments. */
const kills = Number(process.env.KILLS ?? 8)
const seed = Number(process.env.KILL_SEED ?? 1)
const figureWrites = "select count(*) from journal where action = 'set_figures'"

// Two ledgers, because most of the time is a writer's start.
test.concurrent.each([1, 2])(
  `a writer killed again and again loses nothing that it acknowledged (ledger %i)`,
  { timeout: kills * 5000 },
  async (which) => {
    const file = await ledgerFile()
    const random = randomFrom(seed * 2 + which)
    let before = 0
    for (let round = 0; round < kills / 2; round += 1) {
      const writer = await startWriter(file, seed * 1000 + round)
      await setTimeout(random(80))
      await writer.kill()
      const acknowledged = writer.heard()
      const last = acknowledged.at(-1)

      await within(file, async (ledger) => {
        expectWhole(ledger.database)
        expectKept(ledger, acknowledged)
        // The one that was being written may have landed unheard.
        const landed = Number(ledger.one(figureWrites))
        expect([acknowledged.length, acknowledged.length + 1]).toContain(landed - before)
        before = landed

        const again = await write(ledger.engine, setFigures, await ledger.person('editor'), last?.input)
        expect(again).toEqual({ ok: true, value: last?.output })
        expect(ledger.one(figureWrites)).toBe(landed)
      })
    }
  },
)

test('a ledger is opened for writing in one place, and only the seed asks for less than its promises', () => {
  const sources = globSync('{app,components,db,domain}/**/*.{ts,tsx}')
  const saying = (words: RegExp) => sources.filter((file) => words.test(readFileSync(file, 'utf8'))).sort()
  // The other two read copies, and fold the log of a ledger that is being replaced.
  expect(saying(/new Database\(/)).toEqual(['db/backup.ts', 'db/check-ledger.ts', 'db/engines/embedded.ts'])
  expect(saying(/bulk: true/)).toEqual(['app/_cli/seed.ts'])
})
