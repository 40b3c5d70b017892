import { type BarForm, type Paint, partsOf, percentCap } from './bar.ts'
import type { BarRow } from './bar-row.ts'
import { hatch } from './bullet-frame.tsx'
import { type Drawn, endOf } from './trend-point.ts'
import { Disc } from './trend-shapes.tsx'

/** Half the height of a bar. */
export const HALF = 5
const ARROW = 14
const paints: Record<Exclude<Paint, 'reported'>, string> = {
  met: 'var(--met)',
  exceed: 'var(--exceed)',
  miss: 'var(--miss)',
  none: 'var(--none)',
  gap: hatch,
}

/** The place of a number on the axis, in pixels. */
export type X = (value: number) => number

/** The bar of a row, around y = 0: its parts, the open side of a bound, and the cut where it goes beyond the axis. */
export function Filled({ row, form, x, right }: { row: BarRow; form: BarForm; x: X; right: number }) {
  const { actual } = row
  if (actual === null) return null
  const end = endOf(actual)
  const colour = row.tone === 'miss' ? 'var(--miss)' : row.tone === 'good' ? 'var(--exceed)' : 'var(--none)'
  return (
    <>
      {partsOf(row, form).map(({ from, to, paint }) => {
        const [start, stop] = [Math.min(x(from), x(to)), Math.max(x(from), x(to))]
        const box = { x: start, width: stop - start, height: 2 * HALF, y: -HALF }
        return paint === 'reported' ? (
          <rect
            key={paint}
            {...box}
            fill="var(--surface)"
            stroke="var(--ink-3)"
            strokeWidth="1.5"
            strokeDasharray="4 3"
          />
        ) : (
          <rect key={paint} data-part={paint} {...box} fill={paints[paint]} />
        )
      })}
      {form === 'points' ? (
        <g transform={`translate(${x(end)} 0)`}>
          <Disc y={0} colour={colour} hollow={false} />
        </g>
      ) : null}
      <Spread of={actual} x={x} colour={colour} />
      {form === 'percent' && end > percentCap ? <Beyond at={right} /> : null}
    </>
  )
}

/** Of a range the part up to its upper end; of a bound an arrow to its open side. */
export function Spread({ of: { low, high }, x, colour }: { of: Drawn; x: X; colour: string }) {
  if (low !== null && high !== null) {
    return low === high ? null : <path d={`M${x(low)} 0H${x(high)}`} stroke={colour} strokeWidth="3" />
  }
  const at = x(low ?? high ?? 0)
  const side = low === null ? -1 : 1
  return (
    <path
      d={`M${at} 0h${side * ARROW}m${-side * 5} -4.5l${side * 5} 4.5l${-side * 5} 4.5`}
      fill="none"
      stroke="var(--ink)"
      strokeWidth="1.75"
    />
  )
}

/** Two slashes and an arrowhead: the bar goes on beyond the axis, and its true number stands at its end. */
const Beyond = ({ at }: { at: number }) => (
  <g data-beyond="" transform={`translate(${at} 0)`}>
    <path d={`M-6-${HALF + 1}h7v${2 * HALF + 2}h-7l6-${HALF + 1}z`} fill="var(--surface)" />
    <path
      d={`M-17 ${HALF + 1}l4-${2 * HALF + 2}m2 ${2 * HALF + 2}l4-${2 * HALF + 2}`}
      stroke="var(--surface)"
      strokeWidth="2"
    />
  </g>
)
