import { asc, desc } from 'drizzle-orm'
import { matcher } from '#domain/search.ts'
import type { DocumentView } from '#domain/sheet.ts'
import type { Reader } from '../engine.ts'
import { documents } from '../schema/documents.ts'
import { documentColumns } from './columns.ts'

/** So many are offered to choose from. */
const MOST = 20

/**
 * The documents in whose title, number, publisher or code all the words stand (diacritics do not count), or all of them:
 * the newest first, those without a date last. SQLite does not know the letters, so it is not asked about them.
 */
export async function listDocuments(reader: Reader, q?: string): Promise<DocumentView[]> {
  const all = await reader.select(documentColumns).from(documents).orderBy(desc(documents.dated), asc(documents.code))
  const matches = matcher(q)
  return all
    .filter(({ title, number, publisher, code }) => matches([title, number, publisher, code].filter(Boolean).join(' ')))
    .slice(0, MOST)
}
