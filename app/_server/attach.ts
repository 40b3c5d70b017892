import 'server-only'
import { attachFile, welcome } from '#db/commands/attach-file.ts'
import { contentType } from '#db/file-content.ts'
import { pathOfFile, readStoredFile } from '#db/files.ts'
import { isKeyKnown, mayWrite, problemsOf } from '#db/write.ts'
import { attachFileInput, longestFile } from '#domain/inputs/attach-file.ts'
import type { Actor } from '#domain/permissions.ts'
import { ok, type Result, refuse } from '#domain/refusal.ts'
import { ledger } from './ledger.ts'
import { filesFolder, receiveFile } from './receive-file.ts'

/** Everything that is said of a file but what is counted of it. */
const address = attachFileInput.pick({ key: true, code: true, name: true, replaces: true })

/**
 * The input of `attachFile`. What can be refused without the file is, before its bytes are read; and what was written
 * already needs no bytes to be answered again.
 */
export async function readAttachment(request: Request, code: string, actor: Actor): Promise<Result<unknown>> {
  const query = new URL(request.url).searchParams
  const [name, key, sha256] = ['name', 'key', 'sha256'].map((field) => query.get(field) ?? '')
  const said = { code, name, key, replaces: numberOr(query.get('replaces'), null) }
  const { reader } = ledger()
  const allowed = await mayWrite(reader, attachFile, actor, said)
  if (!allowed.ok) return allowed
  const parsed = address.safeParse(said, { error: (issue) => issue.code })
  if (!parsed.success) return refuse('invalid', { problems: problemsOf(parsed.error) })
  const counted = { size: numberOr(query.get('size'), Number.NaN), sha256: sha256 ?? '' }
  if (await isKeyKnown(reader, actor.id, parsed.data.key)) return knownAttachment({ ...said, ...counted })
  const welcomed = welcome(allowed.value.place, said.replaces)
  if (!welcomed.ok) return welcomed
  const file = await receiveFile(request, counted, longestFile)
  return file.ok ? ok({ ...said, ...file.value }) : file
}

/** The same again without its bytes, where they are stored; `write` compares the whole of it with what was written. */
async function knownAttachment<Said extends { sha256: string }>(said: Said): Promise<Result<unknown>> {
  const isHash = attachFileInput.shape.sha256.safeParse(said.sha256).success
  if (!isHash || !(await readStoredFile(filesFolder(), said.sha256))) return refuse('key_reused')
  return ok({ ...said, type: await contentType(pathOfFile(filesFolder(), said.sha256)) })
}

/** A whole number of an address. */
const numberOr = <Otherwise>(typed: string | null, otherwise: Otherwise): number | Otherwise =>
  typed !== null && /^\d{1,10}$/.test(typed) ? Number(typed) : otherwise
