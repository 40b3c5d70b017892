import { fileName } from '#domain/file-name.ts'
import { type AttachFileInput, attachFileInput } from '#domain/inputs/attach-file.ts'
import { type Actor, can } from '#domain/permissions.ts'
import { ok, type Result, refuse } from '#domain/refusal.ts'
import type { Command, Found } from '../command.ts'
import type { Reader } from '../engine.ts'
import { listCitingUnits } from '../queries/citing-units.ts'
import { type FiledDocument, findFiledDocument } from '../queries/document-files.ts'
import { documentFiles } from '../schema/document-files.ts'
import { build, statement } from '../statement.ts'

export type AttachFileOutput = { name: string; version: number }
export type DocumentPlace = Found & { document: FiledDocument; mayVouch: boolean }

/**
 * Whether somebody may say that a file is this document: it is shown as the source of every figure from there, so they
 * must be able to write in every unit that cites it. The administration always may.
 */
export async function mayVouch(reader: Reader, actor: Actor, documentId: string): Promise<boolean> {
  if (can(actor, 'administer', { kind: 'product' })) return true
  const citing = await listCitingUnits(reader, documentId)
  return citing.every((unit) => can(actor, 'write_figures', unit))
}

/** What speaks against a file here, whatever it is: asked before its bytes are read, and again when it is attached. */
export function welcome({ document, mayVouch: trusted }: DocumentPlace, replaces: number | null): Result<null> {
  if (!trusted) return refuse('forbidden', { reason: 'cited_elsewhere' })
  const isSeen = (document.file?.version ?? null) === replaces
  return isSeen ? ok(null) : refuse('conflict', { reason: 'file_changed' })
}

/**
 * Gives a document the file that was stored for it. To replace one, which others may have read as the source of their
 * figures, is to administer; the earlier one stays stored, and its row. Of two who attach at once the later is told.
 */
export const attachFile: Command<AttachFileInput, AttachFileOutput, DocumentPlace> = {
  name: 'attach_file',
  action: 'cite_document',
  also: ({ replaces }) => (replaces === null ? [] : ['administer']),
  input: attachFileInput,

  async find(reader, { code }, actor) {
    const document = typeof code === 'string' ? await findFiledDocument(reader, code) : null
    if (!document) return null
    return { target: { kind: 'product' }, document, mayVouch: await mayVouch(reader, actor, document.id) }
  },

  async plan({ place, journalId }, { code, name: given, type, sha256, size, replaces }) {
    const welcomed = welcome(place, replaces)
    if (!welcomed.ok) return welcomed
    const { document } = place
    const { file: current } = document
    const name = fileName(given, type, code)
    const version = (current?.version ?? 0) + 1
    if (current?.sha256 === sha256 && current.name === name) {
      return ok({ statements: [], output: { name, version: current.version }, journal: {} })
    }
    const file = { version, name, type, sha256, size }
    return ok({
      statements: [statement(build.insert(documentFiles).values({ ...file, documentId: document.id, journalId }))],
      output: { name, version },
      journal: { documentId: document.id, detail: { code, ...file, replaced: current } },
    })
  },
}
