import { type Locale, localeOf } from '#app/_i18n/preferences.ts'
import { perform } from '#app/_server/action.ts'
import { readAddress } from '#app/_server/address.ts'
import { readJson } from '#app/_server/read-json.ts'
import { respond, respondRefusal } from '#app/_server/respond.ts'
import { setFigures } from '#db/commands/set-figures.ts'
import { ok, refuse } from '#domain/refusal.ts'

type Context = { params: Promise<{ unit: string; year: string }> }

/**
 * Saves one or many cells of a sheet, all or nothing. The body's fields are those of domain/inputs/set-figures.ts, and
 * `as`, which may be missing: the id of the person who typed them. Somebody else who has signed in since saves nothing.
 */
export async function PUT(request: Request, { params }: Context): Promise<Response> {
  const address = readAddress(await params)
  let locale: Locale | undefined
  const result = await perform(setFigures, async (actor) => {
    const body = await readJson(request)
    if (!body.ok) return body
    const { as: typist = actor.id, ...fields } = body.value
    if (typeof fields.locale === 'string') locale = localeOf(fields.locale)
    return typist === actor.id ? ok({ ...fields, ...address }) : refuse('unauthenticated')
  })
  return result.ok ? respond(result.value) : respondRefusal(result.error, locale)
}
