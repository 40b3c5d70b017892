import { and, eq, ne, sql } from 'drizzle-orm'
import type { Reader } from '../engine.ts'
import { documentFiles } from '../schema/document-files.ts'
import { imports } from '../schema/imports.ts'

/** Whether anything names a file of the store: a document, now or earlier, or an import that was not given up. */
export async function isFileNamed(reader: Reader, sha256: string): Promise<boolean> {
  const [row] = await reader
    .select({ one: sql`1` })
    .from(documentFiles)
    .where(eq(documentFiles.sha256, sha256))
    .unionAll(
      reader
        .select({ one: sql`1` })
        .from(imports)
        .where(and(eq(imports.sha256, sha256), ne(imports.state, 'discarded'))),
    )
    .limit(1)
  return row !== undefined
}
