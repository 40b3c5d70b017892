'use client'
import type { Detail } from './trend-details.ts'

/** A tooltip: what it is about, and its figures in the fixed order of the design. */
export function ChartDetails({ heading, details }: { heading: string; details: Detail[] }) {
  return (
    <div className="max-w-72 rounded-popover border border-line bg-raised px-3 py-2 text-xs text-ink shadow-popover">
      <p className="mb-1 font-semibold">{heading}</p>
      <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5">
        {details.map(({ label, value }) => (
          <div key={label} className="contents">
            <dt className="text-ink-3">{label}</dt>
            <dd className="text-right">{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
