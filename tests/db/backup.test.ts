/** A backup is a whole ledger of one moment; restoring it loses neither it nor what was there. */
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { backUp, pruneBackups, restore } from '#db/backup.ts'
import { checkLedger } from '#db/check-ledger.ts'
import { attachFile } from '#db/commands/attach-file.ts'
import { discardImport } from '#db/commands/discard-import.ts'
import { setFigures } from '#db/commands/set-figures.ts'
import { startImport } from '#db/commands/start-import.ts'
import { openDatabase } from '#db/engines/embedded.ts'
import { filesBeside, pathOfFile, storeFile } from '#db/files.ts'
import { migrateDatabase } from '#db/migrate.ts'
import { sessionOf, startSession } from '#db/sign-in.ts'
import { granted, type Ledger, testLedger } from '#tests/support/database.ts'
import type { Acknowledged } from '#tests/support/figure-writer.ts'
import { expectKept, ledgerFile, startWriter, within } from '#tests/support/ledger-file.ts'
import { migrationCount, migrationsUpTo } from '#tests/support/migrations.ts'
import { expectWhole } from '#tests/support/soundness.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'

const at = new Date('2026-11-22T03:30:00.123Z')
const later = new Date('2026-11-23T03:30:00.123Z')
const backupsOf = (ledger: string) => join(dirname(ledger), 'backups')

const save = (ledger: Ledger, quantity: string, expectedVersion: number | null) =>
  ledger.as('editor').write(setFigures, {
    unit: 'bac-tu-liem',
    year: 2024,
    changes: [{ indicator: 'NS-THU', kind: 'adopted_plan', quantity, expectedVersion }],
  })
const contentsOf = (file: string) => within(file, (ledger) => ledger.contents())

/** Every file below a folder, with its bytes: two equal answers mean that nothing was touched. */
const bytesBelow = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => [file, readFileSync(file).toString('base64')])

/** Runs a command of the terminal on that ledger; `limit` in blocks of the shell: the largest file it may write. */
function run(command: string, ledger: string, args: string[] = [], limit?: number) {
  const words = [`app/_cli/${command}.ts`, ...args]
  const env = { ...process.env, DATABASE_URL: `file:${ledger}` }
  const options = { env, encoding: 'utf8' } as const
  return limit === undefined
    ? spawnSync(process.execPath, words, options)
    : spawnSync('sh', ['-c', `ulimit -f ${limit}; exec "$0" "$@"`, process.execPath, ...words], options)
}
/** One sentence on standard error, and no stack. */
const sentence = /^[^\n]+\.\n$/

describe('a backup', () => {
  test('is put back: the ledger is as it was then, and what was written since is kept aside', async () => {
    const file = await ledgerFile()
    await within(file, async (ledger) => granted(await save(ledger, '3.504', null)))
    const then = await contentsOf(file)
    const made = backUp(file, backupsOf(file), at)
    expect(made.file).toBe(join(backupsOf(file), 'so-chi-tieu_2026-11-22T03-30-00Z.db'))
    expect(made).toMatchObject({ bytes: statSync(made.file).size, ...checkLedger(made.file) })

    await within(file, async (ledger) => granted(await save(ledger, '3.600', 1)))
    const since = await contentsOf(file)
    expect(since).not.toEqual(then)

    const { former } = restore(made.file, file, later)
    expect(readdirSync(dirname(file)).sort()).toEqual([
      'app.db',
      'app_before-restore_2026-11-23T03-30-00Z.db',
      'backups',
    ])
    expect(await contentsOf(file)).toEqual(then)
    expect(await contentsOf(former ?? '')).toEqual(since)
    // The triggers came with it: it is a ledger to go on with.
    await within(file, async (ledger) => granted(await save(ledger, '3.700', 1)))
  })

  test('holds nobody’s session: one that was ended since must not live again', async () => {
    const file = await ledgerFile()
    const id = await within(file, ({ engine }) => startSession(engine, { id: 'editor', stamp: 'stamp of editor' }, at))
    const made = backUp(file, backupsOf(file), at)
    expect(await within(made.file, ({ engine }) => sessionOf(engine, id, at))).toBeNull()
    expect(await within(file, ({ engine }) => sessionOf(engine, id, at))).toMatchObject({ end: null })
  })

  test.skipIf(process.platform === 'win32')('is its owner’s alone, and so is the folder made for it', async () => {
    const file = await ledgerFile()
    const made = backUp(file, backupsOf(file), at)
    expect(statSync(made.file).mode & 0o777).toBe(0o600)
    expect(statSync(backupsOf(file)).mode & 0o777).toBe(0o700)
  })

  test('never takes the place of another', async () => {
    const file = await ledgerFile()
    backUp(file, backupsOf(file), at)
    await within(file, async (ledger) => granted(await save(ledger, '1', null)))
    const before = bytesBelow(dirname(file))
    expect(() => backUp(file, backupsOf(file), at)).toThrow(/is there already/)
    expect(bytesBelow(dirname(file))).toEqual(before)
  })

  test('of a database that an earlier version migrated is a backup', async () => {
    const file = join(temporaryFolder('older'), 'app.db')
    const older = openDatabase(file)
    migrateDatabase(older, migrationsUpTo(migrationCount - 1))
    older.close()
    expect(backUp(file, backupsOf(file), at)).toMatchObject({ journalRows: 0, lastWrite: null })
  })

  test('removes the oldest beside it, and nothing else', async () => {
    const file = await ledgerFile()
    const days = [20, 23, 21, 22].map((day) => backUp(file, backupsOf(file), new Date(`2026-11-${day}T00:00:00Z`)).file)
    for (const name of ['notes.txt', 'so-chi-tieu_old.db']) writeFileSync(join(backupsOf(file), name), '')
    const [oldest = '', newest = ''] = days
    // Made by a clock that was wrong, it is the one that was asked for all the same.
    expect(pruneBackups(oldest, 2)).toBe(2)
    expect(readdirSync(backupsOf(file)).map((name) => join(backupsOf(file), name))).toEqual(
      expect.arrayContaining([oldest, newest]),
    )
    expect(readdirSync(backupsOf(file))).toHaveLength(4)
  })
})

/** A ledger whose document has a file, and the name of that in the store. */
async function filedLedger(bytes = '%PDF-1.7 một'): Promise<{ file: string; sha256: string }> {
  const file = await ledgerFile()
  const stored = granted(await storeFile(filesBeside(file), Readable.from([Buffer.from(bytes)]), 100))
  const input = { ...stored, code: 'qd-1', name: 'qd.pdf', type: 'pdf', replaces: null }
  await within(file, async (ledger) => granted(await ledger.as('editor').write(attachFile, input)))
  return { file, sha256: stored.sha256 }
}
const storedBy = (ledger: string, sha256: string) => pathOfFile(filesBeside(ledger), sha256)

describe('the files of documents', () => {
  test('are backed up beside all backups, once, and put back', async () => {
    const { file, sha256 } = await filedLedger()
    const made = backUp(file, backupsOf(file), at)
    expect(made).toMatchObject({ files: 1, lost: [] })
    const before = statSync(storedBy(made.file, sha256))
    expect(before.mode & 0o077).toBe(0)
    expect(backUp(file, backupsOf(file), later)).toMatchObject({ files: 1, lost: [] })
    expect(statSync(storedBy(made.file, sha256)).ino).toBe(before.ino)
    expect(pruneBackups(made.file, 1)).toBe(1)

    const place = join(temporaryFolder('new'), 'data', 'app.db')
    expect(restore(made.file, place, later)).toMatchObject({ files: 1, lost: [] })
    expect(readFileSync(storedBy(place, sha256), 'utf8')).toBe('%PDF-1.7 một')
    expect(await contentsOf(place)).toEqual(await contentsOf(made.file))
    expect(bytesBelow(filesBeside(place))).toHaveLength(1)
  })

  test('are not taken for what they were stored as where they are damaged, and are mended from a backup', async () => {
    const { file, sha256 } = await filedLedger()
    const made = backUp(file, backupsOf(file), at)
    writeFileSync(storedBy(file, sha256), '%PDF-1.7 hai')
    expect(backUp(file, temporaryFolder('elsewhere'), at)).toMatchObject({ files: 1, lost: [sha256] })
    expect(restore(made.file, file, later).lost).toEqual([])
    expect(readFileSync(storedBy(file, sha256), 'utf8')).toBe('%PDF-1.7 một')
  })

  test('that were cut short beside the backups are copied again', async () => {
    const { file, sha256 } = await filedLedger()
    const made = backUp(file, backupsOf(file), at)
    writeFileSync(storedBy(made.file, sha256), '%PDF')
    expect(backUp(file, backupsOf(file), later).lost).toEqual([])
    expect(readFileSync(storedBy(made.file, sha256), 'utf8')).toBe('%PDF-1.7 một')
  })

  test('are not put back where the ledger is open', async () => {
    const { file, sha256 } = await filedLedger()
    const made = backUp(file, backupsOf(file), at)
    rmSync(storedBy(file, sha256))
    await within(file, async () => {
      expect(() => restore(made.file, file, later)).toThrow('stop the server first')
    })
    expect(existsSync(storedBy(file, sha256))).toBe(false)
  })

  test('of imports that were given up are not asked for', async () => {
    const file = await ledgerFile()
    const given = { fileName: 'a.csv', sha256: 'a'.repeat(64), size: 1 }
    await within(file, async (ledger) => {
      const { id } = granted(await ledger.as('editor').write(startImport, given))
      granted(await ledger.as('editor').write(discardImport, { import: id }))
    })
    expect(backUp(file, backupsOf(file), at)).toMatchObject({ files: 0, lost: [] })
  })

  test('stop no backup and no restore where they are lost, but the command says so and fails', async () => {
    const { file, sha256 } = await filedLedger()
    rmSync(storedBy(file, sha256))
    const made = run('backup', file)
    expect(made.status).toBe(1)
    expect(made.stdout).toMatch(/ and 1 file\.\n$/)
    expect(made.stderr).toMatch(
      /^The ledger names 1 file that can no longer be read as stored: [0-9a-f]{64}\. All the rest is done\.\n$/,
    )
    const copy = made.stdout.slice(0, made.stdout.indexOf(': '))
    const restored = run('restore', file, ['--yes', copy])
    expect([restored.status, restored.stderr]).toEqual([1, made.stderr])
    expect(await contentsOf(file)).toEqual(await contentsOf(copy))
  })

  test('that nothing names, or that are half there, are not copied', async () => {
    const { file } = await filedLedger()
    granted(await storeFile(filesBeside(file), Readable.from([Buffer.from('never attached')]), 100))
    writeFileSync(join(filesBeside(file), 'x.partial'), 'half')
    const made = backUp(file, backupsOf(file), at)
    expect(bytesBelow(filesBeside(made.file))).toHaveLength(1)
  })
})

describe('while a server writes', () => {
  test('a backup is whole and holds all that was acknowledged; a restore is refused', async () => {
    const file = await ledgerFile()
    const writer = await startWriter(file, 7)
    const rounds: { heard: Acknowledged[]; copy: string }[] = []
    for (const moment of [at, later]) {
      await expect.poll(() => writer.heard().length).toBeGreaterThan(rounds.at(-1)?.heard.length ?? 0)
      const heard = writer.heard()
      rounds.push({ heard, copy: backUp(file, backupsOf(file), moment).file })
    }
    const refusal = run('restore', file, ['--yes', rounds[0]?.copy ?? ''])
    expect(refusal.status).toBe(1)
    expect(refusal.stderr).toMatch(/another program has \S+ open; stop the server first\.\n$/)
    expect(refusal.stderr).toMatch(sentence)
    await writer.kill()

    for (const { copy, heard } of rounds) {
      expect(heard.length).toBeGreaterThan(0)
      await within(copy, (ledger) => {
        expectWhole(ledger.database)
        expectKept(ledger, heard)
      })
    }
    await within(file, (ledger) => expectKept(ledger, writer.heard()))
  })

  test('and is killed, its log goes into the ledger that is kept aside', async () => {
    const file = await ledgerFile()
    const { file: backup } = backUp(file, backupsOf(file), at)
    const empty = await contentsOf(backup)
    const writer = await startWriter(file, 8)
    await writer.kill()
    expect(statSync(`${file}-wal`).size).toBeGreaterThan(0)
    const { former } = restore(backup, file, later)
    expect(readdirSync(dirname(file))).toHaveLength(3)
    expect(await contentsOf(file)).toEqual(empty)
    await within(former ?? '', (ledger) => {
      expectWhole(ledger.database)
      expectKept(ledger, writer.heard())
    })
  })
})

/** A ledger with a page of one of its tables or indexes overwritten. */
async function damaged(file: string, what = 'grants'): Promise<void> {
  const { database } = await testLedger()
  const bytes = database.serialize()
  const root = Number(database.prepare('select rootpage from sqlite_master where name = ?').pluck().get(what))
  bytes.fill(0xff, (root - 1) * 4096, root * 4096)
  writeFileSync(file, bytes)
}
async function changedBy(file: string, sql: string): Promise<void> {
  const { database } = await testLedger()
  database.pragma('foreign_keys = OFF')
  database.exec(sql)
  writeFileSync(file, database.serialize())
}
function migratedBy(file: string, folder: string): void {
  const database = openDatabase(file)
  migrateDatabase(database, folder)
  database.close()
}

/** What is neither backed up nor put back: [what the file is, how it is made, what is said]. */
const unsound: [what: string, make: (file: string) => unknown, said: RegExp][] = [
  ['missing', () => {}, /there is no file/],
  ['a letter', (file) => writeFileSync(file, 'This is a letter, not a ledger. '.repeat(64)), /not a database/],
  ['damaged', (file) => damaged(file), /damaged|malformed/],
  ['damaged in an index', (file) => damaged(file, 'grants_user'), /damaged|malformed/],
  [
    'cut in half',
    async (file) => {
      const { database } = await testLedger()
      const bytes = database.serialize()
      writeFileSync(file, bytes.subarray(0, bytes.length / 2))
    },
    /damaged|malformed/,
  ],
  ['empty', (file) => writeFileSync(file, ''), /not a ledger/],
  ['of another program', (file) => new Database(file).exec('create table t (a)').close(), /not a ledger/],
  ['of a newer version', (file) => migratedBy(file, migrationsUpTo(migrationCount, 'create table newer (a)')), /newer/],
  [
    'of another history',
    (file) => migratedBy(file, migrationsUpTo(migrationCount - 1, 'create table other (a)')),
    /its migration \d+ is not/,
  ],
  [
    'without a trigger',
    (file) => changedBy(file, 'drop trigger journal_no_update'),
    /its trigger journal_no_update is missing/,
  ],
  [
    'with a trigger that does nothing',
    (file) =>
      changedBy(
        file,
        `drop trigger journal_no_update;
        create trigger journal_no_update before update on journal begin select 1; end`,
      ),
    /its trigger journal_no_update is not as its migrations make it/,
  ],
  [
    'with a table that promises less',
    (file) => changedBy(file, 'drop table statements; create table statements (sql_hash text)'),
    /its table statements is not as/,
  ],
  ['without a table', (file) => changedBy(file, 'drop table statements'), /its table statements is missing/],
  [
    'with a reference to nothing',
    (file) => changedBy(file, "update grants set user_id = 'x'"),
    /"grants" refer to nothing/,
  ],
]

describe('a file that is no sound ledger', () => {
  test.each(unsound)('%s: is not put back, and the ledger stays as it was', async (_what, make, said) => {
    const file = await ledgerFile()
    const bad = join(temporaryFolder('unsound'), 'bad.db')
    await make(bad)
    const before = bytesBelow(dirname(file))
    expect(() => restore(bad, file, at)).toThrow(said)
    expect(bytesBelow(dirname(file))).toEqual(before)
  })

  test.each(unsound)('%s: is not backed up, and no file is left', async (_what, make, said) => {
    const file = join(temporaryFolder('unsound'), 'app.db')
    await make(file)
    expect(() => backUp(file, backupsOf(file), at)).toThrow(said)
    expect(existsSync(backupsOf(file)) ? readdirSync(backupsOf(file)) : []).toEqual([])
  })
})

describe('a restore', () => {
  test('into an empty place makes the ledger, and its folder', async () => {
    const { file: backup } = backUp(await ledgerFile(), temporaryFolder('backups'), at)
    const place = join(temporaryFolder('new'), 'data', 'app.db')
    expect(restore(backup, place, later).former).toBeNull()
    expect(readdirSync(dirname(place))).toEqual(['app.db'])
    expect(await contentsOf(place)).toEqual(await contentsOf(backup))
  })

  test('leaves no log beside the new ledger, not even where only the log was there', async () => {
    const { file: backup } = backUp(await ledgerFile(), temporaryFolder('backups'), at)
    const file = await ledgerFile()
    await (await startWriter(file, 9)).kill()
    rmSync(file)
    restore(backup, file, later)
    expect(readdirSync(dirname(file)).sort()).toEqual([
      'app.db',
      'app_before-restore_2026-11-23T03-30-00Z.db-shm',
      'app_before-restore_2026-11-23T03-30-00Z.db-wal',
    ])
    expect(await contentsOf(file)).toEqual(await contentsOf(backup))
  })

  test('over a ledger that can no longer be read keeps that as it is', async () => {
    const { file: backup } = backUp(await ledgerFile(), temporaryFolder('backups'), at)
    const file = await ledgerFile()
    writeFileSync(file, 'Nothing of it is left. '.repeat(300))
    writeFileSync(`${file}-wal`, 'Nor of its log. '.repeat(300))
    const { former } = restore(backup, file, later)
    expect(readFileSync(former ?? '', 'utf8')).toMatch(/^Nothing of it is left/)
    for (const companion of ['-wal', '-shm', '-journal']) expect(existsSync(file + companion)).toBe(false)
    expect(await contentsOf(file)).toEqual(await contentsOf(backup))
  })

  test.skipIf(process.platform === 'win32')('lets in whom the ledger before it let in', async () => {
    const { file: backup } = backUp(await ledgerFile(), temporaryFolder('backups'), at)
    const file = await ledgerFile()
    chmodSync(file, 0o660)
    restore(backup, file, later)
    expect(statSync(file).mode & 0o777).toBe(0o660)
  })

  test('does not touch the backup', async () => {
    const { file: backup } = backUp(await ledgerFile(), temporaryFolder('backups'), at)
    const before = bytesBelow(dirname(backup))
    restore(backup, await ledgerFile(), later)
    expect(bytesBelow(dirname(backup))).toEqual(before)
  })
})

describe('a command says in a sentence', () => {
  test('what it made and what it restored', async () => {
    const file = await ledgerFile()
    const made = run('backup', file, ['--keep', '1'])
    expect([made.status, made.stderr]).toEqual([0, ''])
    expect(made.stdout).toMatch(/^\S+\.db: \d+\.\d MB, \d+ journal rows, the last of 2\S+Z\.\n$/)
    const copy = made.stdout.slice(0, made.stdout.indexOf(': '))
    expect(dirname(copy)).toBe(backupsOf(file))
    const restored = run('restore', file, ['--yes', copy])
    expect([restored.status, restored.stderr]).toEqual([0, ''])
    expect(restored.stdout).toContain(`${file} is now ${copy}: `)
    expect(restored.stdout).toMatch(/The ledger that was there is kept as \S+_before-restore_\S+\.db\.\n$/)
  })

  test('that it asks before it restores', async () => {
    const file = await ledgerFile()
    const before = bytesBelow(dirname(file))
    const { status, stderr } = run('restore', file, [file])
    expect([status, stderr]).toEqual([1, 'Nobody can be asked here; add --yes.\n'])
    expect(bytesBelow(dirname(file))).toEqual(before)
  })

  test('that the folder cannot be written', async () => {
    const file = await ledgerFile()
    writeFileSync(backupsOf(file), 'a file where the folder should be')
    const { status, stderr } = run('backup', file)
    expect(status).toBe(1)
    expect(stderr).toMatch(sentence)
    expect(stderr).toMatch(/^No backup was made of \S+: E\w+/)
  })

  test.skipIf(process.platform === 'win32')('that the disk is full, and leaves no half', async () => {
    const file = await ledgerFile()
    // As much as the files beside an open database need, and far less than the copy.
    expect(statSync(file).size).toBeGreaterThan(200_000)
    const { status, stderr } = run('backup', file, [], 100)
    expect(stderr).toMatch(/^No backup was made of \S+: .*(full|I\/O|large).*\.\n$/)
    expect(status).toBe(1)
    expect(readdirSync(backupsOf(file))).toEqual([])

    const elsewhere = temporaryFolder('backups')
    const { file: backup } = backUp(file, elsewhere, at)
    const before = bytesBelow(dirname(file))
    const restored = run('restore', file, ['--yes', backup], 100)
    expect(restored.stderr).toMatch(/^Nothing was restored from \S+: .*(full|I\/O|large).*\.\n$/)
    expect(restored.status).toBe(1)
    expect(bytesBelow(dirname(file))).toEqual(before)
  })
})
