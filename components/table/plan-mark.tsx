import type { Tier } from '#domain/figure.ts'

const shapes: Record<Tier, React.ReactNode> = {
  adopted: <rect x="4.7" y="0.5" width="2.6" height="11" fill="currentColor" />,
  assigned: (
    <path d="M6 1.2 10 6 6 10.8 2 6z" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinejoin="round" />
  ),
}

/** The mark of a plan tier, everywhere the same: a solid tick for the unit's own plan, an open diamond for its superior's. */
export function PlanMark({ tier }: { tier: Tier }) {
  return (
    <svg aria-hidden="true" width="12" height="12" viewBox="0 0 12 12" className="inline-block shrink-0 text-ink">
      {shapes[tier]}
    </svg>
  )
}
