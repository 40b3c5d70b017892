import { type Locale, localeOf } from '#app/_i18n/preferences.ts'
import { perform } from '#app/_server/action.ts'
import { readAddress } from '#app/_server/address.ts'
import { readJson } from '#app/_server/read-json.ts'
import { respond, respondRefusal } from '#app/_server/respond.ts'
import { setFigures } from '#db/commands/set-figures.ts'
import { ok } from '#domain/refusal.ts'

type Context = { params: Promise<{ unit: string; year: string }> }

/** Saves one or many cells of a sheet, all or nothing. The body's fields are those of domain/inputs/set-figures.ts. */
export async function PUT(request: Request, { params }: Context): Promise<Response> {
  const address = readAddress(await params)
  let locale: Locale | undefined
  const result = await perform(setFigures, async () => {
    const body = await readJson(request)
    if (!body.ok) return body
    if (typeof body.value.locale === 'string') locale = localeOf(body.value.locale)
    return ok({ ...body.value, ...address })
  })
  return result.ok ? respond(result.value) : respondRefusal(result.error, locale)
}
