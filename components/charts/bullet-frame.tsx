import type { ReactNode } from 'react'

/** What every in-table bullet is drawn on: one track for the whole column, whatever its rows are measured in. */
export const WIDTH = 144
const HEIGHT = 22
const MIDDLE = HEIGHT / 2
const BAR = 8
const BAR_TOP = MIDDLE - BAR / 2
const DIAMOND = 'M0-4.4 3.6 0 0 4.4-3.6 0z'

/** `good` reaches its plan, `miss` does not, `neutral` is not judged. */
export type Tone = 'good' | 'miss' | 'neutral'

/** The paint of what is missing to the plan, or too much of what should be low. */
export const hatchOf = (id: string) => `url(#${id}-hatch)`

/** A part of the bar between two places on the track; nothing where the second is not beyond the first. */
export const bar = (from: number, to: number, fill: string) =>
  to > from ? <rect x={from} y={BAR_TOP} width={to - from} height={BAR} fill={fill} /> : null

/** Where the actual stands, for a bar that may be too short to be seen. */
export const disc = (at: number, fill: string) => (
  <circle cx={at} cy={MIDDLE} r="5" fill={fill} stroke="var(--surface)" strokeWidth="1" />
)

/** Two slashes and an arrowhead: the bar goes on beyond the axis, and the true number stands beside it. */
const beyondEnd = (
  <>
    <path d={`M${WIDTH - 5} ${BAR_TOP - 1}h6v${BAR + 2}h-6l5-${MIDDLE - BAR_TOP + 1}z`} fill="var(--surface)" />
    <path
      d={`M${WIDTH - 14} ${BAR_TOP + BAR + 1}l4-${BAR + 2}m1 ${BAR + 2}l4-${BAR + 2}`}
      stroke="var(--surface)"
      strokeWidth="1.5"
    />
  </>
)

type Props = {
  /** Of this picture alone on its page: from useId. */
  id: string
  /** The whole content in words; the picture says nothing else. */
  label: string
  /** The bar, in the track. */
  children: ReactNode
  /** Over the track. */
  mark?: ReactNode
  /** The end of the track beyond which the bar goes on. */
  beyond: 'start' | 'end' | null
  /** Where the superior's plan stands, drawn as a diamond. */
  assignedX: number | null
  /** Where the unit's own plan stands, drawn as a tick. */
  adoptedX: number | null
}

/** A bar and two plans on a track of 144 × 22; drawn on the server. */
export function BulletFrame({ id, label, children, mark, beyond, assignedX, adoptedX }: Props) {
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
        {children}
      </g>
      {beyond === 'end' ? beyondEnd : null}
      {beyond === 'start' ? <g transform={`matrix(-1 0 0 1 ${WIDTH} 0)`}>{beyondEnd}</g> : null}
      {mark}
      {adoptedX === null ? null : (
        <rect
          x={adoptedX - 1.25}
          y={MIDDLE - 9.5}
          width="2.5"
          height="19"
          fill="var(--ink)"
          stroke="var(--surface)"
          strokeWidth="3"
          paintOrder="stroke"
        />
      )}
      {assignedX === null ? null : (
        <g transform={`translate(${assignedX} ${MIDDLE})`} fill="var(--surface)" strokeLinejoin="round">
          <path d={DIAMOND} stroke="var(--surface)" strokeWidth="3.5" />
          <path d={DIAMOND} stroke="var(--ink)" strokeWidth="1.5" />
        </g>
      )}
    </svg>
  )
}
