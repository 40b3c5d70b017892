import { readAddress } from '#app/_server/address.ts'
import { admit } from '#app/_server/gate.ts'
import { respond, respondRefusal } from '#app/_server/respond.ts'
import { getSheetChanges } from '#db/queries/sheet-changes.ts'
import { journalSeq } from '#domain/inputs/common.ts'

type Context = { params: Promise<{ unit: string; year: string }> }

/**
 * `?since=`: the figures that were written after that row of the journal, as they stand now; `seq` to ask with next
 * time; `page` where the page is to be read anew.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const entered = await admit('GET /api/v1/sheets/[unit]/[year]/changes')
  if (!entered.ok) return respondRefusal(entered.error)
  const { reader, actor } = entered.value
  const since = journalSeq.safeParse(new URL(request.url).searchParams.get('since'))
  // Who may not know of the sheet is told so first; a row that is none has none after it.
  const address = { ...readAddress(await params), since: since.success ? since.data : Number.NaN }
  const changes = await getSheetChanges(reader, actor, address)
  if (!changes) return respondRefusal({ code: 'not_found' })
  if (!since.success) return respondRefusal({ code: 'invalid', problems: [{ path: 'since', reason: 'bad_seq' }] })
  return respond(changes)
}
