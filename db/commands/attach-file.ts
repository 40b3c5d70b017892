import { fileName } from '#domain/file-name.ts'
import { type AttachFileInput, attachFileInput } from '#domain/inputs/attach-file.ts'
import { ok, refuse } from '#domain/refusal.ts'
import type { Command, Found } from '../command.ts'
import { type FiledDocument, findFiledDocument } from '../queries/document-files.ts'
import { documentFiles } from '../schema/document-files.ts'
import { build, statement } from '../statement.ts'

export type AttachFileOutput = { name: string; version: number }
type DocumentPlace = Found & { document: FiledDocument }

/**
 * Gives a document the file that was stored for it. To replace one, which others may have read as the source of their
 * figures, is to administer; the earlier one stays stored, and its row. Of two who attach at once the later is told.
 */
export const attachFile: Command<AttachFileInput, AttachFileOutput, DocumentPlace> = {
  name: 'attach_file',
  action: 'cite_document',
  also: ({ replaces }) => (replaces === null ? [] : ['administer']),
  input: attachFileInput,

  async find(reader, { code }) {
    const document = typeof code === 'string' ? await findFiledDocument(reader, code) : null
    return document && { target: { kind: 'product' }, document }
  },

  async plan({ place: { document }, journalId }, { code, name: given, type, sha256, size, replaces }) {
    const { file: current } = document
    if ((current?.version ?? null) !== replaces) return refuse('conflict', { reason: 'file_changed' })
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
