import type { ReactNode } from 'react'

/** What every in-table bullet is drawn on: one track for the whole column, whatever its rows are measured in. */
export const WIDTH = 144
const HEIGHT = 22
const MIDDLE = HEIGHT / 2
const BAR = 8
const BAR_TOP = MIDDLE - BAR / 2
const DIAMOND = `M0 ${MIDDLE - 4.4}l3.6 4.4-3.6 4.4-3.6-4.4z`

/** `good` reaches its plan, `miss` does not, `neutral` is not judged. */
export type Tone = 'good' | 'miss' | 'neutral'

/** The paint of what is missing to the plan, or too much of what should be low. */
export const hatch = 'url(#bullet-hatch)'

/** Hundredths of a pixel: more digits would only travel. */
const rounded = (place: number) => Math.round(place * 100) / 100

/** A part of the bar between two places on the track; nothing where the second is not beyond the first. */
export const bar = (from: number, to: number, paint: string) =>
  to > from ? <path d={`M${rounded(from)} ${MIDDLE}H${rounded(to)}`} stroke={paint} /> : null

/** Where the actual stands, for a bar that may be too short to be seen. */
export const disc = (at: number, fill: string) => <use href="#bullet-disc" x={rounded(at)} fill={fill} />

/** For the sprite: what every bullet of the page has in common. Marks are drawn at 0 of the track. */
export function BulletParts() {
  return (
    <>
      <clipPath id="bullet-track">
        <rect y={BAR_TOP} width={WIDTH} height={BAR} rx="2" />
      </clipPath>
      <pattern id="bullet-hatch" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="4" height="4" fill="var(--surface)" />
        <rect width="2" height="4" fill="var(--miss)" />
      </pattern>
      <circle id="bullet-disc" cy={MIDDLE} r="5" stroke="var(--surface)" />
      <path
        id="bullet-adopted"
        d={`M-1.25 ${MIDDLE - 9.5}h2.5v19h-2.5z`}
        fill="var(--ink)"
        stroke="var(--surface)"
        strokeWidth="3"
        paintOrder="stroke"
      />
      <g id="bullet-assigned" fill="var(--surface)" strokeLinejoin="round">
        <path d={DIAMOND} stroke="var(--surface)" strokeWidth="3.5" />
        <path d={DIAMOND} stroke="var(--ink)" strokeWidth="1.5" />
      </g>
      {/* Two slashes and an arrowhead: the bar goes on beyond the axis, and the true number stands beside it. */}
      <g id="bullet-beyond">
        <path d={`M${WIDTH - 5} ${BAR_TOP - 1}h6v${BAR + 2}h-6l5-${MIDDLE - BAR_TOP + 1}z`} fill="var(--surface)" />
        <path
          d={`M${WIDTH - 14} ${BAR_TOP + BAR + 1}l4-${BAR + 2}m1 ${BAR + 2}l4-${BAR + 2}`}
          stroke="var(--surface)"
          strokeWidth="1.5"
        />
      </g>
    </>
  )
}

type Props = {
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

/** A bar and two plans on a track of 144 × 22; drawn on the server, with the parts of the page's sprite. */
export function BulletFrame({ label, children, mark, beyond, assignedX, adoptedX }: Props) {
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="bullet">
      <g clipPath="url(#bullet-track)" strokeWidth={BAR}>
        {bar(0, WIDTH, 'var(--track)')}
        {children}
      </g>
      {beyond === null ? null : (
        <use href="#bullet-beyond" transform={beyond === 'start' ? `matrix(-1 0 0 1 ${WIDTH} 0)` : undefined} />
      )}
      {mark}
      {adoptedX === null ? null : <use href="#bullet-adopted" x={rounded(adoptedX)} />}
      {assignedX === null ? null : <use href="#bullet-assigned" x={rounded(assignedX)} />}
    </svg>
  )
}
