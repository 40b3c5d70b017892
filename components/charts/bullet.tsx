import { useId } from 'react'

const WIDTH = 144
const HEIGHT = 22
const AXIS_END = 150
const MIDDLE = HEIGHT / 2
const BAR = 8
const BAR_TOP = MIDDLE - BAR / 2
const DIAMOND = 'M0-4.4 3.6 0 0 4.4-3.6 0z'

const x = (percent: number) => (Math.min(Math.max(percent, 0), AXIS_END) / AXIS_END) * WIDTH

export type BulletProps = {
  /** The actual in percent of the plan at 100; null = awaiting, an empty track. */
  percent: number | null
  /** The superior's plan in the same percent, drawn as a diamond. */
  assignedAt: number | null
  /** The unit's own plan, drawn as a tick: 100 where there is one. */
  adoptedAt: number | null
  /** `good` reaches its plan, `miss` does not, `neutral` is not judged. */
  tone: 'good' | 'miss' | 'neutral'
  /** The whole content in words; the picture says nothing else. */
  label: string
}

const bar = (from: number, to: number, fill: string) =>
  to > from ? <rect x={x(from)} y={BAR_TOP} width={x(to) - x(from)} height={BAR} fill={fill} /> : null

/** The filled part: up to the plan, then beyond it (exceeded) or the hatched gap (missed, in either direction). */
function Filled({ percent, tone, hatch }: { percent: number; tone: BulletProps['tone']; hatch: string }) {
  if (tone === 'neutral') return bar(0, percent, 'var(--none)')
  if (tone === 'good') {
    return (
      <>
        {bar(0, Math.min(percent, 100), 'var(--met)')}
        {bar(100, percent, 'var(--exceed)')}
      </>
    )
  }
  return (
    <>
      {bar(0, Math.min(percent, 100), 'var(--miss)')}
      {bar(Math.min(percent, 100), Math.max(percent, 100), hatch)}
    </>
  )
}

/** Two slashes and an arrowhead: the bar goes on beyond the axis, and the true number stands beside it. */
const beyond = (
  <>
    <path d={`M${WIDTH - 5} ${BAR_TOP - 1}h6v${BAR + 2}h-6l5-${MIDDLE - BAR_TOP + 1}z`} fill="var(--surface)" />
    <path
      d={`M${WIDTH - 14} ${BAR_TOP + BAR + 1}l4-${BAR + 2}m1 ${BAR + 2}l4-${BAR + 2}`}
      stroke="var(--surface)"
      strokeWidth="1.5"
    />
  </>
)

/** One actual against two plans, 144 × 22, axis 0–150 % of the plan; drawn on the server. */
export function Bullet({ percent, assignedAt, adoptedAt, tone, label }: BulletProps) {
  const id = useId()
  return (
    <svg
      role="img"
      aria-label={label}
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className="block"
    >
      <clipPath id={`${id}-track`}>
        <rect y={BAR_TOP} width={WIDTH} height={BAR} rx="2" />
      </clipPath>
      <pattern id={`${id}-hatch`} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="4" height="4" fill="var(--surface)" />
        <rect width="2" height="4" fill="var(--miss)" />
      </pattern>
      <g clipPath={`url(#${id}-track)`}>
        <rect y={BAR_TOP} width={WIDTH} height={BAR} fill="var(--track)" />
        {percent === null ? null : <Filled percent={percent} tone={tone} hatch={`url(#${id}-hatch)`} />}
      </g>
      {percent !== null && percent > AXIS_END ? beyond : null}
      {adoptedAt === null ? null : (
        <rect
          x={x(adoptedAt) - 1.25}
          y={MIDDLE - 9.5}
          width="2.5"
          height="19"
          fill="var(--ink)"
          stroke="var(--surface)"
          strokeWidth="3"
          paintOrder="stroke"
        />
      )}
      {assignedAt === null ? null : (
        <g transform={`translate(${x(assignedAt)} ${MIDDLE})`} fill="var(--surface)" strokeLinejoin="round">
          <path d={DIAMOND} stroke="var(--surface)" strokeWidth="3.5" />
          <path d={DIAMOND} stroke="var(--ink)" strokeWidth="1.5" />
        </g>
      )}
    </svg>
  )
}
