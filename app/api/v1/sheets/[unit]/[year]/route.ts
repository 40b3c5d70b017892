import { readAddress } from '#app/_server/address.ts'
import { admit } from '#app/_server/gate.ts'
import { respond, respondRefusal } from '#app/_server/respond.ts'
import { getSheet } from '#db/queries/unit-sheet.ts'
import { type Assessment, assessLine } from '#domain/assessment.ts'
import type { Tier } from '#domain/figure.ts'
import { formatQuantity } from '#domain/quantity-format.ts'
import type { FigureView, SheetLine } from '#domain/sheet.ts'

type Context = { params: Promise<{ unit: string; year: string }> }

/** One sheet: its state, what sources state of it, its lines with figures, achievement and verdict per plan tier. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const entered = await admit('GET /api/v1/sheets/[unit]/[year]')
  if (!entered.ok) return respondRefusal(entered.error)
  const { reader, actor } = entered.value
  const { unit, year } = readAddress(await params)
  const found = await getSheet(reader, actor, unit, year)
  if (!found) return respondRefusal({ code: 'not_found' })
  return respond({
    unit: found.unit,
    year,
    state: found.sheet.state,
    statements: found.statements,
    lines: found.lines.map(lineJson),
  })
}

function lineJson(line: SheetLine) {
  const assessment = assessLine(line)
  return {
    indicator: line.indicator,
    number: line.number,
    office: line.office,
    inAssignedSet: line.inAssignedSet,
    inAdoptedSet: line.inAdoptedSet,
    endedAt: line.endedAt,
    figures: Object.fromEntries(Object.entries(line.figures).map(([kind, figure]) => [kind, figureJson(figure)])),
    assigned: tierJson(assessment, 'assigned'),
    adopted: tierJson(assessment, 'adopted'),
  }
}

/** `plain` is the quantity as one text with a decimal dot, as in the CSV. */
const figureJson = (figure: FigureView) => ({
  ...figure,
  plain: figure.quantity ? formatQuantity(figure.quantity, { style: 'plain' }) : '',
})

const tierJson = (assessment: Assessment, tier: Tier) => ({
  achievement: assessment[tier].achievement,
  verdict: assessment[tier].verdict,
})
