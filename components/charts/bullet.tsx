import { BulletFrame, bar, hatch, type Tone, WIDTH } from './bullet-frame.tsx'

const AXIS_END = 150

const x = (percent: number) => (Math.min(Math.max(percent, 0), AXIS_END) / AXIS_END) * WIDTH

/** Where 100% stands, in every bullet of a column: a points bullet has its plan there too. */
export const PLAN_X = x(100)

export type BulletProps = {
  /** The actual in percent of the plan at 100; null = awaiting, an empty track. */
  percent: number | null
  /** The superior's plan in the same percent, drawn as a diamond. */
  assignedAt: number | null
  /** The unit's own plan, drawn as a tick: 100 where there is one. */
  adoptedAt: number | null
  tone: Tone
  /** The whole content in words; the picture says nothing else. */
  label: string
}

/** The filled part: up to the plan, then beyond it (exceeded) or the hatched gap (missed, in either direction). */
function Filled({ percent, tone }: { percent: number; tone: Tone }) {
  const end = x(percent)
  const reached = Math.min(end, PLAN_X)
  if (tone === 'neutral') return bar(0, end, 'var(--none)')
  if (tone === 'good') {
    return (
      <>
        {bar(0, reached, 'var(--met)')}
        {bar(PLAN_X, end, 'var(--exceed)')}
      </>
    )
  }
  return (
    <>
      {bar(0, reached, 'var(--miss)')}
      {bar(reached, Math.max(end, PLAN_X), hatch)}
    </>
  )
}

/** One actual against two plans; axis 0–150% of the plan. */
export function Bullet({ percent, assignedAt, adoptedAt, tone, label }: BulletProps) {
  return (
    <BulletFrame
      label={label}
      beyond={percent !== null && percent > AXIS_END ? 'end' : null}
      assignedX={assignedAt === null ? null : x(assignedAt)}
      adoptedX={adoptedAt === null ? null : x(adoptedAt)}
    >
      {percent === null ? null : <Filled percent={percent} tone={tone} />}
    </BulletFrame>
  )
}
