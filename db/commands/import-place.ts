import { and, eq } from 'drizzle-orm'
import type { Actor } from '#domain/permissions.ts'
import type { Found } from '../command.ts'
import type { Reader } from '../engine.ts'
import { imports } from '../schema/imports.ts'

export type ImportPlace = Found & { found: typeof imports.$inferSelect }

/** The actor's own import of the id that `import` names; anybody else's is none. */
export async function findImportPlace(
  reader: Reader,
  { import: id }: Record<string, unknown>,
  actor: Actor,
): Promise<ImportPlace | null> {
  if (typeof id !== 'string') return null
  const [found] = await reader
    .select()
    .from(imports)
    .where(and(eq(imports.id, id), eq(imports.userId, actor.id)))
  return found ? { found, target: { kind: 'product' } } : null
}
