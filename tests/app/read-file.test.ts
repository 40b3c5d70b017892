/** The process that reads somebody's file: what it gives, what ends it, and that nothing of it ends the caller. */
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { processLimits } from '#app/_files/limits.ts'
import { inspectFile, readFileTable } from '#app/_files/read-file.ts'
import { readerFlags } from '#app/_files/reader-process.ts'
import type { Result } from '#domain/refusal.ts'
import { compound, windows1258, worksheet } from '#tests/support/made-files.ts'
import { expectSentence } from '#tests/support/sentences.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'

const folder = temporaryFolder('read-file')
let made = 0
function file(content: string | Buffer): string {
  const path = join(folder, `${made++}, *.csv`)
  writeFileSync(path, content)
  return path
}

const usual = { ...processLimits }
afterEach(() => Object.assign(processLimits, usual))

function problemOf(result: Result<unknown>) {
  if (result.ok) throw new Error('It was read.')
  const [problem] = result.error.problems ?? []
  if (problem === undefined) throw new Error('No problem is named.')
  expect(result.error.code).toBe('invalid')
  expectSentence(problem)
  return problem
}

const long = `unit;year;value\n${'Bắc Từ Liêm;2023;12,5\n'.repeat(20_000)}`

test('a text is read, and told while it comes', async () => {
  const shares: number[] = []
  const result = await readFileTable(file(long), {}, { onProgress: (share) => shares.push(share) })
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  expect(result.value.table.worksheet).toBe('')
  expect(result.value.table.rows).toHaveLength(20_001)
  expect(result.value.table.rows.at(-1)).toEqual(['Bắc Từ Liêm', '2023', '12,5'])
  expect(shares.length).toBeGreaterThan(3)
  expect(shares).toEqual([...shares].sort((a, b) => a - b))
  expect(shares.at(-1)).toBe(1)
})
test('a workbook is read', async () => {
  const path = file(worksheet('<row r="1"><c r="A1"><v>12.86</v></c><c r="B1" t="e"><v>#N/A</v></c></row>'))
  expect(await readFileTable(path, { worksheet: 'Biểu 1' })).toMatchObject({
    ok: true,
    value: { table: { worksheet: 'Biểu 1', rows: [[12.86, { error: '#N/A' }]] }, found: { kind: 'xlsx' } },
  })
  expect(await inspectFile(path)).toMatchObject({
    ok: true,
    value: { certain: true, found: { worksheets: [{ name: 'Biểu 1', rows: 1, columns: 2 }] } },
  })
})
test('what has to be chosen is offered, and then read as it was chosen', async () => {
  const path = file(windows1258('tên;nơi\nThủy;Hà Nội\n'))
  expect(await inspectFile(path)).toMatchObject({
    ok: true,
    value: {
      certain: false,
      offers: [
        {
          encoding: 'windows-1258',
          rows: [
            ['tên', 'nơi'],
            ['Thủy', 'Hà Nội'],
          ],
        },
      ],
    },
  })
  expect(problemOf(await readFileTable(path))).toMatchObject({ path: 'file', reason: 'encoding_not_certain' })
  expect(await readFileTable(path, { encoding: 'windows-1258', separator: ',' })).toMatchObject({
    ok: true,
    value: { table: { rows: [['tên;nơi'], ['Thủy;Hà Nội']] } },
  })
})

describe('whatever its name, a file is refused by what it is', () => {
  const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex')
  test.each<[what: string, content: string | Buffer]>([
    ['image', jpeg],
    ['image', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['image', 'RIFF\x10\0\0\0WEBPVP8 '],
    ['pdf', '%PDF-1.7\n%âãÏÓ\n'],
    ['xls', compound('Root Entry', 'Workbook')],
    ['office', compound('Root Entry', 'WordDocument')],
    ['markup', '\uFEFF\n<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table><tr><td>1</td></tr></table>'],
    ['markup', '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>'],
    ['archive', Buffer.from('1f8b0800000000000003', 'hex')],
  ])('%s (%#)', async (what, content) => {
    expect(problemOf(await readFileTable(file(content)))).toMatchObject({ reason: 'not_a_table', values: { what } })
  })
  test('a workbook behind a password', async () => {
    const path = file(compound('Root Entry', 'EncryptionInfo', 'EncryptedPackage'))
    expect(problemOf(await inspectFile(path))).toMatchObject({ path: 'file', reason: 'encrypted' })
  })
})

describe('a process that ends is a refusal', () => {
  test('because it takes too long', async () => {
    processLimits.time = 1
    expect(problemOf(await readFileTable(file(long)))).toMatchObject({ reason: 'too_slow' })
  })
  // Each tag that is not closed has the rest looked through for its end.
  test.skipIf(process.platform === 'win32')('because it takes too much of a processor', async () => {
    processLimits.processor = 1
    const endless = worksheet(`${'<c '.repeat(300_000)}"`)
    expect(problemOf(await readFileTable(file(endless)))).toMatchObject({ reason: 'too_slow', values: { seconds: 1 } })
  })
  test('because it needs too much memory', async () => {
    processLimits.heap = 8
    expect(problemOf(await readFileTable(file(long)))).toMatchObject({ reason: 'reader_stopped' })
  })
})

test('an abort ends the reading with its reason', async () => {
  const reason = new Error('left the page')
  await expect(readFileTable(file(long), {}, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
  const controller = new AbortController()
  const reading = readFileTable(
    file(long),
    {},
    { signal: controller.signal, onProgress: () => controller.abort(reason) },
  )
  await expect(reading).rejects.toBe(reason)
})
test('an abort right after the call ends the reading', async () => {
  const controller = new AbortController()
  let heard = 0
  const { signal } = controller
  const reading = readFileTable(file(long), {}, { signal, onProgress: () => heard++ })
  controller.abort(new Error('left the page'))
  await expect(reading).rejects.toThrow('left the page')
  expect(heard).toBe(0)
})
test('no more than so many at once, and then again', async () => {
  processLimits.atOnce = 1
  const path = file('a,b\n')
  const [first, second] = await Promise.all([inspectFile(path), inspectFile(path)])
  expect(first).toMatchObject({ ok: true })
  expect(second).toEqual({ ok: false, error: { code: 'busy' } })
  expect(await inspectFile(path)).toMatchObject({ ok: true })
})
test('a file that is not there is a fault, and holds no place', async () => {
  processLimits.atOnce = 1
  await expect(inspectFile(join(folder, 'none'))).rejects.toThrow('ENOENT')
  expect(await inspectFile(file('a,b\n'))).toMatchObject({ ok: true })
})
test('the process reaches its program, and nothing else of this machine', () => {
  const asked = [
    ['fs.read', join(process.cwd(), 'app', '_files', 'reader-child.ts')],
    ['fs.read', join(process.cwd(), 'data', 'app.db')],
    ['fs.read', folder],
    ['fs.write', folder],
    ['child'],
    ['worker'],
    ['addon'],
  ]
  const program = `console.log(JSON.stringify(${JSON.stringify(asked)}.map((asked) => process.permission.has(...asked))))`
  const { stdout } = spawnSync(process.execPath, [...readerFlags(), '-e', program], { encoding: 'utf8' })
  expect(JSON.parse(stdout)).toEqual([true, false, false, false, false, false, false])
})
