'use client'
import { CartesianGrid, ComposedChart, Line, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts'
import { ChartDetails } from './chart-details.tsx'
import { panelHeight } from './panel-height.ts'
import { type LabelledPoint, TrendMarks } from './trend-marks.tsx'

export type PanelPoint = LabelledPoint & {
  /** Unit and year. */
  heading: string
  /** The fixed order of the design: actual, the unit's plan, the superior's plan, growth, source. */
  details: { label: string; value: string }[]
}

export type Panel = {
  /** What the chart is, for screen readers; the table says the rest. */
  name: string
  points: PanelPoint[]
  ticks: { at: number; label: string }[]
}

const tick = { fill: 'var(--ink-3)', fontSize: 12 }
const CHARACTER = 7

/** One unit over the years: plans, actuals and their numbers; an arrow key or the pointer opens a year's details. */
export function TrendPanel({ name, points, ticks }: Panel) {
  const labels = new Map(ticks.map(({ at, label }) => [at, label]))
  const widest = Math.max(...ticks.map(({ label }) => label.length))
  const bottom = ticks[0]?.at ?? 0
  const judged = points.some(({ tone }) => tone !== 'neutral')
  return (
    <ComposedChart
      responsive
      accessibilityLayer
      data={points}
      title={name}
      margin={{ top: 36, right: 4, bottom: 0, left: 0 }}
      style={{ width: '100%', height: panelHeight }}
    >
      <CartesianGrid vertical={false} stroke="var(--line)" />
      <XAxis
        dataKey="year"
        scale="band"
        tick={tick}
        tickLine={false}
        axisLine={bottom < 0 ? false : { stroke: 'var(--line-2)' }}
      />
      <YAxis
        // A unit may have no number that the line runs through; the axis is there all the same.
        allowDataOverflow
        domain={[bottom, ticks.at(-1)?.at ?? 1]}
        ticks={ticks.map(({ at }) => at)}
        tickFormatter={(at: number) => labels.get(at) ?? ''}
        tick={tick}
        tickLine={false}
        axisLine={false}
        width={widest * CHARACTER + 8}
        interval={0}
      />
      {bottom < 0 ? <ReferenceLine y={0} stroke="var(--line-2)" /> : null}
      <Tooltip
        isAnimationActive={false}
        allowEscapeViewBox={{ x: false, y: true }}
        wrapperStyle={{ zIndex: 10 }}
        cursor={{ stroke: 'var(--line-2)' }}
        content={({ active, label }) => {
          const point = active ? points.find(({ year }) => year === label) : undefined
          return point ? <ChartDetails heading={point.heading} details={point.details} /> : null
        }}
      />
      <Line
        dataKey="joined"
        stroke={judged ? 'var(--met)' : 'var(--none)'}
        strokeWidth={2}
        dot={false}
        activeDot={false}
        connectNulls={false}
        isAnimationActive={false}
      />
      <TrendMarks points={points} />
    </ComposedChart>
  )
}
