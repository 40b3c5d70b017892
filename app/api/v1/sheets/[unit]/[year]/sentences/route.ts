import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { readAddress } from '#app/_server/address.ts'
import { admit } from '#app/_server/gate.ts'
import { respond, respondRefusal } from '#app/_server/respond.ts'
import { cellSentence } from '#components/overview/heat-sentence.ts'
import { judgeLines, reviewOnce } from '#components/overview/judged.ts'
import { planKindsOf, wordsOf } from '#components/table/words.ts'
import { getUnitSheet } from '#db/queries/unit-sheet.ts'
import { tiers } from '#domain/figure.ts'

type Context = { params: Promise<{ unit: string; year: string }> }

/** What each line of a sheet says against one plan (`against`), in the reader's language, by the code of its indicator. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const entered = await admit('GET /api/v1/sheets/[unit]/[year]/sentences')
  if (!entered.ok) return respondRefusal(entered.error)
  const { reader, actor } = entered.value
  const address = readAddress(await params)
  const found = await getUnitSheet(reader, actor, address.unit, address.year)
  if (!found) return respondRefusal({ code: 'not_found' })
  const asked = new URL(request.url).searchParams.get('against')
  const against = tiers.find((tier) => tier === asked) ?? 'adopted'
  const [t, format, style] = await Promise.all([getTranslations(), getFormatter(), getLocale()])
  const words = wordsOf(planKindsOf(found.unit), { t, format, style })
  const { lines, previousLines, statements, acknowledgements } = found
  const content = { state: found.sheet.state, lines, statements, acknowledgements }
  const findings = reviewOnce(content, { ...content, lines: previousLines })
  return respond(
    Object.fromEntries(
      judgeLines(lines).map((judged) => [judged.line.indicator.code, cellSentence(judged, against, findings, words)]),
    ),
  )
}
