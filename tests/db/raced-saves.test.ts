import { expect, test } from 'vitest'
import { setFigures, type Theirs } from '#db/commands/set-figures.ts'
import type { Engine } from '#db/engine.ts'
import { embeddedEngine, openDatabase } from '#db/engines/embedded.ts'
import { findActor } from '#db/queries/find-actor.ts'
import { write } from '#db/write.ts'
import type { Refusal } from '#domain/refusal.ts'
import { ledgerFile } from '#tests/support/ledger-file.ts'
import { randomFrom } from '#tests/support/random.ts'
import { expectWhole } from '#tests/support/soundness.ts'

/** Two people save the same cell at once: one of them wins, the other is told what stands there now. */

const RACES = 5_000
const sheet = { unit: 'bac-tu-liem', year: 2024 }
const cells = ['NS-THU', 'NS-THU-THUE', 'NS-CHI'].flatMap((indicator) =>
  (['estimate', 'preliminary', 'official'] as const).map((kind) => ({ indicator, kind })),
)

/** Lets others go first, a few steps or none. */
async function pause(steps: number): Promise<void> {
  for (let step = 0; step < steps; step += 1) await null
}

test('of 10.000 raced saves none is lost, and none is half done', async () => {
  const file = await ledgerFile()
  const random = randomFrom(20_260)
  let overtaken = 0
  const writers = await Promise.all(
    ['editor', 'colleague'].map(async (person) => {
      const database = openDatabase(file, { bulk: true })
      const own = embeddedEngine(database)
      const engine: Engine = {
        ...own,
        async commit(statements) {
          await pause(random(30))
          const committed = await own.commit(statements)
          if (!committed.ok) overtaken += 1
          return committed
        },
      }
      const actor = await findActor(own.reader, person)
      if (!actor) throw new Error(`Nobody is called ${person}.`)
      return { person, database, engine, actor }
    }),
  )
  /** What won in each cell, in its order: the model. */
  const won = cells.map((): string[] => [])
  /** What each loser is told to stand in the contested cell, and what does. */
  const answers: unknown[] = []
  const expected: unknown[] = []

  for (let race = 0; race < RACES; race += 1) {
    const contested = random(cells.length)
    const attempts = writers.map(async ({ engine, actor }, writer) => {
      // Each with a cell of their own beside it: of the loser's nothing may stay.
      const chosen = random(2) === 0 ? [contested] : [(contested + 1 + writer) % cells.length, contested]
      const text = String(race * 2 + writer + 1)
      const changes = chosen.map((cell) => ({
        ...cells[cell],
        quantity: text,
        expectedVersion: won[cell]?.length || null,
      }))
      await pause(random(60))
      const result = await write(engine, setFigures, actor, { ...sheet, key: `race ${race} ${writer}`, changes })
      return { chosen, text, result }
    })
    const outcomes = await Promise.all(attempts)
    const winner = outcomes.find(({ result }) => result.ok)
    const loser = outcomes.find(({ result }) => !result.ok)
    for (const cell of winner?.chosen ?? []) won[cell]?.push(winner?.text ?? '')
    answers.push(winner && loser && !loser.result.ok ? toldOf(loser.result.error, contested) : 'not one winner')
    expected.push({ quantity: winner?.text, version: won[contested]?.length })
  }
  expect(answers).toEqual(expected)

  const [{ database } = { database: undefined }] = writers
  if (!database) throw new Error('Nobody wrote.')
  const kept = database.prepare(`select revisions.version, entered from revisions join lines on lines.id = line_id
    join indicators on indicators.id = indicator_id where code || ' ' || kind = ? order by revisions.version`)
  const stands = database
    .prepare(`select value from figures join lines on lines.id = line_id
    join indicators on indicators.id = indicator_id where code || ' ' || kind = ?`)
    .pluck()
  for (const [cell, texts] of won.entries()) {
    expect(kept.all(nameOf(cell))).toEqual(texts.map((entered, index) => ({ version: index + 1, entered })))
    expect(stands.get(nameOf(cell))).toBe(Number(texts.at(-1)))
  }
  expect(database.prepare("select count(*) from journal where action = 'set_figures'").pluck().get()).toBe(RACES)
  expectWhole(database)
  // Both ways of being late must have been tried: before the plan, and between the plan and its landing.
  expect(overtaken).toBeGreaterThan(RACES / 10)
  expect(RACES - overtaken).toBeGreaterThan(RACES / 10)
  for (const { engine } of writers) engine.close()
})

function toldOf({ code, reason, detail }: Refusal, contested: number) {
  if (code !== 'conflict' || reason !== 'changed_since') return `${code} ${reason}`
  const { theirs } = detail as { theirs: Theirs[] } // as set_figures says it
  const told = theirs.find(({ indicator, kind }) => `${indicator} ${kind}` === nameOf(contested))
  return { quantity: told?.quantity.replaceAll('.', ''), version: told?.version }
}

const nameOf = (cell: number) => `${cells[cell]?.indicator} ${cells[cell]?.kind}`
