'use client'
import type { KeyboardEvent } from 'react'
import { Bar, BarChart, CartesianGrid, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts'
import type { BarForm } from './bar.ts'
import { AXIS, type BarLayout } from './bar-layout.ts'
import { BarMarks } from './bar-marks.tsx'
import type { BarRow } from './bar-row.ts'
import { ChartDetails } from './chart-details.tsx'

export type BarPanelProps = {
  /** What the chart is, for screen readers; the table says the rest. */
  name: string
  form: BarForm
  /** The plan that a ceiling is. */
  tier: 'adopted' | 'assigned'
  rows: BarRow[]
  ticks: { at: number; label: string }[]
  layout: BarLayout
  /** Said in the track of a row without a result. */
  waiting: string
  /** Where the axis ends. */
  domain: [from: number, to: number]
}

const tick = { fill: 'var(--ink-3)', fontSize: 12 }
const CHARACTER = 7

/** recharts knows left and right only, and in rows its left is downwards. */
const steps = new Map([
  ['ArrowDown', 'ArrowLeft'],
  ['ArrowRight', 'ArrowLeft'],
  ['ArrowUp', 'ArrowRight'],
  ['ArrowLeft', 'ArrowRight'],
])

/** Down and right lead to the next row, up and left to the one before. */
function stepDown(event: KeyboardEvent): void {
  const key = steps.get(event.key)
  if (key === undefined || !event.isTrusted) return
  event.stopPropagation()
  event.preventDefault()
  event.target.dispatchEvent(new window.KeyboardEvent('keydown', { key, bubbles: true }))
}

/** Lines against a plan, one below the other; an arrow key or the pointer opens the details of one. */
export function BarPanel({ name, form, tier, rows, ticks, layout, waiting, domain }: BarPanelProps) {
  const labels = new Map(ticks.map(({ at, label }) => [at, label]))
  const byKey = new Map(rows.map((row) => [row.key, row]))
  const longest = (texts: string[], size: number) => Math.max(0, ...texts.map((text) => text.length)) * size
  const left = layout.beside
    ? longest(
        rows.map((row) => row.name),
        CHARACTER,
      ) + 14
    : 16
  const right =
    Math.max(
      longest(
        rows.map((row) => row.label),
        CHARACTER,
      ),
      longest(
        rows.map((row) => row.tag),
        6,
      ),
    ) + 26
  return (
    <div role="presentation" onKeyDownCapture={stepDown}>
      <BarChart
        responsive
        accessibilityLayer
        layout="vertical"
        data={rows}
        title={name}
        margin={{ top: 0, right, bottom: 0, left }}
        style={{ width: '100%', height: layout.height }}
      >
        <CartesianGrid horizontal={false} stroke="var(--line)" />
        <XAxis
          type="number"
          domain={domain}
          allowDataOverflow
          ticks={ticks.map(({ at }) => at)}
          tickFormatter={(at: number) => labels.get(at) ?? ''}
          tick={tick}
          tickLine={false}
          axisLine={false}
          height={AXIS}
          interval={0}
        />
        <YAxis type="category" dataKey="key" hide width={0} />
        {/* Names above their bars would be crossed by it; the plan of each row stands there anyway. */}
        {form === 'points' && layout.beside ? <ReferenceLine x={0} stroke="var(--ink)" strokeWidth={1.5} /> : null}
        <Tooltip
          isAnimationActive={false}
          allowEscapeViewBox={{ x: false, y: true }}
          wrapperStyle={{ zIndex: 10 }}
          cursor={{ fill: 'var(--sunken)' }}
          content={({ active, label }) => {
            const row = active ? byKey.get(String(label)) : undefined
            return row ? <ChartDetails heading={row.heading} details={row.details} /> : null
          }}
        />
        {/* Gives every row its band; the marks draw what is seen. */}
        <Bar dataKey="base" fill="none" isAnimationActive={false} />
        <BarMarks rows={rows} form={form} ceiling={tier} layout={layout} waiting={waiting} />
      </BarChart>
    </div>
  )
}
