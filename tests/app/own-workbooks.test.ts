/** Our own workbooks, read back by the import as somebody would hand them in. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { vietnamese } from '#app/_cli/vietnamese.ts'
import { figuresFile } from '#app/_export/figures-file.ts'
import { readImport } from '#app/_import/read-import.ts'
import { setFigures } from '#db/commands/set-figures.ts'
import type { FileTable } from '#domain/file-table.ts'
import type { AskedExport } from '#domain/inputs/export-figures.ts'
import { granted, type Ledger, testLedger } from '#tests/support/database.ts'
import { previewed } from '#tests/support/imports.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'

const folder = temporaryFolder('own-workbooks')
const of2024 = { unit: 'bac-tu-liem', year: 2024 }

/** A sheet with a result of each stage, numbers, words and a bound. */
async function mixedStages(): Promise<Ledger> {
  const ledger = await testLedger()
  const figures = [
    ['NS-THU', 'adopted_plan', '3.504'],
    ['NS-THU', 'estimate', '3.593,5'],
    ['NS-THU-THUE', 'preliminary', '2.304'],
    ['NS-CHI', 'official', '1.570,25'],
    ['NS-CHI', 'adopted_plan', "'theo dự toán"],
  ]
  const changes = figures.map(([indicator, kind, quantity]) => ({ indicator, kind, quantity, expectedVersion: null }))
  granted(await ledger.as('editor').write(setFigures, { ...of2024, changes }))
  return ledger
}

/** What the import reads of a file that the editor takes away. */
async function takenAway(ledger: Ledger, asked: AskedExport): Promise<FileTable> {
  const taker = { reader: ledger.engine.reader, actor: await ledger.person('editor') }
  const parts: Uint8Array[] = []
  for await (const part of figuresFile(taker, asked, new Date(), vietnamese).chunks) parts.push(Buffer.from(part))
  const path = join(folder, `${asked.layout}.xlsx`)
  writeFileSync(path, Buffer.concat(parts))
  const read = await readImport(path, {})
  if (!read.ok || !read.value.table) throw new Error(JSON.stringify(read))
  return read.value.table
}

test('the official Biểu: a result keeps its stage, though the head of its column names another', async () => {
  const ledger = await mixedStages()
  const table = await takenAway(ledger, { layout: 'bieu', ...of2024 })
  const actor = await ledger.person('editor')
  const back = { engine: ledger.engine, actor, table, choices: { ...of2024, style: 'vi' as const } }
  const records = (await previewed(back)).groups.flat().filter(({ kind }) => kind !== null)
  expect(records.map(({ indicator, kind, outcome }) => [indicator, kind, outcome]).sort()).toEqual([
    ['NS-CHI', 'adopted_plan', 'unchanged'],
    ['NS-CHI', 'official', 'unchanged'],
    ['NS-THU', 'adopted_plan', 'unchanged'],
    ['NS-THU', 'estimate', 'unchanged'],
    ['NS-THU-THUE', 'preliminary', 'unchanged'],
  ])
})

test('figures as a workbook: nobody is asked which worksheet, and nothing would change', async () => {
  const ledger = await mixedStages()
  const table = await takenAway(ledger, { layout: 'xlsx', worksheets: 'year' })
  const { summary } = await previewed({ engine: ledger.engine, actor: await ledger.person('editor'), table })
  expect(summary.counts).toMatchObject({ unchanged: 5, new: 0, changed: 0, error: 0 })
})
