'use client'
import { DefaultZIndexes, useChartWidth, usePlotArea, useXAxisScale, ZIndexLayer } from 'recharts'
import { type BarForm, percentCap } from './bar.ts'
import { Filled, HALF, Spread, type X } from './bar-filled.tsx'
import { type BarLayout, LINE } from './bar-layout.ts'
import type { BarRow } from './bar-row.ts'
import type { Drawn } from './trend-point.ts'
import { Diamond } from './trend-shapes.tsx'
import { wrapWords } from './wrap-words.ts'

const CHARACTER = 6.6
const halo = { stroke: 'var(--surface)', strokeWidth: 3, paintOrder: 'stroke' } as const
const nameText = { fontSize: 13, fill: 'var(--ink)' }
const faintText = { fontSize: 12, fill: 'var(--ink-3)' }

type Props = { rows: BarRow[]; form: BarForm; ceiling: 'adopted' | 'assigned'; layout: BarLayout; waiting: string }

/** Every row at the place that recharts' axis gives it: name, track, bar, plans, and the number at its end. */
export function BarMarks({ rows, form, ceiling, layout: { beside, band }, waiting }: Props) {
  const scale = useXAxisScale()
  const plot = usePlotArea()
  const width = useChartWidth()
  if (!scale || !plot || !width) return null
  const [left, right] = [plot.x, plot.x + plot.width]
  const x: X = (value) =>
    Math.min(Math.max(scale(form === 'percent' ? Math.min(value, percentCap) : value) ?? left, left), right)
  return (
    <ZIndexLayer zIndex={DefaultZIndexes.activeDot}>
      {rows.map((row, index) => {
        const foot = plot.y + (index + 1) * band
        const y = beside ? foot - band / 2 : foot - 15
        const names = beside ? [row.name] : wrapWords(row.name, Math.floor((width - left) / CHARACTER))
        return (
          <g key={row.key} data-row={row.key}>
            {names.map((line, at) => (
              <text
                key={names.slice(0, at + 1).join(' ')}
                x={beside ? left - 10 : left}
                y={beside ? y + 4 : y - HALF - 10 - (names.length - 1 - at) * LINE}
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
                <text x={x(0) + 8} y="3.5" {...faintText} fontSize="11">
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
