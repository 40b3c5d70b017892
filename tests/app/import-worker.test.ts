/** The process that imports: the same difference as in any other, and all or nothing whenever it is killed. */
import { copyFileSync, cpSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { nanoid } from 'nanoid'
import { beforeAll, expect, test, vi } from 'vitest'
import { readErrorRows, readPreview, readPreviewPage, sweepPreviews } from '#app/_import/kept-preview.ts'
import { runTask } from '#app/_import/run-task.ts'
import { chooseImport } from '#db/commands/choose-import.ts'
import { startImport } from '#db/commands/start-import.ts'
import { filesBeside, storeFile } from '#db/files.ts'
import { write } from '#db/write.ts'
import type { ImportPreview } from '#domain/import-reading.ts'
import { granted } from '#tests/support/database.ts'
import { startTask, taskDone } from '#tests/support/import-task.ts'
import { ledgerFile, within } from '#tests/support/ledger-file.ts'
import { randomFrom } from '#tests/support/random.ts'
import { expectWhole } from '#tests/support/soundness.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'

/** IMPORT_KILLS=50 for a longer run, KILL_SEED for other moments. */
const kills = Number(process.env.IMPORT_KILLS ?? 5)
const seed = Number(process.env.KILL_SEED ?? 1)

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text)
}

/** Hands a text in as a person of the ledger; answers the id of the import. */
const handIn = async (file: string, who: string, text: string, choices: object): Promise<string> =>
  within(file, async ({ engine, person }) => {
    const actor = await person(who)
    const stored = granted(await storeFile(filesBeside(file), bytesOf(text), 100 * 1024 * 1024))
    const input = { key: nanoid(), fileName: 'so-lieu.csv', ...stored }
    const { id } = granted(await write(engine, startImport, actor, input))
    granted(await write(engine, chooseImport, actor, { key: nanoid(), import: id, choices }))
    return id
  })

const years = Array.from({ length: 100 }, (_, index) => 1990 + index)
/** Sheets to be opened for a hundred years, each with three lines: 900 figures, and one cell that is none. */
const text = [
  'year;indicator_code;adopted_plan;estimate;official',
  ...years.flatMap((year) =>
    ['NS-THU', 'NS-CHI', 'XH-VIEC-LAM'].map((code) => `${year};${code};3.504,5;>${year};12,7..13`),
  ),
  '2024;NS-THU-THUE;;;75O',
].join('\r\n')

let file: string
let id: string
let preview: ImportPreview
beforeAll(async () => {
  file = await ledgerFile()
  // The units and indicators of the test ledger begin in 2020: here they always were.
  await within(file, ({ database }) => {
    database.exec("update units set valid_from = '1900-01-01'")
    database.exec('update indicators set valid_from_year = 1900')
  })
  id = await handIn(file, 'cityEditor', text, { unit: 'bac-tu-liem' })
  preview = await taskDone<ImportPreview>(file, 'cityEditor', { do: 'preview', import: id })
}, 60_000)

test('a preview is kept, and read page by page', async () => {
  vi.stubEnv('DATABASE_URL', `file:${file}`)
  expect(preview).toMatchObject({
    reading: { kind: 'csv', separator: ';', encoding: 'utf-8', headerRow: 1, style: 'vi', rows: 302 },
    questions: [],
    diff: { counts: { new: 900, changed: 0, unchanged: 0, skipped: 0, error: 1 }, openedSheets: 99, addedLines: 298 },
  })
  expect(await readPreview(id)).toEqual(preview)
  const [errors, news] = preview.diff?.groups ?? []
  expect([errors, news]).toMatchObject([
    { index: 0, outcome: 'error', reason: 'letter_in_number', count: 1 },
    { index: 1, outcome: 'new', count: 900 },
  ])
  expect(await readPreviewPage(id, 0, 1)).toMatchObject([{ row: 302, column: 5, text: '75O' }])
  const pages = await Promise.all(Array.from({ length: 19 }, (_, index) => readPreviewPage(id, 1, index + 1)))
  expect(pages.map((page) => page.length)).toEqual([...Array(18).fill(50), 0])
  expect(pages.flat().map(({ row }) => row)).toEqual(pages.flat().map((_, index) => 2 + Math.floor(index / 3)))
  expect(await readPreviewPage(id, 2, 1)).toEqual([])

  const found = await readErrorRows(id)
  expect(found?.header).toEqual(['year', 'indicator_code', 'adopted_plan', 'estimate', 'official'])
  const rows: unknown[] = []
  for await (const row of found?.rows ?? []) rows.push(row)
  expect(rows).toMatchObject([
    { row: 302, cells: ['2024', 'NS-THU-THUE', '', '', '75O'], problems: [{ column: 5, reason: 'letter_in_number' }] },
  ])
  expect(await readPreview('nobody')).toBeNull()
  await expect(readPreview('../../etc/passwd')).rejects.toThrow('no id')
})

test('somebody else’s import, and somebody who is gone, are refused', async () => {
  const task = { do: 'preview', import: id } as const
  expect(await startTask(file, 'editor', task).ended).toMatchObject({ refused: { code: 'not_found' } })
  expect(await startTask(file, 'nobody', task).ended).toMatchObject({ refused: { code: 'unauthenticated' } })
})

test('what is too long to be anything is refused, as often as it is sent, and holds up nothing', async () => {
  vi.stubEnv('DATABASE_URL', `file:${file}`)
  const last = async (input: object) => {
    const steps = runTask('editor', { do: 'undo', import: id, input: { key: nanoid(), ...input } })
    for (;;) {
      const step = await steps.next()
      if (step.done) return step.value
    }
  }
  const reason = 'x'.repeat(8 * 1024 * 1024)
  for (let sent = 0; sent < 3; sent += 1) {
    expect(await last({ reason })).toMatchObject({ error: { code: 'invalid', problems: [{ path: 'reason' }] } })
  }
  // Spaces are cut off, so that this much may be sent.
  expect(await last({ reason: ' '.repeat(1024 * 1024) })).toMatchObject({ error: { code: 'not_found' } })
})

test('previews that nobody looked at for a month are removed, but for those of committed imports', async () => {
  const copy = copyOfLedger()
  vi.stubEnv('DATABASE_URL', `file:${copy}`)
  const sweep = (days: number) =>
    within(copy, ({ engine }) => sweepPreviews(engine.reader, Date.now() + days * 24 * 60 * 60 * 1000))
  await sweep(29)
  expect(await readPreview(id)).toEqual(preview)
  await within(copy, ({ database }) =>
    database.exec("update imports set state = 'committed', committed_id = (select id from journal limit 1)"),
  )
  await sweep(31)
  expect(await readPreview(id)).toEqual(preview)
  const open = copyOfLedger()
  vi.stubEnv('DATABASE_URL', `file:${open}`)
  await within(open, ({ engine }) => sweepPreviews(engine.reader, Date.now() + 31 * 24 * 60 * 60 * 1000))
  expect(await readPreview(id)).toBeNull()
})

/** The ledger with its files as it was before the commit, to be killed in another place each time. */
function copyOfLedger(): string {
  const folder = temporaryFolder('killed')
  const copy = join(folder, 'app.db')
  copyFileSync(file, copy)
  cpSync(join(dirname(file), 'files'), join(folder, 'files'), { recursive: true })
  return copy
}
const commit = (key: string) =>
  ({ do: 'commit', import: id, input: { key, diff: preview.diff?.hash, withoutErrors: true } }) as const

test('killed at any moment, a commit leaves all or nothing, and sent again it has one effect', {
  timeout: 30_000 + kills * 20_000,
}, async () => {
  const random = randomFrom(seed)
  const started = performance.now()
  const whole = copyOfLedger()
  const output = await taskDone(whole, 'cityEditor', commit(nanoid()))
  const took = performance.now() - started
  expect(output).toEqual({ figures: 900, lines: 298, sheets: 100 })
  vi.stubEnv('DATABASE_URL', `file:${whole}`)
  expect(await readPreview(id)).toEqual(preview)
  expect(await readPreviewPage(id, 1, 1)).toEqual([])
  vi.stubEnv('DATABASE_URL', `file:${file}`)

  for (let round = 0; round < kills; round += 1) {
    const copy = copyOfLedger()
    const key = nanoid()
    const { child, heard, ended } = startTask(copy, 'cityEditor', commit(key))
    // Before its first word it only starts: the kills fall where something may be half done.
    while (!heard.some((message) => 'progress' in message) && child.exitCode === null) await setTimeout(2)
    await setTimeout(random(Math.ceil(took / 2)))
    child.kill('SIGKILL')
    await ended
    await within(copy, ({ database, one }) => {
      expectWhole(database)
      const all = one('select state from imports') === 'committed'
      expect([one('select count(*) from figures'), one('select count(*) from sheets')]).toEqual(
        all ? [900, 100] : [0, 1],
      )
      expect(one("select count(*) from journal where action = 'commit_import'")).toBe(all ? 1 : 0)
    })
    // A start takes longer than all else, so that not every round sends it again.
    if (round % 5 !== 0) continue
    expect(await taskDone(copy, 'cityEditor', commit(key))).toEqual(output)
    await within(copy, ({ one }) => {
      expect(one('select count(*) from figures')).toBe(900)
      expect(one("select count(*) from journal where action = 'commit_import'")).toBe(1)
    })
  }
})
