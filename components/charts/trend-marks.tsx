'use client'
import { DefaultZIndexes, usePlotArea, useXAxisScale, useYAxisScale, ZIndexLayer } from 'recharts'
import type { Drawn, Tone, TrendPoint } from './trend-point.ts'
import { Diamond, Disc, Triangle } from './trend-shapes.tsx'

export type LabelledPoint = TrendPoint & {
  labels: { actual: string | null; assigned: string | null; adopted: string | null }
}

const colours: Record<Tone, string> = { good: 'var(--met)', miss: 'var(--miss)', neutral: 'var(--none)' }
const DASH = 13
const ARROW = 20
const LABEL = 9
const CHARACTER = 7.2
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

/** The numbers of a year: the actual above all marks, plans below them, or above where the axis leaves no room. */
function Labels({ point, y, floor }: { point: LabelledPoint; y: Y; floor: number }) {
  const marks = [point.actual, point.adopted, point.assigned].filter((one) => one !== null).map((one) => ends(one, y))
  const top = Math.min(...marks.map((mark) => mark.top)) - LABEL
  const bottom = Math.max(...marks.map((mark) => mark.bottom))
  const { actual, adopted, assigned } = point.labels
  const plans = [
    ...(adopted === null ? [] : [{ text: adopted, dash: true, diamond: assigned === adopted }]),
    ...(assigned === null || assigned === adopted ? [] : [{ text: assigned, dash: false, diamond: true }]),
  ]
  const below = bottom + 8 + plans.length * 14 < floor
  const line = (index: number) => (below ? bottom + 19 + index * 14 : top - (actual === null ? 0 : 15) - index * 14)
  return (
    <>
      {actual === null ? null : (
        <text y={top} textAnchor="middle" fontSize="12" fontWeight="600" fill="var(--ink)" {...halo}>
          {actual}
        </text>
      )}
      {plans.map(({ text, dash, diamond }, index) => (
        <text key={text} y={line(index)} textAnchor="middle" fontSize="11" fill="var(--ink-3)" {...halo}>
          {dash ? '– ' : ''}
          {diamond ? '◇ ' : ''}
          {text}
        </text>
      ))}
    </>
  )
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
  const widest = Math.max(0, ...points.flatMap(({ labels }) => Object.values(labels).map((text) => text?.length ?? 0)))
  const every = Math.ceil((widest * CHARACTER) / (plot.width / points.length))
  const last = points.at(-1)?.year ?? 0
  return (
    // Above the line and the tooltip's cursor, so that neither runs through a number.
    <ZIndexLayer zIndex={DefaultZIndexes.activeDot}>
      {drawnPoints.map((point) => (
        <g key={point.year} transform={`translate(${x(point.year, { position: 'middle' }) ?? 0} 0)`}>
          <Plans point={point} y={y} />
          <Actual point={point} y={y} />
          {(last - point.year) % every === 0 ? <Labels point={point} y={y} floor={floor} /> : null}
        </g>
      ))}
    </ZIndexLayer>
  )
}
