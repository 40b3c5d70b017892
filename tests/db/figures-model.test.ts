import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type SavedCell, setFigures, type Theirs } from '#db/commands/set-figures.ts'
import { getSheetToEnter } from '#db/queries/unit-sheet.ts'
import type { FigureKind } from '#domain/figure.ts'
import { formatQuantity } from '#domain/quantity-format.ts'
import { refused, testLedger } from '#tests/support/database.ts'
import { expectWhole } from '#tests/support/soundness.ts'

/** Whatever two people type, paste, clear, undo and redo, the ledger is what a plain model of a grid is. */

const sheet = { unit: 'bac-tu-liem', year: 2024 }
const people = ['editor', 'colleague'] as const
const cells = ['NS-THU', 'NS-CHI'].flatMap((indicator) =>
  (['adopted_plan', 'estimate', 'official'] as const).map((kind) => ({
    indicator,
    kind,
    name: `${indicator} ${kind}`,
  })),
)
/** What may be typed, and how it is shown: several ways to say the same are no change. Shown, it may be typed again. */
const shown: Record<string, string> = {
  '': '',
  '0': '0',
  '3.504': '3.504',
  '3504': '3.504',
  '3504,0': '3.504',
  '12,7-13': '12,7–13',
  '>14.000': '> 14.000',
  'trên 14000': '> 14.000',
  '82/82': '82/82',
}

type Cell = (typeof cells)[number]
type Entry = { cell: Cell; text: string; expectedVersion: number }
type Stand = { quantity: string; version: number }
type Revision = { cell: string; version: number; entered: string; key: string }

/** A grid and all that ever became of it. */
function modelGrid() {
  const stands = new Map<string, Stand>(cells.map(({ name }) => [name, { quantity: '', version: 0 }]))
  const revisions: Revision[] = []
  const at = ({ name }: Cell): Stand => stands.get(name) ?? { quantity: '', version: 0 }
  return {
    at,
    stands,
    revisions,
    /** All of them, or, where one is of another version than was seen, none. */
    write(key: string, entries: readonly Entry[]): { stale: Cell[] } {
      const stale = entries.filter(({ cell, expectedVersion }) => at(cell).version !== expectedVersion)
      if (stale.length > 0) return { stale: stale.map(({ cell }) => cell) }
      for (const { cell, text } of entries) {
        const quantity = shown[text] ?? text
        if (quantity === at(cell).quantity) continue
        const version = at(cell).version + 1
        stands.set(cell.name, { quantity, version })
        revisions.push({ cell: cell.name, version, entered: text, key })
      }
      return { stale: [] }
    },
  }
}

/** One step of somebody's: what each cell held before and after, and the version that it made. */
type Step = { cell: Cell; before: string; after: string; version: number }[]

/** The screen of one person: what they saw last, and what they can undo and redo. */
function screenOf(grid: ReturnType<typeof modelGrid>) {
  return { seen: new Map(grid.stands), undo: [] as Step[], redo: [] as Step[] }
}
type Screen = ReturnType<typeof screenOf>

const seenAt = (screen: Screen, { name }: Cell): Stand => screen.seen.get(name) ?? { quantity: '', version: 0 }

type Act = { who: 0 | 1 } & (
  | { act: 'leave'; entries: { cell: Cell; text: string }[] }
  | { act: 'undo' | 'redo' | 'look' }
)

const text = fc.constantFrom(...Object.keys(shown))
const cell = fc.constantFrom(...cells)
const who = fc.constantFrom(0 as const, 1 as const)
const leave = (texts: fc.Arbitrary<string>, most: number) =>
  fc.record({
    who,
    act: fc.constant('leave' as const),
    entries: fc.uniqueArray(fc.record({ cell, text: texts }), {
      minLength: 1,
      maxLength: most,
      selector: (entry) => entry.cell.name,
    }),
  })
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: leave(text, 1) },
  { weight: 3, arbitrary: leave(text, cells.length) },
  { weight: 1, arbitrary: leave(fc.constant(''), 2) },
  { weight: 4, arbitrary: fc.record({ who, act: fc.constantFrom('undo' as const, 'redo' as const, 'look' as const) }) },
)

test('any sequence of typing, pasting, clearing, undoing and redoing leaves what the model has', async () => {
  const happened = { written: 0, refused: 0, undone: 0 }
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 40, size: 'max' }), async (acts) => {
      const ledger = await testLedger()
      const grid = modelGrid()
      const screens = [screenOf(grid), screenOf(grid)] as const

      /** Sends what a screen would, and says whether it was taken; the answer must be the model's. */
      async function send(person: 0 | 1, key: string, entries: readonly Entry[]): Promise<boolean> {
        const screen = screens[person]
        const changes = entries.map(({ cell: { indicator, kind }, text: quantity, expectedVersion }) => ({
          ...{ indicator, kind, quantity },
          expectedVersion: expectedVersion || null,
        }))
        const result = await ledger.as(people[person]).write(setFigures, { ...sheet, key, changes })
        const { stale } = grid.write(key, entries)
        const answered: (SavedCell | Theirs)[] = result.ok ? result.value.saved : theirsIn(refused(result).detail)
        const touched = result.ok ? entries.map((entry) => entry.cell) : stale
        expect(result.ok).toBe(stale.length === 0)
        // What has never been written has no version; in the model it is 0.
        const versioned = answered.map((one) => ({ ...one, version: one.version ?? 0 }))
        expect(versioned).toMatchObject(touched.map((one) => ({ ...place(one), ...grid.at(one) })))
        for (const one of touched) screen.seen.set(one.name, grid.at(one))
        happened[result.ok ? 'written' : 'refused'] += 1
        return result.ok
      }

      for (const [turn, step] of acts.entries()) {
        const key = `the turn ${turn}`
        const screen = screens[step.who]
        if (step.act === 'look') screen.seen = new Map(grid.stands)
        else if (step.act === 'leave') {
          const entries = step.entries.map((entry) => ({
            ...entry,
            expectedVersion: seenAt(screen, entry.cell).version,
          }))
          const before = new Map(screen.seen)
          if (!(await send(step.who, key, entries))) continue
          screen.redo = []
          screen.undo.push(
            step.entries.map((entry) => ({
              cell: entry.cell,
              before: before.get(entry.cell.name)?.quantity ?? '',
              after: entry.text,
              version: grid.at(entry.cell).version,
            })),
          )
        } else {
          const last = screen[step.act].pop()
          if (!last) continue
          const back = step.act === 'undo'
          // Set back from the version that the step made: what somebody wrote there since stays.
          const entries = last.map((one) => ({
            cell: one.cell,
            text: back ? one.before : one.after,
            expectedVersion: one.version,
          }))
          if (!(await send(step.who, key, entries))) continue
          happened.undone += 1
          const other = back ? screen.redo : screen.undo
          other.push(last.map((one) => ({ ...one, version: grid.at(one.cell).version })))
        }
      }

      expect(ledger.database.prepare(revised).all()).toEqual(grid.revisions)
      const writes = new Set(grid.revisions.map(({ key }) => key)).size
      expect(ledger.one("select count(*) from journal where action = 'set_figures'")).toBe(writes)
      const page = await getSheetToEnter(ledger.engine.reader, await ledger.person('editor'), sheet.unit, sheet.year)
      for (const one of cells) {
        const line = page?.lines.find(({ indicator }) => indicator.code === one.indicator)
        expect(standOf(line?.figures[one.kind])).toEqual(grid.at(one))
      }
      expectWhole(ledger.database)
      ledger.engine.close()
    }),
    { numRuns: 300 },
  )
  // A property of nothing would hold as well.
  for (const count of Object.values(happened)) expect(count).toBeGreaterThan(100)
})

const revised = `select code || ' ' || kind as cell, revisions.version, entered, key from revisions
  join lines on lines.id = line_id join indicators on indicators.id = indicator_id
  join journal on journal.id = journal_id order by seq, revisions.rowid`

const place = ({ indicator, kind }: Cell): { indicator: string; kind: FigureKind } => ({ indicator, kind })
const theirsIn = (detail: unknown) => (detail as { theirs: Theirs[] }).theirs // as set_figures says it

type Figure = { quantity: Parameters<typeof formatQuantity>[0] | null; version: number }
const standOf = (figure: Figure = { quantity: null, version: 0 }): Stand => ({
  quantity: figure.quantity ? formatQuantity(figure.quantity, { style: 'vi' }) : '',
  version: figure.version,
})
