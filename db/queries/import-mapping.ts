import { and, eq } from 'drizzle-orm'
import type { FileTable } from '#domain/file-table.ts'
import { nameIn } from '#domain/import-columns.ts'
import type { ImportChoices, ImportColumn } from '#domain/import-reading.ts'
import type { Actor } from '#domain/permissions.ts'
import type { Reader } from '../engine.ts'
import { importMappings } from '../schema/imports.ts'

/** What is remembered of how a person reads files with the same labels. */
export type Remembered = Pick<ImportChoices, 'roles' | 'units' | 'indicators'>

/** By the hash of the labels; nothing where no such file was read before. */
export async function readMapping(reader: Reader, actor: Actor, labels: string): Promise<Remembered> {
  const [row] = await reader
    .select({ choices: importMappings.choices })
    .from(importMappings)
    .where(and(eq(importMappings.userId, actor.id), eq(importMappings.labels, labels)))
  return row?.choices ?? {}
}

/** What was chosen by hand, for this file or one like it. */
export function mappingOf(columns: readonly ImportColumn[], { units, indicators }: Remembered): Remembered | null {
  const roles = columns.flatMap(({ role, from }, column) =>
    from === 'chosen' || from === 'remembered' ? [[String(column), role] as const] : [],
  )
  const chosen = roles.length + Object.keys(units ?? {}).length + Object.keys(indicators ?? {}).length
  return chosen === 0 ? null : { roles: Object.fromEntries(roles), units, indicators }
}

/** What was remembered of the names that stand in a column of this file, where nothing else was chosen for it. */
export function namesUsed(
  remembered: ImportChoices['units'] = {},
  chosen: ImportChoices['units'] = {},
  { rows }: FileTable,
  columns: readonly ImportColumn[],
  wanted: 'unit' | 'indicator',
): Record<string, string | null> {
  const column = columns.findLastIndex(({ role }) => role === wanted)
  const names = new Set(rows.map((cells) => nameIn(cells[column])))
  return Object.fromEntries(
    Object.entries(remembered).filter(([name]) => names.has(name) && !Object.hasOwn(chosen, name)),
  )
}
