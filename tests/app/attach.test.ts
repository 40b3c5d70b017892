import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readAttachment } from '#app/_server/attach.ts'
import { filesFolder, handInBody, storeBody } from '#app/_server/receive-file.ts'
import { attachFile } from '#db/commands/attach-file.ts'
import { discardImport } from '#db/commands/discard-import.ts'
import { saveDocument } from '#db/commands/save-document.ts'
import { startImport } from '#db/commands/start-import.ts'
import { pathOfFile } from '#db/files.ts'
import { removeUnnamed, sweepPartials } from '#db/held-files.ts'
import { write } from '#db/write.ts'
import type { Result } from '#domain/refusal.ts'
import { granted, type Ledger, type Person, testLedger } from '#tests/support/database.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'

/** What stays on the disk of a file that somebody hands in: what the ledger names, and nothing else. */

let ledger: Ledger
beforeEach(async () => {
  vi.stubEnv('DATABASE_URL', `file:${join(temporaryFolder('attach'), 'app.db')}`)
  ledger = await testLedger()
  globalThis.openedLedger = ledger.engine
  granted(await ledger.as('administrator').write(saveDocument, { code: 'qd-2', title: 'Khác' }))
})
afterEach(() => {
  globalThis.openedLedger = undefined
  vi.unstubAllEnvs()
})

/** A body of these bytes, made when they are asked for. */
const streamOf = (source: AsyncGenerator<Uint8Array>) =>
  new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await source.next()
        if (done) controller.close()
        else controller.enqueue(value)
      },
    },
    { highWaterMark: 0 },
  )

const sha256 = (bytes: string) => createHash('sha256').update(bytes).digest('hex')
const one = '%PDF-1.7 một'
const two = '%PDF-1.7 hai'

type Sent = { code?: string; said?: Record<string, string>; whileSent?: () => Promise<unknown>; person?: Person }

/** Sends a file as the handler gets it; `read` says whether its bytes were asked for. */
async function send(bytes: string, { code = 'qd-1', said, whileSent, person = 'editor' }: Sent = {}) {
  let read = false
  async function* body() {
    read = true
    await whileSent?.()
    yield Buffer.from(bytes)
  }
  const counted = { size: String(Buffer.byteLength(bytes)), sha256: sha256(bytes) }
  const query = new URLSearchParams({ key: crypto.randomUUID(), name: 'a.pdf', ...counted, ...said })
  const init = { method: 'PUT', body: streamOf(body()), duplex: 'half' }
  const request = new Request(`http://so.test/?${query}`, init)
  const actor = await ledger.person(person)
  const result: Result<unknown> = await handInBody(request, async () => {
    const input = await readAttachment(request, code, actor)
    return input.ok ? write(ledger.engine, attachFile, actor, input.value) : input
  })
  return { result, read }
}
const refused = (reason: object) => ({ ok: false, error: expect.objectContaining(reason) })
const kept = () =>
  existsSync(filesFolder())
    ? readdirSync(filesFolder(), { recursive: true, withFileTypes: true }).flatMap((file) =>
        file.isFile() ? [file.name] : [],
      )
    : []

test('what can be refused without the file is refused before its bytes are read', async () => {
  granted((await send(one)).result)
  const badKey = { problems: [{ path: 'key', reason: 'bad_key' }] }
  const again: [said: Record<string, string>, person: Person, refusal: object][] = [
    [{}, 'editor', { code: 'conflict', reason: 'file_changed' }],
    [{ replaces: '7' }, 'administrator', { code: 'conflict', reason: 'file_changed' }],
    [{ replaces: '1', key: 'short' }, 'administrator', badKey],
    [{ replaces: '1' }, 'editor', { code: 'forbidden', reason: 'administer' }],
  ]
  for (const [said, person, refusal] of again) {
    expect(await send(two, { said, person })).toEqual({ result: refused(refusal), read: false })
  }
  expect(kept()).toEqual([sha256(one)])
})

test('a known key is answered without the bytes', async () => {
  const said = { key: 'the-same-key' }
  const first = await send(one, { said })
  expect(await send(one, { said })).toEqual({ result: first.result, read: false })
  expect(await send(two, { said })).toEqual({ result: refused({ code: 'key_reused' }), read: false })
  expect(await send(one, { said: { ...said, name: 'b.pdf', replaces: '1' }, person: 'editor' })).toMatchObject({
    read: false,
  })
  expect(kept()).toEqual([sha256(one)])
})

test('of a file that came too late nothing is left', async () => {
  const whileSent = async () => granted((await send(one)).result)
  const late = await send(two, { whileSent })
  expect(late).toEqual({ result: refused({ reason: 'file_changed' }), read: true })
  expect(kept()).toEqual([sha256(one)])
})

test('a file that is refused here and named elsewhere stays', async () => {
  const whileSent = async () => {
    granted((await send(two)).result)
    granted((await send(one, { code: 'qd-2' })).result)
  }
  expect(await send(one, { whileSent })).toMatchObject({ result: refused({ reason: 'file_changed' }) })
  expect(kept().sort()).toEqual([sha256(one), sha256(two)].sort())
})

test('a file that is refused while another hands the same one in is left to them', async () => {
  const whileSent = async () => {
    // Stored and refused, while the one around it still waits to be stored.
    const late = await send(one, {
      code: 'qd-2',
      whileSent: async () => granted((await send(two, { code: 'qd-2' })).result),
    })
    expect(late.result).toEqual(refused({ reason: 'file_changed' }))
    expect(kept()).toContain(sha256(one))
  }
  granted((await send(one, { whileSent })).result)
  expect(kept().sort()).toEqual([sha256(one), sha256(two)].sort())
})

test('a file that was there before, whoever left it, is nobody’s to remove', async () => {
  const path = pathOfFile(filesFolder(), sha256(two))
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, two)
  await send(two, { whileSent: async () => granted((await send(one)).result) })
  expect(existsSync(path)).toBe(true)
})

test('whose sender goes away is refused, and nothing is left', async () => {
  const abort = new AbortController()
  const cut = async function* () {
    yield Buffer.from('half')
    abort.abort()
    throw new Error('aborted')
  }
  const init = { method: 'PUT', body: streamOf(cut()), duplex: 'half', signal: abort.signal }
  const stored = await storeBody(new Request('http://so.test/', init), 100, async () => ({ ok: true, value: {} }))
  expect(stored).toEqual(refused({ code: 'invalid', problems: [expect.objectContaining({ reason: 'file_differs' })] }))
  expect(kept()).toEqual([])
})

test('the file of an import that is given up goes, unless something else names it', async () => {
  const { reader } = ledger.engine
  const folder = filesFolder()
  const path = pathOfFile(folder, sha256(one))
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, one)
  const file = { fileName: 'a.csv', sha256: sha256(one), size: Buffer.byteLength(one) }
  const start = async (person: Person) => granted(await ledger.as(person).write(startImport, file)).id
  const giveUp = async (person: Person, id: string) => {
    const given = granted(await ledger.as(person).write(discardImport, { import: id }))
    expect(given).toEqual({ id, sha256: sha256(one) })
    await removeUnnamed({ reader, folder, sha256: given.sha256 })
    return existsSync(path)
  }
  const [mine, theirs] = [await start('editor'), await start('ngoQuyenEditor')]
  expect(await giveUp('editor', mine)).toBe(true)
  expect(await giveUp('ngoQuyenEditor', theirs)).toBe(false)
})

test('at a start what was half written a day ago is removed, and nothing else', () => {
  const folder = temporaryFolder('sweep')
  mkdirSync(join(folder, 'imports'))
  const names = ['old.partial', 'new.partial', 'imports/old.jsonl.x.body', 'imports/old.jsonl', sha256(one)]
  for (const name of names) writeFileSync(join(folder, name), 'x')
  const now = Date.now()
  const dayAgo = new Date(now - 25 * 3_600_000)
  for (const name of names) if (name !== 'new.partial') utimesSync(join(folder, name), dayAgo, dayAgo)
  sweepPartials(folder, now)
  sweepPartials(join(folder, 'none'), now)
  expect(readdirSync(folder, { recursive: true }).sort()).toEqual(
    ['imports', 'imports/old.jsonl', 'new.partial', sha256(one)].sort(),
  )
})
