/** Ledgers on the disk, and the process that writes them until it is killed. */
import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { openDatabase } from '#db/engines/embedded.ts'
import { type Ledger, testLedger } from './database.ts'
import type { Acknowledged } from './figure-writer.ts'
import { temporaryFolder } from './temporary-folder.ts'

const writer = join(import.meta.dirname, 'figure-writer.ts')

/** A furnished ledger in a file of a folder of its own; nobody has it open. */
export async function ledgerFile(): Promise<string> {
  const file = join(temporaryFolder('ledger'), 'app.db')
  const { database } = await testLedger()
  writeFileSync(file, database.serialize())
  database.close()
  return file
}

/** What a ledger file answers to a question; it is closed again. */
export async function within<T>(file: string, ask: (ledger: Ledger) => T | Promise<T>): Promise<T> {
  const ledger = await testLedger(openDatabase(file))
  try {
    return await ask(ledger)
  } finally {
    ledger.engine.close()
  }
}

/**
 * Lets a writer loose on the file; it writes already when this answers. `heard`: what it acknowledged so far. `kill`
 * ends it in the middle of whatever it does.
 */
export async function startWriter(file: string, seed: number) {
  const child = spawn(process.execPath, [writer, file, String(seed)], { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  let complaint = ''
  child.stderr.on('data', (part) => (complaint += part))
  const ended = new Promise<NodeJS.Signals | null>((resolve) => child.on('close', (_code, signal) => resolve(signal)))
  await new Promise<void>((resolve) => {
    child.stdout.on('data', (part) => {
      said += part
      resolve()
    })
    child.on('close', () => resolve())
  })
  // What follows the end of the last line was cut in the middle of the telling.
  const heard = () =>
    said
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as Acknowledged) // figure-writer.ts says these
  return {
    heard,
    async kill(): Promise<void> {
      child.kill('SIGKILL')
      expect(await ended, complaint).toBe('SIGKILL')
    },
  }
}

/** Every cell that was acknowledged stands in the revisions as it was typed. */
export function expectKept(ledger: Ledger, acknowledged: readonly Acknowledged[]): void {
  const kept = ledger.database
    .prepare(`select entered from revisions join lines on lines.id = line_id
      join indicators on indicators.id = indicator_id join journal on journal.id = journal_id
      where key = ? and code = ? and kind = ? and revisions.version = ? and value = ?`)
    .pluck()
  for (const { input } of acknowledged) {
    for (const { indicator, kind, quantity, expectedVersion } of input.changes) {
      const found = kept.get(input.key, indicator, kind, (expectedVersion ?? 0) + 1, Number(quantity))
      expect(found, `${input.key} ${indicator} ${kind}`).toBe(quantity)
    }
  }
}
