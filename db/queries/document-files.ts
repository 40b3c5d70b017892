import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { FileType } from '#domain/file-type.ts'
import type { DocumentView } from '#domain/sheet.ts'
import type { Reader } from '../engine.ts'
import { documentFiles } from '../schema/document-files.ts'
import { documents } from '../schema/documents.ts'
import { journal } from '../schema/journal.ts'
import { users } from '../schema/people.ts'
import { documentColumns, writtenColumns } from './columns.ts'

/** A file that a document has or had; `size` in bytes. */
export type DocumentFile = { version: number; name: string; type: FileType; sha256: string; size: number }
/** When and by whom it was attached: UTC, ISO 8601; the person's name. */
export type AttachedFile = DocumentFile & { at: string; by: string }

const fileColumns = {
  version: documentFiles.version,
  name: documentFiles.name,
  type: documentFiles.type,
  sha256: documentFiles.sha256,
  size: documentFiles.size,
}

/** Of each document the file that it has now. */
const current = and(
  eq(documentFiles.documentId, documents.id),
  sql`${documentFiles.version} = (select max("newer"."version") from "document_files" as "newer"
    where "newer"."document_id" = ${documents.id})`,
)

export type FiledDocument = { id: string; file: DocumentFile | null }

/** A document by its code, with the file that it has now; null where there is none. */
export async function findFiledDocument(reader: Reader, code: string): Promise<FiledDocument | null> {
  const [row] = await reader
    .select({ id: documents.id, file: fileColumns })
    .from(documents)
    .leftJoin(documentFiles, current)
    .where(eq(documents.code, code))
  return row ?? null
}

/** All documents, the newest first, those without a date last, each with the file that it has now. */
export const listFiledDocuments = async (
  reader: Reader,
): Promise<{ document: DocumentView; file: DocumentFile | null }[]> =>
  reader
    .select({ document: documentColumns, file: fileColumns })
    .from(documents)
    .leftJoin(documentFiles, current)
    .orderBy(desc(documents.dated), asc(documents.code))

/** A document by its code, with every file that it ever had, the newest first; null where there is none. */
export async function getDocument(
  reader: Reader,
  code: string,
): Promise<{ id: string; document: DocumentView; files: AttachedFile[] } | null> {
  const rows = await reader
    .select({
      id: documents.id,
      document: documentColumns,
      file: fileColumns,
      ...writtenColumns,
    })
    .from(documents)
    .leftJoin(documentFiles, eq(documentFiles.documentId, documents.id))
    .leftJoin(journal, eq(journal.id, documentFiles.journalId))
    .leftJoin(users, eq(users.id, journal.actorId))
    .where(eq(documents.code, code))
    .orderBy(desc(documentFiles.version))
  const [first] = rows
  if (!first) return null
  const files = rows.flatMap(({ file, at, by }) => (file && at && by ? [{ ...file, at, by }] : []))
  return { id: first.id, document: first.document, files }
}
