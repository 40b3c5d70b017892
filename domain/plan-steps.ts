import type { Change } from './figure.ts'
import type { PlanStep } from './sheet.ts'

/**
 * The first plan and each adjustment, oldest first; the last is the plan in force (domain rule 11). An entry or a
 * correction says what the step before it should have been, so it takes that one's place; without a document of its own
 * it keeps the one cited. `revisions` are those of one plan, oldest first.
 */
export function planSteps(revisions: readonly (PlanStep & { change: Change })[]): PlanStep[] {
  const steps: PlanStep[] = []
  for (const { change, ...step } of revisions) {
    const corrected = change === 'adjustment' ? undefined : steps.pop()
    steps.push({ ...step, document: step.document ?? corrected?.document ?? null })
  }
  return steps
}
