/** Folders on the disk for a test file's own use, all removed when the file has run, however that went. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

const made: string[] = []

// Each test file has this module to itself, so that this belongs to the file that imports it.
afterAll(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A new empty folder; its name says of what it is. */
export function temporaryFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `so-chi-tieu-${name}-`))
  made.push(folder)
  return folder
}
