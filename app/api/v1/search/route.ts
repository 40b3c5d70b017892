import { admit } from '#app/_server/gate.ts'
import { askedText } from '#app/_server/list-page.ts'
import { respond, respondRefusal } from '#app/_server/respond.ts'
import { findPlaces } from '#app/(desk)/search/find-places.ts'

/** `?q=`: the units, indicators and years that answer it, in the language of the browser. */
export async function GET(request: Request): Promise<Response> {
  const entered = await admit('GET /api/v1/search')
  if (!entered.ok) return respondRefusal(entered.error)
  const q = askedText(new URL(request.url).searchParams.get('q') ?? '') ?? ''
  return respond({ places: await findPlaces(entered.value, q) })
}
