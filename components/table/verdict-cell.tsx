import type { ReactNode } from 'react'
import { VerdictChip } from '#components/ui/verdict-chip.tsx'
import { VerdictGlyph } from '#components/ui/verdict-glyph.tsx'
import { reportedVerdicts } from '#domain/assessment.ts'
import { type StatedTier, tiers } from '#domain/figure.ts'
import type { Verdict } from '#domain/verdict.ts'
import { PlanMarks } from './plan-mark.tsx'
import { Reported } from './reported.tsx'
import type { SheetRow } from './sheet-rows.ts'
import { reportedPercent } from './tier-text.ts'
import type { Words } from './words.ts'

/** One chip and the plans it holds for. */
type Finding = { verdict: Verdict; reported: boolean; tiers: StatedTier[] }

/** Tiers with the same verdict share a chip; a computed and a reported verdict never do. */
function findingsOf({ assessment }: SheetRow): Finding[] {
  const said = [
    ...tiers.map((tier) => ({ tier, verdict: assessment[tier].verdict, reported: false })),
    ...reportedVerdicts(assessment).map((one) => ({ ...one, reported: true })),
  ].filter(({ verdict }) => verdict !== 'awaiting' && verdict !== 'not_judged')
  const findings = new Map<string, Finding>()
  for (const { tier, verdict, reported } of said) {
    const key = `${reported} ${verdict} ${reported && tier === 'unstated'}`
    const finding = findings.get(key) ?? { verdict, reported, tiers: [] }
    findings.set(key, { ...finding, tiers: [...finding.tiers, tier] })
  }
  return [...findings.values()]
}

/** The marks of the plans a verdict or percent holds for, named by them; one that no source ties to a plan is words. */
function TierMarks({ names, words }: { names: readonly StatedTier[]; words: Words }) {
  const said = names.map(words.tier).join(', ')
  const marked = tiers.filter((tier) => names.includes(tier))
  return marked.length > 0 ? (
    <PlanMarks tiers={marked} names={said} />
  ) : (
    <span className="text-xs whitespace-nowrap text-ink-3">{said}</span>
  )
}

/** Why there is no verdict, without a chip. */
const quiet = (verdict: Verdict, text: string): ReactNode => (
  <span className="quiet">
    <VerdictGlyph verdict={verdict} />
    {text}
  </span>
)

/** Every verdict of a line with its plan: computed ones filled, reported ones dashed, else why there is none. */
export function verdictContent(row: SheetRow, words: Words): ReactNode {
  const { line, assessment } = row
  const findings = findingsOf(row)
  const percent = reportedPercent(assessment, 'unstated', words.style)
  const chips = findings.map(({ verdict, reported, tiers: names }) => (
    <span key={`${verdict} ${reported} ${names.join(' ')}`} className="row-finding">
      <VerdictChip verdict={verdict} reported={reported} />
      <TierMarks names={names} words={words} />
    </span>
  ))
  if (percent !== null) {
    chips.push(
      <span key="percent" className="row-finding text-xs">
        {words.t('unitYear.stated.title')}
        <Reported>{percent}</Reported>
        {findings.some(({ tiers: names }) => names.includes('unstated')) ? null : (
          <TierMarks names={['unstated']} words={words} />
        )}
      </span>,
    )
  }
  if (chips.length > 0) return chips
  if (line.indicator.direction === 'neutral') return quiet('not_judged', words.t('verdict.not_judged'))
  if (line.endedAt !== null || !(line.inAssignedSet || line.inAdoptedSet)) return null
  // What is awaited is the figure, unless that is there: then it is the plan.
  const awaitsPlan = assessment.actual !== null && !assessment.assigned.plan && !assessment.adopted.plan
  return awaitsPlan ? quiet('awaiting', words.t('unitYear.awaitingPlan')) : <VerdictChip verdict="awaiting" />
}
