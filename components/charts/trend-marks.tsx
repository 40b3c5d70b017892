'use client'
import { DefaultZIndexes, usePlotArea, useXAxisScale, useYAxisScale, ZIndexLayer } from 'recharts'
import type { Tone } from './bullet-frame.tsx'
import { placeLabels } from './trend-labels.ts'
import type { Drawn, TrendPoint } from './trend-point.ts'
import { Diamond, Disc, Triangle } from './trend-shapes.tsx'

export type LabelledPoint = TrendPoint & {
  labels: { actual: string | null; assigned: string | null; adopted: string | null }
}

const colours: Record<Tone, string> = { good: 'var(--met)', miss: 'var(--miss)', neutral: 'var(--none)' }
const DASH = 13
const ARROW = 20
const CHARACTER = 7.2
/** Half the height of a mark. */
const extent = { actual: 6.5, adopted: 2, assigned: 5.5 }
const BESIDE = DASH + 4
const actualText = { fontSize: 12, fontWeight: 600, fill: 'var(--ink)' }
const planText = { fontSize: 11, fill: 'var(--ink-3)' }
const halo = { stroke: 'var(--surface)', strokeWidth: 3, paintOrder: 'stroke' } as const

type Y = (value: number) => number
/** Pixels of a quantity's ends; an open end is where its arrow points. */
const ends = ({ low, high }: Drawn, y: Y) => {
  if (low !== null && high !== null) return { top: y(high), bottom: y(low), open: 0 }
  if (low !== null) return { top: y(low) - ARROW, bottom: y(low), open: -1 }
  return { top: y(high ?? 0), bottom: y(high ?? 0) + ARROW, open: 1 }
}

/** The stem of a range or a bound; a bound ends in an arrowhead. */
function Stem({ of, y, stroke }: { of: Drawn; y: Y; stroke: string }) {
  const { top, bottom, open } = ends(of, y)
  if (top === bottom) return null
  const head =
    open === -1 ? `M-4.5 ${top + 6}L0 ${top}l4.5 6` : open === 1 ? `M-4.5 ${bottom - 6}L0 ${bottom}l4.5-6` : ''
  return <path d={`M0 ${bottom}V${top}${head}`} fill="none" stroke={stroke} strokeWidth="2" />
}

/** Where a quantity is known: its number, or both ends of its range. */
const known = ({ low, high }: Drawn): number[] => [...new Set([low, high])].filter((end) => end !== null)

function Plans({ point: { adopted, assigned }, y }: { point: LabelledPoint; y: Y }) {
  return (
    <>
      {adopted ? <Stem of={adopted} y={y} stroke="var(--ink)" /> : null}
      {adopted
        ? known(adopted).map((value) => (
            <rect key={value} x={-DASH} y={y(value) - 1.25} width={2 * DASH} height="2.5" fill="var(--ink)" {...halo} />
          ))
        : null}
      {assigned ? <Stem of={assigned} y={y} stroke="var(--ink)" /> : null}
      {assigned ? known(assigned).map((value) => <Diamond key={value} y={y(value)} />) : null}
    </>
  )
}

function Actual({ point: { actual, hollow, tone }, y }: { point: LabelledPoint; y: Y }) {
  if (!actual) return null
  const Shape = tone === 'miss' ? Triangle : Disc
  return (
    <>
      <Stem of={actual} y={y} stroke={colours[tone]} />
      {known(actual).map((value) => (
        <Shape key={value} y={y(value)} colour={colours[tone]} hollow={hollow} />
      ))}
    </>
  )
}

/** What a label says, and the mark of the plan that it belongs to. */
const words = ({ labels: { actual, adopted, assigned } }: LabelledPoint) => {
  const shared = adopted !== null && adopted === assigned
  return {
    actual,
    adopted: adopted === null ? null : `– ${shared ? '◇ ' : ''}${adopted}`,
    assigned: assigned === null || shared ? null : `◇ ${assigned}`,
  }
}

const kinds = ['actual', 'adopted', 'assigned'] as const

/** The numbers of a year, each at its own mark. */
function Labels({ point, y, floor, column }: { point: LabelledPoint; y: Y; floor: number; column: number }) {
  const said = words(point)
  const marks = kinds.flatMap((key) => {
    const mark = point[key]
    if (!mark) return []
    const { top, bottom } = ends(mark, y)
    const width = said[key] === null ? null : said[key].length * CHARACTER
    return [{ key, top: top - extent[key], bottom: bottom + extent[key], width }]
  })
  return placeLabels(marks, { ceiling: 0, floor, beside: column / 2 - BESIDE }).map(({ key, baseline, beside }) => (
    <text
      key={key}
      x={beside ? BESIDE : 0}
      y={baseline}
      textAnchor={beside ? 'start' : 'middle'}
      {...(key === 'actual' ? actualText : planText)}
      {...halo}
    >
      {said[key]}
    </text>
  ))
}

/** Plans, then actuals, then numbers, at the places that recharts' axes give them. */
export function TrendMarks({ points }: { points: LabelledPoint[] }) {
  const x = useXAxisScale()
  const scale = useYAxisScale()
  const plot = usePlotArea()
  if (!x || !scale || !plot) return null
  const y = (value: number) => scale(value) ?? 0
  const floor = plot.y + plot.height
  const drawnPoints = points.filter(({ actual, adopted, assigned }) => actual ?? adopted ?? assigned)
  // Where columns are narrower than the numbers, only every so many years are labelled; the table has them all.
  const widest = Math.max(0, ...points.flatMap((point) => Object.values(words(point)).map((text) => text?.length ?? 0)))
  const column = plot.width / points.length
  const every = Math.ceil((widest * CHARACTER) / column)
  const last = points.at(-1)?.year ?? 0
  return (
    // Above the line and the tooltip's cursor, so that neither runs through a number.
    <ZIndexLayer zIndex={DefaultZIndexes.activeDot}>
      {drawnPoints.map((point) => (
        <g key={point.year} transform={`translate(${x(point.year, { position: 'middle' }) ?? 0} 0)`}>
          <Plans point={point} y={y} />
          <Actual point={point} y={y} />
          {(last - point.year) % every === 0 ? <Labels point={point} y={y} floor={floor} column={column} /> : null}
        </g>
      ))}
    </ZIndexLayer>
  )
}
