/** Our own workbooks, read back by the import as somebody would hand them in. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { nanoid } from 'nanoid'
import { expect, test } from 'vitest'
import { vietnamese } from '#app/_cli/vietnamese.ts'
import { figuresFile } from '#app/_export/figures-file.ts'
import { readImport } from '#app/_import/read-import.ts'
import { openYear } from '#db/commands/open-year.ts'
import { saveUnit } from '#db/commands/save-unit.ts'
import { setFigures } from '#db/commands/set-figures.ts'
import { ensureSystemActor } from '#db/system-actor.ts'
import { write } from '#db/write.ts'
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

test('the Biểu of all units: every unit that one reads, counted on through all of them, with its counts', async () => {
  const ledger = await mixedStages()
  const system = await ensureSystemActor(ledger.engine, 'operator')
  const names = Array.from({ length: 55 }, (_, index) => String(index + 1).padStart(2, '0'))
  for (const [index, name] of names.entries()) {
    const unit = { slug: `phuong-${index}`, code: `9${index}`, name, kind: 'ward', parent: 'bac-tu-liem' }
    const fixed = { validFrom: '2020-01-01', recordsOwnAssignedPlan: false }
    granted(await write(ledger.engine, saveUnit, system, { key: nanoid(), ...unit, ...fixed }))
    granted(await write(ledger.engine, openYear, system, { key: nanoid(), unit: unit.slug, year: 2024 }))
  }
  granted(await write(ledger.engine, openYear, system, { key: nanoid(), unit: 'ngo-quyen', year: 2024 }))
  const rowsOf = async (asked: Partial<AskedExport>) => {
    const { rows } = await takenAway(ledger, { layout: 'bieu', year: 2024, ...asked })
    return rows.filter(([number]) => typeof number === 'number')
  }
  const rows = await rowsOf({})
  expect(rows.map(([number]) => number)).toEqual(Array.from({ length: 56 }, (_, index) => index + 1))
  expect(rows.map(([, unit]) => unit)).toEqual([...names.map((name) => `Phường ${name}`), 'Quận Bắc Từ Liêm'])
  // Two lines are judged: one exceeds its plan, one waits. Spending is neither better nor worse.
  expect(rows.at(-1)?.slice(2, 12)).toEqual([2, 0, 0, 0, 2, 2, 1, 1, 0, 1])
  expect(rows[0]?.slice(2, 12).filter((cell) => cell !== null && cell !== '')).toEqual([])
  expect((await rowsOf({ q: '07' })).map(([number, unit]) => [number, unit])).toEqual([[1, 'Phường 07']])
})

test('figures as a workbook: nobody is asked which worksheet, and nothing would change', async () => {
  const ledger = await mixedStages()
  const table = await takenAway(ledger, { layout: 'xlsx', worksheets: 'year' })
  const { summary } = await previewed({ engine: ledger.engine, actor: await ledger.person('editor'), table })
  expect(summary.counts).toMatchObject({ unchanged: 5, new: 0, changed: 0, error: 0 })
})
