import { findWarrant } from '#db/commands/attach-file.ts'
import type { Reader } from '#db/engine.ts'
import { getDocument } from '#db/queries/document-files.ts'
import { listCitedCells, listStatedSheets } from '#db/queries/document-uses.ts'
import { type Actor, can } from '#domain/permissions.ts'

/** What the page of a document shows to a person, and what they may do there; null where there is no such document. */
export async function readDocument({ reader, actor }: { reader: Reader; actor: Actor }, code: string, page: number) {
  const found = await getDocument(reader, code)
  if (!found) return null
  const administers = can(actor, 'administer', { kind: 'product' })
  const may = {
    attach: can(actor, 'cite_document', { kind: 'product' }) && (await findWarrant(reader, actor, found.id)) !== null,
    replace: administers,
    correct: administers,
  }
  return {
    ...found,
    // One that was replaced was wrong, or should not be seen: nobody shall take it for the source.
    files: found.files.slice(0, may.replace ? undefined : 1),
    may,
    cells: await listCitedCells(reader, actor, found.id, page),
    stated: await listStatedSheets(reader, actor, found),
  }
}
