/**
 * A ledger for knocking at every door: two units under two superiors, each with words of its own in every place where
 * words can stand, people with one role each, and a sheet for every door and person (knocks.ts).
 */
import { Readable } from 'node:stream'
import type Database from 'better-sqlite3'
import type { Command, Found, Keyed } from '#db/command.ts'
import { addLine } from '#db/commands/add-line.ts'
import { attachFile } from '#db/commands/attach-file.ts'
import { commitImport } from '#db/commands/commit-import.ts'
import { moveSheet } from '#db/commands/move-sheet.ts'
import { openYear } from '#db/commands/open-year.ts'
import { recordStatements } from '#db/commands/record-statements.ts'
import { recordSuccession } from '#db/commands/record-succession.ts'
import { saveDocument } from '#db/commands/save-document.ts'
import { saveIndicator } from '#db/commands/save-indicator.ts'
import { saveUnit } from '#db/commands/save-unit.ts'
import { setFigures } from '#db/commands/set-figures.ts'
import { embeddedEngine } from '#db/engines/embedded.ts'
import { filesBeside, type StoredFile, storeFile } from '#db/files.ts'
import { hashPassword } from '#db/password.ts'
import { findActor } from '#db/queries/find-actor.ts'
import { planImport } from '#db/queries/plan-import.ts'
import { ensureSystemActor } from '#db/system-actor.ts'
import { write } from '#db/write.ts'
import type { Actor } from '#domain/permissions.ts'
import { ok } from '#domain/refusal.ts'
import { people } from './answers.ts'
import {
  type ImportDoor,
  importDoors,
  importedFile,
  importOf,
  password,
  pdf,
  seenDiffs,
  sheetsToKnockAt,
  shownYear,
} from './knocks.ts'

/** The role and the unit of the one grant of each account; `ended` and `changed` lose their session later. */
const accounts: Record<string, [role: string, unit: string | null] | null> = {
  newcomer: null,
  viewer: ['viewer', 'own'],
  editor: ['editor', 'own'],
  approver: ['approver', 'own'],
  above: ['editor', 'above'],
  administrator: ['administrator', null],
  ended: ['editor', 'own'],
  changed: ['editor', 'own'],
  somebody: ['viewer', 'elsewhere'],
  // Who wrote the figures of each unit: their names are words of it.
  'author.own': ['editor', 'own'],
  'author.other': ['editor', 'other'],
  'author.above': ['editor', 'above'],
}

const unit = { validFrom: '1980-01-01', recordsOwnAssignedPlan: false }
// The name of a superior is said to those below it, so it is no secret.
const units = [
  { ...unit, slug: 'above', code: '01', name: 'Trên', kind: 'city' },
  { ...unit, slug: 'elsewhere', code: '02', name: 'Nơi khác', kind: 'city' },
  { ...unit, slug: 'former', code: '03', name: 'Trước kia', kind: 'city' },
  { ...unit, slug: 'own', code: '001', name: 'canary-own unit', kind: 'urban_district', parent: 'above' },
  { ...unit, slug: 'other', code: '002', name: 'canary-other unit', kind: 'urban_district', parent: 'elsewhere' },
]
const indicator = {
  nameVi: 'Chỉ tiêu',
  nameEn: 'Indicator',
  group: 'budget',
  valueType: 'amount',
  direction: 'higher',
  unitOfMeasure: 'tỷ đồng',
  decimals: 2,
  breakdownRule: 'none',
  heading: false,
  validFromYear: 1990,
}
const codes = ['NS-THU', 'NS-CHI', 'ONLY-OWN', 'ONLY-OTHER']

const numbers = { own: '314159,25', other: '271828,25', above: '161803,25' }
type Watched = keyof typeof numbers

/** What may be read of a unit by its readers alone: a word in each of its texts, and a number as it is written anywhere. */
export const canaries: Record<Watched, RegExp> = {
  own: /canary-own|314[.,]?159[.,]25/,
  other: /canary-other|271[.,]?828[.,]25/,
  above: /canary-above|161[.,]?803[.,]25/,
}
/** The texts of a unit that its readers must come across: a canary that stands nowhere would prove nothing. */
export const watchedTexts = ['office', 'note', 'statement', 'returned', 'author']

/** Furnishes an empty, migrated ledger. */
export async function furnish(database: Database.Database): Promise<void> {
  const engine = embeddedEngine(database)
  const system = await ensureSystemActor(engine, 'operator')
  let loaded = 0
  const load = async <I extends Keyed, O, P extends Found>(command: Command<I, O, P>, input: object, as = system) => {
    loaded += 1
    const result = await write(engine, command, as, { key: `furnish ${loaded}`, ...input })
    if (!result.ok) throw new Error(`${command.name}: ${JSON.stringify(result.error)}`)
  }
  const actor = async (username: string): Promise<Actor> => {
    const found = await findActor(engine.reader, `account of ${username}`)
    if (!found) throw new Error(`Nobody is called ${username}.`)
    return found
  }

  for (const one of units) await load(saveUnit, one)
  await load(recordSuccession, { unit: 'former', side: 'successor', related: 'elsewhere', part: 'part' })
  for (const code of codes) await load(saveIndicator, { ...indicator, code })
  await load(saveDocument, { code: 'report', title: 'Báo cáo' })
  await load(attachFile, {
    ...(await stored(database)),
    code: 'report',
    name: 'báo cáo.pdf',
    type: 'pdf',
    replaces: null,
  })
  for (const person of people) await load(saveDocument, { code: `of-${person}`, title: 'Văn bản' })
  await makeAccounts(database)
  for (const slug of ['own', 'other', 'above'] as const) {
    const sheet = { unit: slug, year: shownYear }
    const line = { ...sheet, office: `canary-${slug} office`, inAssignedSet: true, inAdoptedSet: true }
    await load(openYear, sheet)
    await load(addLine, { ...line, indicator: 'NS-THU' })
    if (slug !== 'above') await load(addLine, { ...line, indicator: `ONLY-${slug.toUpperCase()}` })
    const cell = { kind: 'official', quantity: numbers[slug], note: `canary-${slug} note`, expectedVersion: null }
    const written = slug === 'above' ? ['NS-THU'] : ['NS-THU', `ONLY-${slug.toUpperCase()}`]
    const changes = written.map((code) => ({ ...cell, indicator: code }))
    await load(setFigures, { ...sheet, document: 'report', changes }, await actor(`author.${slug}`))
    const stated = { subject: 'met_count', tier: 'assigned', count: 1, note: `canary-${slug} statement` }
    await load(recordStatements, { ...sheet, document: 'report', statements: [stated] })
    await load(moveSheet.submit, sheet)
    await load(moveSheet.return, { ...sheet, comment: `canary-${slug} returned` })
  }
  makeSheets(database)
  await makeImports(database, actor)
}

/** An import in the name of everybody behind each of its doors, and what those who may would commit or undo. */
async function makeImports(database: Database.Database, actorOf: (username: string) => Promise<Actor>): Promise<void> {
  const engine = embeddedEngine(database)
  const row = database.prepare(
    `insert into imports (id, user_id, file_name, sha256, size, at, choices, state)
     values (@id, 'account of ' || @person, 'so-lieu.csv', @sha256, @size, '2024-01-01T00:00:00.000Z', '{}', 'open')`,
  )
  const table = (text: string) => ({
    worksheet: '',
    rows: text
      .trimEnd()
      .split('\n')
      .map((line) => line.split(',')),
  })
  for (const person of people) {
    if (person === 'nobody') continue
    for (const door of importDoors) {
      const text = importedFile(door, person)
      const stored = await storeFile(filesBeside(database.name), bytesOf(text), text.length)
      if (!stored.ok) throw new Error('The file could not be kept.')
      row.run({ id: importOf(door, person), person, ...stored.value })
    }
    if (person !== 'editor' && person !== 'above') continue
    const actor = await actorOf(person)
    const diffOf = async (door: ImportDoor) =>
      (await planImport(engine.reader, actor, table(importedFile(door, person)), {})).diff?.summary.hash ?? ''
    const input = { key: `import of ${person}`, import: importOf('undo', person), diff: await diffOf('undo') }
    const command = commitImport(async () => ok(table(importedFile('undo', person))))
    const committed = await write(engine, command, actor, input)
    if (!committed.ok) throw new Error(JSON.stringify(committed.error))
    seenDiffs.set(person, await diffOf('commit'))
  }
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text)
}

/** A file in the store of the ledger. */
async function stored(database: Database.Database): Promise<StoredFile> {
  const file = await storeFile(filesBeside(database.name), Readable.from([pdf]), pdf.byteLength)
  if (!file.ok) throw new Error('The file could not be stored.')
  return file.value
}

/** With one password, which takes longer to hash than everything else. */
async function makeAccounts(database: Database.Database): Promise<void> {
  const hashed = await hashPassword(password)
  if (!hashed.ok) throw new Error('The password could not be hashed.')
  const user = database.prepare(
    `insert into users (id, username, name, password_hash, stamp, system, created_at)
     values ('account of ' || @username, @username, @name, @hash, @username, 0, '2020-01-01T00:00:00.000Z')`,
  )
  const grant = database.prepare(
    `insert into grants (id, user_id, role, unit_id, granted_at)
     values ('grant of ' || @username, 'account of ' || @username, @role,
       (select id from units where slug = @unit), '2020-01-01T00:00:00.000Z')`,
  )
  for (const [username, granted] of Object.entries(accounts)) {
    const [kind, of] = username.split('.')
    user.run({ username, name: of ? `canary-${of} ${kind}` : username, hash: hashed.value })
    if (granted) grant.run({ username, role: granted[0], unit: granted[1] })
  }
}

/** The sheets that the forms are sent to, each with one line: many, and nothing of them is to be read. */
function makeSheets(database: Database.Database): void {
  const sheet = database.prepare(
    `insert into sheets (id, unit_id, year, state)
     select slug || ' ' || @year, id, @year, @state from units where slug in ('own', 'other', 'above')`,
  )
  const line = database.prepare(
    `insert into lines (id, sheet_id, indicator_id, position, number, in_assigned_set, in_adopted_set)
     select 'line of ' || sheets.id, sheets.id, indicators.id, 1, '1', 1, 1 from sheets, indicators
     where sheets.year = @year and indicators.code = 'NS-THU'`,
  )
  database.transaction(() => {
    for (const { year, state } of sheetsToKnockAt) {
      sheet.run({ year, state })
      line.run({ year })
    }
  })()
}
