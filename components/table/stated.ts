import { type StatedTier, statedTiers } from '#domain/figure.ts'
import type { SheetLine, StatementView } from '#domain/sheet.ts'
import type { StatementSubject } from '#domain/statement.ts'

/** What sources say of one set of indicators: the sheet's own set of a tier, or one that a source names. */
export type StatedSet = {
  tier: StatedTier
  setName: string | null
  said: Partial<Record<StatementSubject, StatementView>>
  /** "19, of which economy 4 and others 15": assigned counts of parts of this set. */
  parts: StatementView[]
}

/**
 * Statements by the set they speak of; never added up, never mixed with what is computed (domain rule 1). A named set
 * of which only an assigned count is said is a part of its tier's own set, where that has one.
 */
export function statedSets(statements: readonly StatementView[]): StatedSet[] {
  return statedTiers.flatMap((tier) => {
    const ofTier = statements.filter((one) => one.tier === tier)
    const sets = [...new Set(ofTier.map(({ setName }) => setName))].map((setName): StatedSet => {
      const own = ofTier.filter((one) => one.setName === setName)
      return { tier, setName, said: Object.fromEntries(own.map((one) => [one.subject, one])), parts: [] }
    })
    const whole = sets.find(({ setName, said }) => setName === null && said.assigned_count)
    const isPart = ({ setName, said }: StatedSet) =>
      whole !== undefined && setName !== null && Object.keys(said).join() === 'assigned_count'
    if (whole) whole.parts = sets.filter(isPart).flatMap(({ said }) => said.assigned_count ?? [])
    return sets.filter((set) => !isPart(set)).sort((a, b) => Number(a.setName !== null) - Number(b.setName !== null))
  })
}

/**
 * How many indicators of a set the sheet itself has: its lines without headings, breakdowns and ended ones. Of a tier
 * that is not stated, the lines of either set.
 */
export const linesOfSet = (lines: readonly SheetLine[], tier: StatedTier): number =>
  lines.filter(
    ({ endedAt, indicator, inAssignedSet, inAdoptedSet }) =>
      endedAt === null &&
      !indicator.heading &&
      indicator.parentCode === null &&
      ((tier !== 'adopted' && inAssignedSet) || (tier !== 'assigned' && inAdoptedSet)),
  ).length
