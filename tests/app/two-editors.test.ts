import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import { type CellKey, cellKey } from '#components/entry/cell-place.ts'
import { aim } from '#components/entry/cell-state.ts'
import { createEntryStore, type EntryStore } from '#components/entry/entry-store.ts'
import { sendParcel } from '#components/entry/send-parcel.ts'
import { setFigures } from '#db/commands/set-figures.ts'
import { getSheet } from '#db/queries/unit-sheet.ts'
import type { Quantity } from '#domain/quantity.ts'
import { httpStatus } from '#domain/refusal.ts'
import type { SheetLine } from '#domain/sheet.ts'
import { type Ledger, type Person, testLedger } from '#tests/support/database.ts'

/**
 * Two editors at one sheet, each with a browser, over the real write door. Whatever they do and however their requests
 * arrive, the ledger holds what somebody meant, every change has its revision, and nobody's text is gone unseen.
 */

const sheet = { unit: 'bac-tu-liem', year: 2024 }
const codes = ['NS-THU', 'NS-THU-THUE', 'NS-CHI'] as const
const keys = codes.flatMap((code) => [cellKey(code, 'adopted_plan'), cellKey(code, 'estimate')])

/** What becomes of a request: it arrives; it arrives and its answer is lost; it is lost itself. */
const fates = ['arrives', 'unanswered', 'lost'] as const
type Fate = (typeof fates)[number]

async function readLines(ledger: Ledger): Promise<SheetLine[]> {
  const read = await getSheet(ledger.engine.reader, await ledger.person('editor'), sheet.unit, sheet.year)
  return [...(read?.lines ?? [])]
}

const numberOf = (quantity: Quantity | null | undefined) => quantity?.value ?? null

const numberIn = (text: string) => (text === '' ? null : Number(text))

/** A browser of one of them: its requests wait until the test says what becomes of them. */
function browserOf(ledger: Ledger, person: Person, lines: SheetLine[]) {
  const waiting: (() => Promise<void>)[] = []
  let fate: Fate = 'arrives'
  async function carry(body: Record<string, unknown>): Promise<Response> {
    if (fate === 'lost') throw new TypeError('Failed to fetch')
    const { as: _as, ...fields } = body
    const result = await ledger.as(person).write(setFigures, { ...fields, ...sheet })
    if (fate === 'unanswered') throw new TypeError('Failed to fetch')
    return result.ok
      ? Response.json(result.value)
      : Response.json(result.error, { status: httpStatus[result.error.code] })
  }
  const store = createEntryStore({
    ...{ lines, locale: 'vi', needsReason: false, active: null },
    send: (parcel) =>
      new Promise((resolve) => {
        waiting.push(async () => {
          vi.stubGlobal('fetch', (_path: string, { body }: { body: string }) => carry(JSON.parse(body)))
          resolve(await sendParcel(sheet, person, parcel, 'vi'))
          await new Promise((settled) => setTimeout(settled))
        })
      }),
  })
  /** The last change of each cell that this person made and did not take back. */
  const meant = new Map<CellKey, number | null>()
  const wanted = (key: CellKey) => {
    const cell = store.cell(key)
    return cell ? numberOf(aim(cell)) : null
  }
  return {
    store,
    meant,
    async act(one: Deed) {
      const before = new Map(keys.map((key) => [key, wanted(key)]))
      await act(this, ledger, one)
      for (const { key } of textsOf(one)) {
        const cell = store.cell(key)
        // Left again as it is recorded, before anything was sent, means nothing any more.
        if (cell && !cell.next && !cell.attempt && !cell.trouble) meant.delete(key)
        else if (cell?.trouble) meant.set(key, numberIn(cell.trouble.text))
        else if (wanted(key) !== before.get(key)) meant.set(key, wanted(key))
      }
      if (one.do === 'undo' || one.do === 'redo') for (const key of keys) meant.delete(key)
    },
    /** The request that is on its way, if there is one, meets its fate. */
    async deliver(of: Fate) {
      fate = of
      await waiting.shift()?.()
    },
    async deliverAll() {
      for (let turn = 0; turn < 50; turn += 1) {
        if (waiting.length === 0) store.retry()
        if (waiting.length === 0) return
        await this.deliver('arrives')
      }
      throw new Error('It never ends.')
    },
  }
}

const value = fc.integer({ min: 0, max: 9 }).map(String)
const deed = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('type' as const), key: fc.constantFrom(...keys), text: value }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('paste' as const),
      from: fc.nat(keys.length - 2),
      texts: fc.array(value, { minLength: 2, maxLength: 4 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('clear' as const), key: fc.constantFrom(...keys) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('undo' as const, 'redo' as const) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('deliver' as const), fate: fc.constantFrom(...fates) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('retry' as const, 'look' as const, 'reason' as const) }) },
)
type Deed = typeof deed extends fc.Arbitrary<infer One> ? One : never

const textsOf = (one: Deed): { key: CellKey; text: string }[] => {
  if (one.do === 'type') return [{ key: one.key, text: one.text }]
  if (one.do === 'clear') return [{ key: one.key, text: '' }]
  if (one.do !== 'paste') return []
  return keys.slice(one.from, one.from + one.texts.length).map((key, index) => ({ key, text: one.texts[index] ?? '' }))
}

const figuresOf = (lines: readonly SheetLine[]) =>
  lines.flatMap(({ indicator: { code }, figures }) =>
    (['adopted_plan', 'estimate'] as const).flatMap((kind) => {
      const figure = figures[kind]
      return figure ? [{ indicator: code, kind, ...figure }] : []
    }),
  )

async function act(browser: ReturnType<typeof browserOf>, ledger: Ledger, one: Deed) {
  const { store } = browser
  switch (one.do) {
    case 'type':
    case 'paste':
    case 'clear':
      return store.leaveAll(textsOf(one))
    case 'undo':
      return store.undo()
    case 'redo':
      return store.redo()
    case 'deliver':
      return browser.deliver(one.fate)
    case 'retry':
      return store.retry()
    case 'reason':
      return store.giveReason('Theo văn bản')
    case 'look':
      return store.receive(figuresOf(await readLines(ledger)))
  }
}

const shown = (store: EntryStore, key: CellKey) => numberOf(store.cell(key)?.recorded.quantity)

afterEach(() => vi.unstubAllGlobals())

test('whatever they do, the ledger is the sum of it, and nothing is lost unseen', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.nat(1), deed), { maxLength: 40 }), async (deeds) => {
      const ledger = await testLedger()
      const lines = await readLines(ledger)
      const browsers = [browserOf(ledger, 'editor', lines), browserOf(ledger, 'colleague', lines)]
      for (const [who, one] of deeds) {
        const browser = browsers[who]
        await browser?.act(one)
      }
      for (const browser of browsers) await browser.deliverAll()
      const figures = figuresOf(await readLines(ledger))
      for (const { store } of browsers) store.receive(figures)

      for (const key of keys) {
        const [code, kind] = key.split('.')
        const held = figures.find((one) => one.indicator === code && one.kind === kind)
        for (const { store } of browsers) {
          // Everybody sees what the ledger holds, and has nothing on its way.
          expect(shown(store, key)).toBe(numberOf(held?.quantity))
          expect(store.cell(key)).toMatchObject({ attempt: null, next: null })
        }
        // Each version is there once, and the last one is the figure.
        const revisions = ledger.database
          .prepare(
            `select r.version, r.value from revisions r
             join lines l on l.id = r.line_id join indicators i on i.id = l.indicator_id
             where i.code = ? and r.kind = ? order by r.version`,
          )
          .all(code, kind) as { version: number; value: number | null }[] // the columns that it selects
        expect(revisions.map(({ version }) => version)).toEqual(revisions.map((_, index) => index + 1))
        expect(held?.version ?? 0).toBe(revisions.length)
        expect(numberOf(held?.quantity)).toBe(revisions.at(-1)?.value ?? null)
        // Whoever's value is not what the ledger holds either wrote another since, or is told of the other's.
        for (const { store, meant } of browsers) {
          const mine = meant.get(key)
          if (mine === undefined) continue
          const trouble = store.cell(key)?.trouble
          const told = trouble && numberIn(trouble.text) === mine
          // Two who enter the same do not disagree: the revision is that of the first.
          const arrived = revisions.some(({ value: written }) => written === mine)
          expect(arrived || told || numberOf(held?.quantity) === mine).toBe(true)
        }
      }
    }),
    { numRuns: 100 },
  )
})
