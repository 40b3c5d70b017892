import { PLAN_X } from './bullet.tsx'
import { BulletFrame, bar, disc, hatch, type Tone, WIDTH } from './bullet-frame.tsx'

/**
 * How wide a percentage point is, in every row and on every sheet: published rates are tenths of a point off their plan,
 * which must still be seen beside the tick. The axis so goes from −4 points to +2, further ones are capped.
 */
const POINT = 24
const LOWEST = -PLAN_X / POINT
const HIGHEST = (WIDTH - PLAN_X) / POINT

const x = (points: number) => PLAN_X + Math.min(Math.max(points, LOWEST), HIGHEST) * POINT

export type PointsBulletProps = {
  /** The actual in percentage points above (+) or below (−) the plan at 0; null = awaiting, an empty track. */
  points: number | null
  /** The superior's plan in the same points, drawn as a diamond. */
  assignedAt: number | null
  /** The unit's own plan, drawn as a tick: 0 where there is one. */
  adoptedAt: number | null
  tone: Tone
  /** The whole content in words; the picture says nothing else. */
  label: string
}

/** Of the disc, and of the bar: hatched where it is the gap to the plan. Where lower is better, colours change sides. */
function paintOf(tone: Tone, points: number): { solid: string; gap: string } {
  if (tone === 'miss') return { solid: 'var(--miss)', gap: hatch }
  const solid = tone === 'neutral' ? 'var(--none)' : points === 0 ? 'var(--met)' : 'var(--exceed)'
  return { solid, gap: solid }
}

/** A rate or a share against two plans: a signed bar from the plan, never a ratio (domain rule 4). */
export function PointsBullet({ points, assignedAt, adoptedAt, tone, label }: PointsBulletProps) {
  const beyond = points === null ? null : points > HIGHEST ? 'end' : points < LOWEST ? 'start' : null
  const paint = points === null ? null : paintOf(tone, points)
  return (
    <BulletFrame
      label={label}
      beyond={beyond}
      mark={points === null || paint === null || beyond !== null ? null : disc(x(points), paint.solid)}
      assignedX={assignedAt === null ? null : x(assignedAt)}
      adoptedX={adoptedAt === null ? null : x(adoptedAt)}
    >
      {points === null || paint === null
        ? null
        : bar(Math.min(PLAN_X, x(points)), Math.max(PLAN_X, x(points)), paint.gap)}
    </BulletFrame>
  )
}
