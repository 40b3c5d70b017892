import { and, desc, eq, inArray, ne } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { ImportState } from '#domain/import.ts'
import type { ImportChoices } from '#domain/import-reading.ts'
import type { Actor } from '#domain/permissions.ts'
import type { Reader } from '../engine.ts'
import { imports } from '../schema/imports.ts'
import { journal } from '../schema/journal.ts'

export type ImportView = {
  id: string
  fileName: string
  sha256: string
  /** Bytes. */
  size: number
  /** When it was handed in, committed and undone: UTC, ISO 8601; null: not yet. */
  at: string
  committedAt: string | null
  undoneAt: string | null
  choices: ImportChoices
  state: ImportState
}

const committed = alias(journal, 'committed')
const undone = alias(journal, 'undone')

const selectImports = (reader: Reader) =>
  reader
    .select({
      id: imports.id,
      fileName: imports.fileName,
      sha256: imports.sha256,
      size: imports.size,
      at: imports.at,
      committedAt: committed.at,
      undoneAt: undone.at,
      choices: imports.choices,
      state: imports.state,
    })
    .from(imports)
    .leftJoin(committed, eq(committed.id, imports.committedId))
    .leftJoin(undone, eq(undone.id, imports.undoneId))

/** One of the actor's own imports; null where there is none of that id, or it is another person's. */
export async function getImport(reader: Reader, actor: Actor, id: string): Promise<ImportView | null> {
  const [row] = await selectImports(reader).where(and(eq(imports.id, id), eq(imports.userId, actor.id)))
  return row ?? null
}

/** The actor's own imports that were not discarded, the newest first: at most 20. */
export const listImports = async (reader: Reader, actor: Actor): Promise<ImportView[]> =>
  selectImports(reader)
    .where(and(eq(imports.userId, actor.id), ne(imports.state, 'discarded')))
    .orderBy(desc(imports.at))
    .limit(20)

/** Ids of everybody's imports that were committed, those that were undone since among them. */
export async function listCommittedImports(reader: Reader): Promise<string[]> {
  const rows = await reader
    .select({ id: imports.id })
    .from(imports)
    .where(inArray(imports.state, ['committed', 'undone']))
  return rows.map(({ id }) => id)
}
