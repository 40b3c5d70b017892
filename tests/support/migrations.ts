/** Folders of migrations as they were, or as somebody might break them. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { migrationsFolder } from '#db/migrate.ts'
import { temporaryFolder } from './temporary-folder.ts'

type Entry = { idx: number; version: string; when: number; tag: string; breakpoints: boolean }

const history = JSON.parse(readFileSync(join(migrationsFolder, 'meta/_journal.json'), 'utf8')) as { entries: Entry[] } // drizzle-kit's file
export const migrationCount = history.entries.length

/** A folder with the first `count` migrations, and behind them one of these statements where they are given. */
export function migrationsUpTo(count: number, added?: string): string {
  const folder = temporaryFolder('migrations')
  mkdirSync(join(folder, 'meta'))
  const entries = history.entries.slice(0, count)
  for (const { tag } of entries) cpSync(join(migrationsFolder, `${tag}.sql`), join(folder, `${tag}.sql`))
  if (added !== undefined) {
    const entry = { idx: count, version: '6', when: (entries.at(-1)?.when ?? 0) + 1, tag: 'added', breakpoints: true }
    entries.push(entry)
    writeFileSync(join(folder, 'added.sql'), added)
  }
  writeFileSync(join(folder, 'meta/_journal.json'), JSON.stringify({ ...history, entries }))
  return folder
}
