import { eq } from 'drizzle-orm'
import type { Reader } from '../engine.ts'
import { documents } from '../schema/documents.ts'

/** A document by its code, or null. */
export async function findDocument(reader: Reader, code: string): Promise<{ id: string } | null> {
  const [row] = await reader.select({ id: documents.id }).from(documents).where(eq(documents.code, code))
  return row ?? null
}
