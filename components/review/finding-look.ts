import { Clock, EqualApproximately, type LucideIcon, Split, TriangleAlert } from 'lucide-react'
import type { Finding } from '#domain/finding.ts'

/** How a kind of finding looks in a list, and what its link invites to. */
export type FindingLook = { icon: LucideIcon; tone: string; invites: 'compare' | 'show' }

const look = (icon: LucideIcon, invites: FindingLook['invites'], tone = 'text-ink-2'): FindingLook => ({
  icon,
  tone,
  invites,
})
const doubtful = look(TriangleAlert, 'compare', 'text-warn-graphic')

const looks: Partial<Record<Finding['kind'], FindingLook>> = {
  tiers_differ: look(Split, 'show', 'text-warn-graphic'),
  bound_actual: look(EqualApproximately, 'show'),
  outlier: look(TriangleAlert, 'show', 'text-warn-graphic'),
  awaiting: look(Clock, 'show'),
}

export const lookOf = (kind: Finding['kind']): FindingLook => looks[kind] ?? doubtful
