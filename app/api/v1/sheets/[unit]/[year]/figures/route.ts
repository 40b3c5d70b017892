import { localeOf } from '#app/_i18n/preferences.ts'
import { perform } from '#app/_server/action.ts'
import { readAddress } from '#app/_server/address.ts'
import { respond, respondRefusal } from '#app/_server/respond.ts'
import { setFigures } from '#db/commands/set-figures.ts'

type Context = { params: Promise<{ unit: string; year: string }> }

/** Saves one or many cells of a sheet, all or nothing. The body's fields are those of domain/inputs/set-figures.ts. */
export async function PUT(request: Request, { params }: Context): Promise<Response> {
  const body: unknown = await request.json().catch(() => null)
  const fields = typeof body === 'object' && body !== null && !Array.isArray(body) ? body : {}
  const locale = 'locale' in fields ? localeOf(fields.locale) : undefined
  const result = await perform(setFigures, { ...fields, ...readAddress(await params) })
  return result.ok ? respond(result.value) : respondRefusal(result.error, locale)
}
