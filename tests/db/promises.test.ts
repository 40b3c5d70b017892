import { beforeEach, describe, expect, test } from 'vitest'
import { setFigures } from '#db/commands/set-figures.ts'
import { openDatabase } from '#db/engines/embedded.ts'
import { migrateDatabase } from '#db/migrate.ts'
import { furnish, granted, type Ledger, testLedger } from '#tests/support/database.ts'
import { migrationCount, migrationsUpTo } from '#tests/support/migrations.ts'

/** What SQLite keeps whoever writes, in whatever program; a rebuilt table loses its triggers. */
const triggers = [
  'acknowledgements_new_rows_only',
  'acknowledgements_no_delete',
  'acknowledgements_no_update',
  'acknowledgements_rowid',
  'document_files_next_version',
  'document_files_no_delete',
  'document_files_no_update',
  'document_files_rowid',
  'figures_first_revision',
  'figures_next_revision',
  'figures_no_delete',
  'journal_new_rows_only',
  'journal_no_delete',
  'journal_no_update',
  'journal_seq',
  'lines_new_rows_only',
  'lines_no_delete',
  'lines_stay_themselves',
  'revisions_next_version',
  'revisions_no_delete',
  'revisions_no_update',
  'revisions_rowid',
  'revisions_write_figures',
  'sheets_new_rows_only',
  'sheets_no_delete',
  'sheets_stay_themselves',
]
/** The number of migrations after which they are all there. */
const PROMISED = 8

const triggersOf = (database: ReturnType<typeof openDatabase>) =>
  database.prepare("select name from sqlite_master where type = 'trigger' order by name").pluck().all()

const prefixes = Array.from({ length: migrationCount + 1 }, (_, count) => count)

test.each(prefixes.filter((count) => count >= PROMISED))('after %i migrations every trigger exists', (count) => {
  const database = openDatabase(':memory:')
  migrateDatabase(database, migrationsUpTo(count))
  expect(triggersOf(database)).toEqual(expect.arrayContaining(triggers))
})

/** A first figure of this line's other kind, to be completed; the names are the columns of `revisions`. */
const revision = (version: string, more: { verb?: string; rowid?: string; kind?: string } = {}) => `
  ${more.verb ?? 'insert'} into revisions (${more.rowid ? 'rowid, ' : ''}line_id, kind, version, journal_id, change, value, qualifier, entered)
  select ${more.rowid ? `${more.rowid}, ` : ''}line_id, '${more.kind ?? 'adopted_plan'}', ${version}, journal_id, 'entry', 1, 'exact', '1' from figures limit 1`

const journalColumns = 'at, actor_id, action, body_hash, result, detail'
const journalRow = (verb: string, columns: string, values: string) =>
  `${verb} into journal (${columns}, ${journalColumns}) select ${values}, ${journalColumns} from journal order by seq limit 1`

/** An acknowledgement in the journal row of the first figure, at a rowid of the writer's choice. */
const acknowledgement = (rowid: string) => `
  replace into acknowledgements (rowid, journal_id, sheet_id, finding, fingerprint, note)
  select ${rowid}, journal_id, id, 'caution', '[]', 'đã xem' from revisions, sheets where version = 1 limit 1`

/** A file of the one document that has a file, in the journal row of the first figure. */
const documentFile = (version: number, { verb = 'insert', rowid = '' } = {}) => `
  ${verb} into document_files (${rowid && 'rowid, '}document_id, version, journal_id, name, type, sha256, size)
  select ${rowid && `${rowid}, `}document_id, ${version}, journal_id, 'a.pdf', 'pdf', sha256, 1 from document_files`

/** Each leaves the ledger exactly as it was: [what is tried, by what it is refused]. The cell stands at version 2. */
const tamperings: Record<string, [sql: string, message: RegExp]> = {
  'updating a figure': ['update figures set value = 9', /written by revisions only/],
  'updating a figure to what it is': ['update figures set value = value', /written by revisions only/],
  'raising the version of a figure': ['update figures set version = version + 1', /written by revisions only/],
  'winding a figure back': ['update figures set version = 1, value = 3504', /written by revisions only/],
  'moving a figure to another kind': ["update or replace figures set kind = 'official'", /written by revisions only/],
  'replacing a figure by itself': ['insert or replace into figures select * from figures', /written by revisions only/],
  'ignoring a figure that exists': ['insert or ignore into figures select * from figures', /written by revisions only/],
  'inserting a figure of no revision': [
    "insert into figures (line_id, kind, version, journal_id, value, qualifier) select line_id, 'official', 1, journal_id, 1, 'exact' from figures",
    /written by revisions only/,
  ],
  'replacing a figure by its first revision': [
    `insert or replace into figures
     select line_id, kind, version, journal_id, value, high, denominator, qualifier, text, note, document_id
     from revisions where version = 1`,
    /written by revisions only/,
  ],
  'upserting a figure': [
    'insert into figures select * from figures where true on conflict do update set value = 9',
    /written by revisions only/,
  ],
  'deleting a figure': ['delete from figures', /never deleted/],
  'deleting the journal': ['delete from journal', /append-only/],
  'updating the journal': ["update journal set reason = 'no'", /append-only/],
  'replacing a journal row by its id': [journalRow('replace', 'id, key', "id, 'other'"), /append-only/],
  'replacing a journal row by its key': [journalRow('replace', 'id, key', "'other', key"), /append-only/],
  'replacing a journal row by its number': [
    journalRow('replace', 'seq, id, key', "seq, 'other', 'other'"),
    /append-only/,
  ],
  'choosing the number of a journal row': [journalRow('insert', 'seq, id, key', "-1, 'other', 'other'"), /append-only/],
  'deleting revisions': ['delete from revisions', /append-only/],
  'deleting an acknowledgement': ['delete from acknowledgements', /append-only/],
  'updating an acknowledgement': ["update acknowledgements set note = 'no'", /append-only/],
  'replacing an acknowledgement': ['replace into acknowledgements select * from acknowledgements', /append-only/],
  'replacing an acknowledgement by its rowid': [acknowledgement('1'), /append-only/],
  'choosing the rowid of an acknowledgement': [acknowledgement('-1'), /append-only/],
  'deleting the file of a document': ['delete from document_files', /append-only/],
  'updating the file of a document': ["update document_files set name = 'b.pdf'", /append-only/],
  'replacing the file of a document': [documentFile(1, { verb: 'replace' }), /not the next version/],
  'a file at version + 2': [documentFile(3), /not the next version/],
  'replacing the file of a document by its rowid': [documentFile(2, { verb: 'replace', rowid: '1' }), /not the next/],
  'choosing the rowid of a file': [documentFile(2, { rowid: '-1' }), /append-only/],
  'updating a revision': ['update revisions set value = 9', /append-only/],
  'a revision at version + 2': [revision('4'), /not the next version/],
  'a revision at the version that stands': [revision('2'), /not the next version/],
  'a revision at an earlier version': [revision('1'), /not the next version/],
  'a first revision at version 2': [revision('2', { kind: 'official' }), /not the next version/],
  'replacing the revision that stands': [revision('2', { verb: 'replace' }), /not the next version/],
  'replacing a revision of another cell by its rowid': [
    revision('1', { verb: 'replace', kind: 'official', rowid: '1' }),
    /not the next version/,
  ],
  'choosing the rowid of a revision': [revision('1', { kind: 'official', rowid: '-1' }), /append-only/],
  'a revision of no change that is known': [revision('3').replace("'entry'", "'whim'"), /revisions_change/],
  'a value without a qualifier': [revision('3').replace("'exact'", 'null'), /revisions_quantity/],
  'a range that ends before it begins': [
    revision('3').replace('qualifier, entered', 'qualifier, entered, high').replace("'1' from", "'1', 0 from"),
    /revisions_quantity/,
  ],
  'deleting a line': ['delete from lines', /never deleted/],
  'replacing a line': ['insert or replace into lines select * from lines', /never replaced/],
  'giving a line to another indicator': [
    "update or replace lines set indicator_id = (select id from indicators where code = 'XH-VIEC-LAM')",
    /another line/,
  ],
  'deleting a sheet': ['delete from sheets', /never deleted/],
  'replacing a sheet': ['insert or replace into sheets select * from sheets', /never replaced/],
  'giving a sheet to another year': ['update sheets set year = 2030', /another sheet/],
}

/** A ledger that was migrated from that many migrations, with one cell at version 2. */
async function migratedFrom(count: number): Promise<Ledger> {
  const database = openDatabase(':memory:')
  migrateDatabase(database, migrationsUpTo(count))
  migrateDatabase(database)
  await furnish(database)
  return testLedger(database)
}

describe.each(prefixes)('migrated from %i migrations', (count) => {
  let ledger: Ledger
  beforeEach(async () => {
    ledger = await migratedFrom(count)
    for (const [expectedVersion, quantity] of [
      [null, '3.504'],
      [1, '3.600'],
    ]) {
      const changes = [{ indicator: 'NS-THU', kind: 'adopted_plan', quantity, expectedVersion }]
      granted(await ledger.as('editor').write(setFigures, { unit: 'bac-tu-liem', year: 2024, changes }))
    }
    ledger.database
      .prepare(`insert into acknowledgements (journal_id, sheet_id, finding, fingerprint, note)
        select journal_id, id, 'caution', '[]', 'đã xem' from figures, sheets limit 1`)
      .run()
    ledger.database
      .prepare(`insert into document_files (document_id, version, journal_id, name, type, sha256, size)
        select documents.id, 1, journal_id, 'a.pdf', 'pdf', ?, 1 from documents, figures`)
      .run('0'.repeat(64))
  })

  test.each(Object.entries(tamperings))('%s is refused', (_what, [sql, message]) => {
    const before = ledger.contents()
    expect(() => ledger.database.prepare(sql).run()).toThrow(message)
    expect(ledger.contents()).toEqual(before)
  })

  test('the next revision is what writes the figure', () => {
    ledger.database.prepare(revision('3')).run()
    expect(ledger.database.prepare('select version, value from figures').all()).toEqual([{ version: 3, value: 1 }])
    ledger.database.prepare(revision('1', { kind: 'official' })).run()
    expect(ledger.one('select count(*) from figures')).toBe(2)
  })

  test('a journal row gets the next number', () => {
    const last = Number(ledger.one('select max(seq) from journal'))
    ledger.database.prepare(journalRow('insert', 'id, key', "'other', 'other'")).run()
    expect(ledger.one("select seq from journal where id = 'other'")).toBe(last + 1)
  })
})
