'use client'
import { DefaultZIndexes, usePlotArea, useXAxisScale, ZIndexLayer } from 'recharts'
import { type BarForm, type Paint, partsOf, percentCap } from './bar.ts'
import { type BarLayout, LINE } from './bar-layout.ts'
import type { BarRow } from './bar-row.ts'
import { hatch } from './bullet-frame.tsx'
import { type Drawn, endOf } from './trend-point.ts'
import { Diamond, Disc } from './trend-shapes.tsx'
import { wrapWords } from './wrap-words.ts'

const HALF = 5
const ARROW = 14
const CHARACTER = 6.6
const paints: Record<Exclude<Paint, 'reported'>, string> = {
  met: 'var(--met)',
  exceed: 'var(--exceed)',
  miss: 'var(--miss)',
  none: 'var(--none)',
  gap: hatch,
}
const halo = { stroke: 'var(--surface)', strokeWidth: 3, paintOrder: 'stroke' } as const
const nameText = { fontSize: 13, fill: 'var(--ink)' }
const faintText = { fontSize: 12, fill: 'var(--ink-3)' }

type X = (value: number) => number
type Props = { rows: BarRow[]; form: BarForm; ceiling: 'adopted' | 'assigned'; layout: BarLayout; waiting: string }

/** Every row at the place that recharts' axis gives it: name, track, bar, plans, and the number at its end. */
export function BarMarks({ rows, form, ceiling, layout: { beside, band }, waiting }: Props) {
  const scale = useXAxisScale()
  const plot = usePlotArea()
  if (!scale || !plot) return null
  const [left, right] = [plot.x, plot.x + plot.width]
  const x: X = (value) =>
    Math.min(Math.max(scale(form === 'percent' ? Math.min(value, percentCap) : value) ?? left, left), right)
  return (
    <ZIndexLayer zIndex={DefaultZIndexes.activeDot}>
      {rows.map((row, index) => {
        const foot = plot.y + (index + 1) * band
        const y = beside ? foot - band / 2 : foot - 15
        const names = beside ? [row.name] : wrapWords(row.name, Math.floor((right - left) / CHARACTER))
        return (
          <g key={row.key} data-row={row.key}>
            {names.map((line, at) => (
              <text
                key={line}
                x={beside ? left - 10 : left}
                y={beside ? y + 4 : y - HALF - 7 - (names.length - 1 - at) * LINE}
                textAnchor={beside ? 'end' : 'start'}
                {...nameText}
                {...halo}
              >
                {line}
              </text>
            ))}
            <g transform={`translate(0 ${y})`}>
              <rect x={left} y={-HALF} width={right - left} height={2 * HALF} rx="2" fill="var(--track)" />
              <Filled row={row} form={form} x={x} right={right} />
              {row.actual === null ? (
                <text x={x(0) + 8} y="4" {...faintText} {...halo} strokeWidth="0">
                  {waiting}
                </text>
              ) : null}
              <Plans row={row} form={form} ceiling={ceiling} x={x} />
              <Label row={row} x={right + 8} />
            </g>
          </g>
        )
      })}
    </ZIndexLayer>
  )
}

function Filled({ row, form, x, right }: { row: BarRow; form: BarForm; x: X; right: number }) {
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
function Spread({ of: { low, high }, x, colour }: { of: Drawn; x: X; colour: string }) {
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

const ends = ({ low, high }: Drawn): number[] => [...new Set([low, high])].filter((end) => end !== null)

function Plans({ row, form, ceiling, x }: { row: BarRow; form: BarForm; ceiling: 'adopted' | 'assigned'; x: X }) {
  const bracket = form === 'ceiling' ? x(row.base) : null
  return (
    <>
      {row.adopted ? <Spread of={row.adopted} x={x} colour="var(--ink)" /> : null}
      {row.adopted && (bracket === null || ceiling === 'assigned')
        ? ends(row.adopted).map((end) => (
            <rect
              key={end}
              data-plan="adopted"
              x={x(end) - 1.25}
              y="-10"
              width="2.5"
              height="20"
              fill="var(--ink)"
              {...halo}
            />
          ))
        : null}
      {bracket === null ? null : (
        <g fill="none" data-plan="ceiling">
          <path d={`M${bracket + 5}-9.5h-5v19h5`} stroke="var(--surface)" strokeWidth="5" />
          <path d={`M${bracket + 5}-9.5h-5v19h5`} stroke="var(--ink)" strokeWidth="2" />
        </g>
      )}
      {row.assigned ? <Spread of={row.assigned} x={x} colour="var(--ink)" /> : null}
      {row.assigned
        ? ends(row.assigned).map((end) => (
            <g key={end} data-plan="assigned" transform={`translate(${x(end)} 0)`}>
              <Diamond y={0} />
            </g>
          ))
        : null}
    </>
  )
}

/** The verdict's shape, the number, and what kind of number it is. */
function Label({ row: { tone, verdict, label, tag }, x }: { row: BarRow; x: number }) {
  return (
    <>
      {tone === 'neutral' ? null : (
        <use
          href={`#verdict-${verdict}`}
          transform={`translate(${x} -6)`}
          color={tone === 'miss' ? 'var(--miss-text)' : 'var(--met-text)'}
        />
      )}
      <text x={x + 16} y={tag ? 0 : 4} fontSize="12" fontWeight="600" fill="var(--ink)" data-label="">
        {label}
      </text>
      {tag ? (
        <text x={x + 16} y="12" fontSize="11" fill="var(--ink-3)">
          {tag}
        </text>
      ) : null}
    </>
  )
}
