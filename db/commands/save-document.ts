import { eq, like } from 'drizzle-orm'
import { nanoid } from 'nanoid'
import { type SaveDocumentInput, saidOf, saveDocumentInput } from '#domain/inputs/save-document.ts'
import { authority } from '#domain/permissions.ts'
import { ok, refuse } from '#domain/refusal.ts'
import { slugOf } from '#domain/unit.ts'
import type { Command, Found } from '../command.ts'
import type { Reader } from '../engine.ts'
import { guardAuthority, guardUnchanged } from '../guard.ts'
import { documents } from '../schema/documents.ts'
import { build, statement } from '../statement.ts'
import { difference } from './difference.ts'
import { findProduct } from './places.ts'

export type SaveDocumentOutput = { code: string }

/**
 * Makes a document that figures can cite. To change the one of that code, which others may cite, is to administer; the
 * journal keeps what it said before. Two that are made at once without a code get two: a code is there once.
 */
export const saveDocument: Command<SaveDocumentInput, SaveDocumentOutput, Found> = {
  name: 'save_document',
  action: 'cite_document',
  input: saveDocumentInput,
  find: findProduct,

  async plan({ reader, actor, place }, input) {
    const { title, publisher = null, number = null, url = null, dated = null } = input
    const code = input.code ?? (await freeCode(reader, [number ?? title, dated?.slice(0, 4)]))
    const [known] = await reader.select().from(documents).where(eq(documents.code, code))
    const id = known?.id ?? nanoid()
    const content = { title, publisher, number, url, dated }
    const changed = difference(known ?? {}, content)
    if (known && Object.keys(changed).length === 0) return ok({ statements: [], output: { code }, journal: {} })
    const relied = known ? authority(actor, 'administer', place.target) : null
    if (known && !relied) return refuse('forbidden', { reason: 'administer' })
    if (known && input.seen !== undefined && input.seen !== saidOf(known)) {
      return refuse('conflict', { reason: 'document_changed' })
    }
    const save = known
      ? build.update(documents).set(content).where(eq(documents.id, id))
      : build.insert(documents).values({ ...content, id, code })
    return ok({
      statements: [
        ...(relied ? [guardAuthority(actor.id, relied)] : []),
        ...(known ? [guardUnchanged(documents, [known])] : []),
        statement(save),
      ],
      output: { code },
      journal: { documentId: id, detail: { code, created: !known, changed } },
    })
  },
}

/** A code that no document has: "37/NQ-HĐND" of 2022 is `37-nq-hdnd-2022`, the next one `37-nq-hdnd-2022-2`. */
async function freeCode(reader: Reader, names: readonly (string | undefined)[]): Promise<string> {
  const base = slugOf(names.filter(Boolean).join(' ').slice(0, 60)) || 'van-ban'
  const rows = await reader
    .select({ code: documents.code })
    .from(documents)
    .where(like(documents.code, `${base}%`))
  const taken = new Set(rows.map(({ code }) => code))
  let code = base
  for (let count = 2; taken.has(code); count += 1) code = `${base}-${count}`
  return code
}
