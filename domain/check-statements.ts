import { countTier } from './assessment.ts'
import { type FigureKind, figureKinds, figureKindTable, statedTiers, type Tier, tiers } from './figure.ts'
import type { SheetDetail } from './finding.ts'
import type { SheetLine, StatementView } from './sheet.ts'
import type { SheetState } from './sheet-state.ts'

export type SheetToCheck = {
  state: SheetState
  lines: readonly SheetLine[]
  /** The live lines of the unit's sheet of the year before; empty where there is none. */
  previousLines: readonly SheetLine[]
  statements: readonly StatementView[]
}

/** A sheet as a whole, and what sources state of it, against its lines (domain rules 1 and 7). */
export const checkStatements = (sheet: SheetToCheck): SheetDetail[] => [
  ...awaiting(sheet),
  ...tiers.flatMap((tier) => statedCounts(sheet, tier)),
  ...statedParts(sheet.statements),
]

/** How many indicators a tier has on the sheet itself: breakdowns, headings and ended lines are none of their own. */
const own = (lines: readonly SheetLine[]) => lines.filter(({ indicator }) => indicator.parentCode === null)
const inSet = (lines: readonly SheetLine[], tier: Tier) => {
  const counts = countTier(own(lines), tier)
  return { ...counts, size: counts.total + counts.notJudged }
}

/** A result of any sort: an actual, or what a source says of one. A difference may be that of the two plans. */
const isResult = (kind: FigureKind): boolean => {
  const { group, content } = figureKindTable[kind]
  return group === 'actual' || content !== 'quantity'
}
const hasResult = ({ figures }: SheetLine): boolean =>
  figureKinds.some((kind) => isResult(kind) && figures[kind]?.quantity)

const ownSet = (statements: readonly StatementView[], tier: Tier) =>
  statements.filter((one) => one.tier === tier && one.setName === null)

/** A draft still waits for its figures as it should; whoever hands on a sheet without results is asked for them. */
function awaiting({ state, lines, statements }: SheetToCheck): SheetDetail[] {
  if (state === 'draft' || statements.some(({ subject }) => subject !== 'assigned_count')) return []
  if (lines.some((line) => line.endedAt === null && hasResult(line))) return []
  for (const tier of tiers) {
    const [said] = ownSet(statements, tier)
    const count = said?.count ?? inSet(lines, tier).size
    if (count > 0) return [{ kind: 'awaiting', tier, count, stated: said !== undefined }]
  }
  return []
}

/**
 * A sheet may have fewer of the indicators that were counted, so its verdicts only leave a room: those it has met, and
 * all that it has not missed. One that has more holds others besides, and says nothing of the count.
 */
function statedCounts({ lines, statements }: SheetToCheck, tier: Tier): SheetDetail[] {
  const { size, met, exceeded, missed } = inSet(lines, tier)
  const computed = {
    met_count: { least: met, not: missed },
    exceeded_count: { least: exceeded, not: missed + met - exceeded },
  }
  return (['met_count', 'exceeded_count'] as const).flatMap((subject): SheetDetail | [] => {
    const { least, not } = computed[subject]
    for (const { subject: said, count: stated, total } of ownSet(statements, tier)) {
      if (said !== subject || total === null || size > total) continue
      const most = total - not
      const detail = { kind: 'stated_counts', tier, subject, stated, total } as const
      if (stated > most) return { ...detail, limit: 'most', computed: most }
      if (stated < least) return { ...detail, limit: 'least', computed: least }
    }
    return []
  })
}

/** "19, of which economy 4 and others 15": what is counted of named sets is within the whole of their tier. */
const statedParts = (statements: readonly StatementView[]): SheetDetail[] =>
  statedTiers.flatMap((tier): SheetDetail[] => {
    const assigned = statements.filter((one) => one.tier === tier && one.subject === 'assigned_count')
    const whole = assigned.find(({ setName }) => setName === null)?.count
    const sum = assigned.reduce((total, { setName, count }) => (setName === null ? total : total + count), 0)
    return whole !== undefined && sum > whole ? [{ kind: 'stated_parts', tier, whole, sum }] : []
  })
