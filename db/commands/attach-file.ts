import { fileName } from '#domain/file-name.ts'
import { type AttachFileInput, attachFileInput } from '#domain/inputs/attach-file.ts'
import { type Actor, type Authority, authority } from '#domain/permissions.ts'
import { ok, type Result, refuse } from '#domain/refusal.ts'
import type { Command, Found } from '../command.ts'
import type { Reader, Statement } from '../engine.ts'
import { guardAuthority, guardUnchanged } from '../guard.ts'
import { citesDocument, listCitingUnits, type UnitTarget } from '../queries/citing-units.ts'
import { type FiledDocument, findFiledDocument } from '../queries/document-files.ts'
import { documentFiles } from '../schema/document-files.ts'
import { units } from '../schema/units.ts'
import { build, statement } from '../statement.ts'

export type AttachFileOutput = { name: string; version: number }
export type DocumentPlace = Found & { document: FiledDocument; warrant: Warrant | null }

/** What lets somebody vouch for a document, and the units that it was asked for; null: whichever there are. */
type Warrant = { relied: readonly Authority[]; citing: readonly UnitTarget[] | null }

/**
 * What lets somebody say that a file is this document: it is shown as the source of every figure from there, so they
 * must be able to write in every unit that cites it. The administration always may. Null: they may not.
 */
export async function findWarrant(reader: Reader, actor: Actor, documentId: string): Promise<Warrant | null> {
  const administers = authority(actor, 'administer', { kind: 'product' })
  if (administers) return { relied: [administers], citing: null }
  const asked = await listCitingUnits(reader, documentId)
  const relied = new Map<string, Authority>()
  for (const unit of asked) {
    const one = authority(actor, 'write_figures', unit)
    if (!one) return null
    relied.set(one.kind === 'grant' ? one.grantId : one.kind, one)
  }
  return { relied: [...relied.values()], citing: asked }
}

/** It still stands as it was found: the rights, the same units that cite the document, each below the same ones. */
function guardWarrant(actor: Actor, documentId: string, { relied, citing }: Warrant): Statement[] {
  const lineages = citing?.map(({ lineage }) => lineage) ?? []
  const parents = lineages.flatMap((ids) => ids.map((id, level) => ({ id, parentId: ids[level + 1] ?? null })))
  const those = lineages.flatMap(([id]) => (id === undefined ? [] : [{ id }]))
  return [
    ...relied.map((one) => guardAuthority(actor.id, one)),
    ...(citing ? [guardUnchanged(units, parents), guardUnchanged(units, those, citesDocument(documentId))] : []),
  ]
}

/** What speaks against a file here, whatever it is: asked before its bytes are read, and again when it is attached. */
export function welcome({ document, warrant }: DocumentPlace, replaces: number | null): Result<Warrant> {
  if (!warrant) return refuse('forbidden', { reason: 'cited_elsewhere' })
  const isSeen = (document.file?.version ?? null) === replaces
  return isSeen ? ok(warrant) : refuse('conflict', { reason: 'file_changed' })
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
    return { target: { kind: 'product' }, document, warrant: await findWarrant(reader, actor, document.id) }
  },

  async plan({ actor, place, journalId }, { code, name: given, type, sha256, size, replaces }) {
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
      statements: [
        ...guardWarrant(actor, document.id, welcomed.value),
        statement(build.insert(documentFiles).values({ ...file, documentId: document.id, journalId })),
      ],
      output: { name, version },
      journal: { documentId: document.id, detail: { code, ...file, replaced: current } },
    })
  },
}
