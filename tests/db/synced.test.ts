import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, test, vi } from 'vitest'
import { filesBeside, pathOfFile, storeFile } from '#db/files.ts'
import { granted } from '#tests/support/database.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'

/** What must survive a power cut: the names of files and folders, which are the content of the folder above. */

/** The folders that were synced, by the real calls; their paths are asked of Linux. */
const synced = vi.hoisted((): string[] => [])
vi.mock('node:fs', async (original) => {
  const real = await original<typeof import('node:fs')>()
  const fsyncSync = (descriptor: number) => {
    real.fsyncSync(descriptor)
    synced.push(real.readlinkSync(`/proc/self/fd/${descriptor}`))
  }
  return { ...real, fsyncSync }
})

test.skipIf(process.platform !== 'linux')('a stored file’s name and its new folders’ are on the disk', async () => {
  const ledger = join(temporaryFolder('synced'), 'app.db')
  const folder = filesBeside(ledger)
  const { sha256 } = granted(await storeFile(folder, Readable.from([Buffer.from('một')]), 100))
  const of = dirname(pathOfFile(folder, sha256))
  expect(synced).toEqual([dirname(folder), folder, of])
  synced.length = 0
  granted(await storeFile(folder, Readable.from([Buffer.from('một')]), 100))
  expect(synced).toEqual([of])
})
