/** A ledger for a test: a copy of one that was migrated and furnished once, written through the real door. */
import type Database from 'better-sqlite3'
import { nanoid } from 'nanoid'
import { expect } from 'vitest'
import type { Command, Found, Keyed } from '#db/command.ts'
import { addLine } from '#db/commands/add-line.ts'
import { openYear } from '#db/commands/open-year.ts'
import { saveDocument } from '#db/commands/save-document.ts'
import { saveIndicator } from '#db/commands/save-indicator.ts'
import { saveUnit } from '#db/commands/save-unit.ts'
import type { Engine } from '#db/engine.ts'
import { embeddedEngine, openDatabase } from '#db/engines/embedded.ts'
import { migrateDatabase } from '#db/migrate.ts'
import { findActor } from '#db/queries/find-actor.ts'
import { ensureSystemActor } from '#db/system-actor.ts'
import { write } from '#db/write.ts'
import type { Actor, Role } from '#domain/permissions.ts'
import type { Refusal, RefusalCode, Result } from '#domain/refusal.ts'

/** Who works here: the role and the unit of their one grant. */
const people = {
  administrator: ['administrator', null],
  cityEditor: ['editor', 'ha-noi'],
  editor: ['editor', 'bac-tu-liem'],
  colleague: ['editor', 'bac-tu-liem'],
  ngoQuyenEditor: ['editor', 'ngo-quyen'],
  approver: ['approver', 'ha-noi'],
  viewer: ['viewer', 'ha-noi'],
} as const satisfies Record<string, readonly [Role, string | null]>
export type Person = keyof typeof people

const district = { code: '021', validFrom: '2020-01-01', kind: 'urban_district', recordsOwnAssignedPlan: false }
const units = [
  { ...district, slug: 'ha-noi', code: '01', name: 'Hà Nội', kind: 'city' },
  { ...district, slug: 'hai-phong', code: '31', name: 'Hải Phòng', kind: 'city' },
  { ...district, slug: 'bac-tu-liem', name: 'Bắc Từ Liêm', parent: 'ha-noi' },
  { ...district, slug: 'nam-tu-liem', code: '019', name: 'Nam Từ Liêm', parent: 'ha-noi', validTo: '2025-06-30' },
  { ...district, slug: 'ngo-quyen', code: '304', name: 'Ngô Quyền', parent: 'hai-phong', recordsOwnAssignedPlan: true },
  { ...district, slug: 'phuc-dien', code: '00622', name: 'Phúc Diễn', parent: 'bac-tu-liem', kind: 'ward' },
]

/** A valid input of `saveIndicator` but for its key: budget revenue. */
export const revenue = {
  code: 'NS-THU',
  nameVi: 'Thu ngân sách',
  nameEn: 'Budget revenue',
  group: 'budget',
  valueType: 'amount',
  direction: 'higher',
  unitOfMeasure: 'tỷ đồng',
  decimals: 0,
  breakdownRule: 'sum',
  heading: false,
  validFromYear: 2020,
}
const indicators = [
  revenue,
  { ...revenue, code: 'NS-THU-THUE', nameVi: 'Thuế', nameEn: 'Taxes', parent: 'NS-THU', breakdownRule: 'none' },
  { ...revenue, code: 'NS-THU-DAT', nameVi: 'Đất', nameEn: 'Land', parent: 'NS-THU', breakdownRule: 'none' },
  {
    ...revenue,
    code: 'NS-CHI',
    nameVi: 'Chi ngân sách',
    nameEn: 'Spending',
    direction: 'neutral',
    breakdownRule: 'none',
  },
  {
    ...revenue,
    code: 'KT-CO-CAU',
    nameVi: 'Cơ cấu',
    nameEn: 'Structure',
    group: 'economy',
    heading: true,
    unitOfMeasure: '',
  },
  { ...revenue, code: 'XH-VIEC-LAM', nameVi: 'Việc làm', nameEn: 'Jobs', group: 'society', unitOfMeasure: 'người' },
]

export type Ledger = ReturnType<typeof ledgerOf>

/** Makes the people, units, indicators, a document and the sheet of Bắc Từ Liêm 2024 (NS-THU, NS-THU-THUE, NS-CHI). */
export async function furnish(database: Database.Database): Promise<void> {
  const engine = embeddedEngine(database)
  const system = await ensureSystemActor(engine, 'operator')
  const load = async <I extends Keyed, O, P extends Found>(command: Command<I, O, P>, input: Record<string, unknown>) =>
    granted(await write(engine, command, system, { key: nanoid(), ...input }))
  for (const unit of units) await load(saveUnit, unit)
  for (const indicator of indicators) await load(saveIndicator, indicator)
  await load(saveDocument, { code: 'qd-1', title: 'Quyết định giao chỉ tiêu', number: '1/QĐ-UBND' })
  await load(openYear, { unit: 'bac-tu-liem', year: 2024 })
  for (const indicator of ['NS-THU', 'NS-THU-THUE', 'NS-CHI']) {
    const sets = { inAssignedSet: true, inAdoptedSet: true }
    await load(addLine, { unit: 'bac-tu-liem', year: 2024, indicator, ...sets })
  }
  // Accounts without passwords: to hash them takes longer than everything else.
  const user = database.prepare(
    'insert into users (id, username, name, stamp, system, created_at) values (?, ?, ?, ?, 0, ?)',
  )
  const grant = database.prepare(
    'insert into grants (id, user_id, role, unit_id, granted_at) values (?, ?, ?, (select id from units where slug = ?), ?)',
  )
  for (const [person, [role, unit]] of Object.entries(people)) {
    user.run(person, person.toLowerCase(), `Người ${person}`, `stamp of ${person}`, '2024-01-01T00:00:00.000Z')
    grant.run(`grant of ${person}`, person, role, unit, '2024-01-01T00:00:00.000Z')
  }
}

function ledgerOf(database: Database.Database) {
  const engine = embeddedEngine(database)
  const person = async (id: string): Promise<Actor> => {
    const actor = await findActor(engine.reader, id)
    if (!actor) throw new Error(`Nobody is called ${id}.`)
    return actor
  }
  return {
    engine,
    database,
    person,
    /** Everything that is written here, table by table: two equal answers mean that nothing was. */
    contents: () =>
      database
        .prepare("select name from sqlite_master where type = 'table' order by name")
        .pluck()
        .all()
        .map((table) => [table, database.prepare(`select * from "${table}"`).all()]),
    journal: (): Record<string, unknown>[] =>
      database.prepare('select * from journal order by seq').all() as Record<string, unknown>[], // any columns
    one: (sql: string, ...values: unknown[]) =>
      database
        .prepare(sql)
        .pluck()
        .get(...values),
    /** The write door as one of the people, with a key of its own where the input has none. */
    as: (id: Person, through: Engine = engine) => ({
      write: async <I extends Keyed, O, P extends Found>(command: Command<I, O, P>, input: Record<string, unknown>) =>
        write(through, command, await person(id), { key: nanoid(), ...input }),
    }),
  }
}

let template: Promise<Buffer> | undefined

async function makeTemplate(): Promise<Buffer> {
  const database = openDatabase(':memory:')
  migrateDatabase(database)
  await furnish(database)
  return database.serialize()
}

/** A furnished ledger of the test's own; or over a database that the test furnished. */
export async function testLedger(database?: Database.Database): Promise<Ledger> {
  if (database) return ledgerOf(database)
  template ??= makeTemplate()
  return ledgerOf(openDatabase(await template))
}

/** An engine in whose commit somebody else is first, once: what happens between a plan and its landing. */
export function overtaken(engine: Engine, first: () => unknown): Engine {
  let waiting = true
  return {
    ...engine,
    async commit(statements) {
      if (waiting) {
        waiting = false
        await first()
      }
      return engine.commit(statements)
    },
  }
}

/** The answer of a write that must not be refused. */
export function granted<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.error)}`)
  return result.value
}

/** The refusal of a write that must not be granted. */
export function refused(result: Result<unknown>): Refusal {
  if (result.ok) throw new Error(`Granted: ${JSON.stringify(result.value)}`)
  return result.error
}

type Expected = { code?: RefusalCode; reason?: string; problems?: readonly unknown[]; detail?: unknown }

/** The write was refused so, and left nothing behind. */
export async function expectRefused(ledger: Ledger, attempt: () => Promise<Result<unknown>>, refusal: Expected) {
  const before = ledger.contents()
  expect(refused(await attempt())).toMatchObject(refusal)
  expect(ledger.contents()).toEqual(before)
}
