import { eq } from 'drizzle-orm'
import { nanoid } from 'nanoid'
import { type SaveDocumentInput, saveDocumentInput } from '#domain/inputs/save-document.ts'
import { ok } from '#domain/refusal.ts'
import type { Command, Found } from '../command.ts'
import { documents } from '../schema/documents.ts'
import { build, statement } from '../statement.ts'
import { difference } from './difference.ts'
import { findProduct } from './places.ts'

export type SaveDocumentOutput = { code: string }

/** Makes a document that figures can cite, or changes the one of that code; the journal keeps what it said before. */
export const saveDocument: Command<SaveDocumentInput, SaveDocumentOutput, Found> = {
  name: 'save_document',
  action: 'cite_document',
  input: saveDocumentInput,
  find: findProduct,

  async plan({ reader }, { code, title, publisher = null, number = null, url = null, dated = null }) {
    const [known] = await reader.select().from(documents).where(eq(documents.code, code))
    const id = known?.id ?? nanoid()
    const content = { title, publisher, number, url, dated }
    const changed = difference(known ?? {}, content)
    const save = known
      ? build.update(documents).set(content).where(eq(documents.id, id))
      : build.insert(documents).values({ ...content, id, code })
    return ok({
      statements: known && Object.keys(changed).length === 0 ? [] : [statement(save)],
      output: { code },
      journal: { documentId: id, detail: { code, created: !known, changed } },
    })
  },
}
