import { asc } from 'drizzle-orm'
import type { DocumentView } from '#domain/sheet.ts'
import type { Reader } from '../engine.ts'
import { documents } from '../schema/documents.ts'
import { documentColumns } from './columns.ts'

/** Every document that figures can cite, by code. */
export const listDocuments = async (reader: Reader): Promise<DocumentView[]> =>
  reader.select(documentColumns).from(documents).orderBy(asc(documents.code))
