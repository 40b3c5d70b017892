import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { pathOfFile, readStoredFile, storeFile } from '#db/files.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'

const bytes = (...chunks: string[]) => Readable.from(chunks.map((chunk) => Buffer.from(chunk)))
const sha256 = createHash('sha256').update('một hai').digest('hex')
const left = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())

test('a file is kept under the SHA-256 of its content, and once', async () => {
  const folder = temporaryFolder('files')
  expect(await storeFile(folder, bytes('một ', 'hai'), 100)).toEqual({ ok: true, value: { sha256, size: 9 } })
  expect(await storeFile(folder, bytes('một hai'), 100)).toMatchObject({ ok: true })
  const kept = await readStoredFile(folder, sha256)
  expect(kept?.size).toBe(9)
  expect(kept && (await text(kept.stream()))).toBe('một hai')
  expect(left(folder)).toHaveLength(1)
})

test.for([
  ['too_long', bytes('0123456789', 'x')],
  ['empty', bytes()],
] as const)('what is %s is refused, and nothing of it is left', async ([reason, source]) => {
  const folder = temporaryFolder('files')
  expect(await storeFile(folder, source, 10)).toMatchObject({
    ok: false,
    error: { code: 'invalid', problems: [{ path: 'file', reason }] },
  })
  expect(left(folder)).toEqual([])
})

test('nothing is left of a file whose sender goes away', async () => {
  const folder = temporaryFolder('files')
  const cut = (async function* () {
    yield Buffer.from('half')
    throw new Error('aborted')
  })()
  await expect(storeFile(folder, cut, 100)).rejects.toThrow('aborted')
  expect(left(folder)).toEqual([])
})

test('there is none of another name, and a name that is no SHA-256 leads nowhere', async () => {
  const folder = temporaryFolder('files')
  expect(await readStoredFile(folder, sha256)).toBeNull()
  expect(() => pathOfFile(folder, '../../etc/passwd')).toThrow()
})
