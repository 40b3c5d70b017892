import { readAddress } from '#app/_server/address.ts'
import { admit } from '#app/_server/gate.ts'
import { respond, respondRefusal } from '#app/_server/respond.ts'
import { getCellHistory } from '#db/queries/cell-history.ts'
import { figureKinds } from '#domain/figure.ts'

type Context = { params: Promise<{ unit: string; year: string }> }

/** `?indicator=&kind=`: every revision of one cell, newest first. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const entered = await admit('GET /api/v1/sheets/[unit]/[year]/history')
  if (!entered.ok) return respondRefusal(entered.error)
  const { reader, actor } = entered.value
  const query = new URL(request.url).searchParams
  const indicator = query.get('indicator')
  const kind = figureKinds.find((one) => one === query.get('kind'))
  if (!indicator || !kind) return respondRefusal({ code: 'not_found' })
  const address = { ...readAddress(await params), indicator, kind }
  const revisions = await getCellHistory(reader, actor, address)
  return revisions ? respond({ revisions }) : respondRefusal({ code: 'not_found' })
}
