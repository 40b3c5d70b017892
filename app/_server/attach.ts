import 'server-only'
import { attachFile } from '#db/commands/attach-file.ts'
import { mayWrite } from '#db/write.ts'
import { longestFile } from '#domain/inputs/attach-file.ts'
import type { Actor } from '#domain/permissions.ts'
import { ok, type Result } from '#domain/refusal.ts'
import { ledger } from './ledger.ts'
import { receiveFile } from './receive-file.ts'

/**
 * The input of `attachFile`, from a request whose body is the file. Asked for their rights first: whoever may not
 * attach leaves nothing on the disk.
 */
export async function readAttachment(request: Request, code: string, actor: Actor): Promise<Result<unknown>> {
  const query = new URL(request.url).searchParams
  const [name, key, sha256] = ['name', 'key', 'sha256'].map((field) => query.get(field) ?? '')
  const address = { code, replaces: numberOr(query.get('replaces'), null) }
  const allowed = await mayWrite(ledger().reader, attachFile, actor, address)
  if (!allowed.ok) return allowed
  const counted = { size: numberOr(query.get('size'), Number.NaN), sha256: sha256 ?? '' }
  const file = await receiveFile(request, counted, longestFile)
  return file.ok ? ok({ ...address, key, name, ...file.value }) : file
}

/** A whole number of an address. */
const numberOr = <Otherwise>(typed: string | null, otherwise: Otherwise): number | Otherwise =>
  typed !== null && /^\d{1,10}$/.test(typed) ? Number(typed) : otherwise
