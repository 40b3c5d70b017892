import type { Tier } from '#domain/figure.ts'
import { Glyph } from '../ui/glyph.tsx'

const ids: Record<Tier, string> = { adopted: 'plan-adopted', assigned: 'plan-assigned' }

/** For the sprite: what every mark of a plan on the page draws. */
export const PlanMarkShapes = () => (
  <>
    <path id={ids.adopted} d="M4.7.5h2.6v11H4.7z" fill="currentColor" />
    <path
      id={ids.assigned}
      d="M6 1.2 10 6 6 10.8 2 6z"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinejoin="round"
    />
  </>
)

/** The mark of a plan tier, everywhere the same: a solid tick for the unit's own plan, an open diamond for its superior's. */
export const PlanMark = ({ tier }: { tier: Tier }) => <Glyph id={ids[tier]} className="plan-mark" />

/** The marks of the plans that something holds for, in one picture named by them; 14 px for each after the first. */
export function PlanMarks({ tiers, names }: { tiers: readonly Tier[]; names: string }) {
  return (
    <svg role="img" className={tiers.length > 1 ? 'plan-mark w-6.5' : 'plan-mark'}>
      <title>{names}</title>
      {tiers.map((tier, index) => (
        <use key={tier} href={`#${ids[tier]}`} x={index * 14 || undefined} />
      ))}
    </svg>
  )
}
