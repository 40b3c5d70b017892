import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { type BarForm, type Paint, partsOf } from './bar.ts'
import type { BarRow } from './bar-row.ts'
import { hatch } from './bullet-frame.tsx'
import { Diamond } from './trend-shapes.tsx'

const swatch = (fill: string) => <rect x="-9" y="-4" width="18" height="8" rx="2" fill={fill} />
const swatches: Record<Paint, ReactNode> = {
  met: swatch('var(--met)'),
  exceed: swatch('var(--exceed)'),
  miss: swatch('var(--miss)'),
  gap: swatch(hatch),
  none: swatch('var(--none)'),
  reported: (
    <rect
      x="-9"
      y="-4"
      width="18"
      height="8"
      fill="none"
      stroke="var(--ink-3)"
      strokeWidth="1.5"
      strokeDasharray="4 3"
    />
  ),
}
const paints = ['met', 'exceed', 'miss', 'gap', 'none', 'reported'] as const

type Props = {
  rows: readonly BarRow[]
  form: BarForm
  tier: 'adopted' | 'assigned'
  plans: { adopted: string; assigned: string }
}

/** The paints and marks that occur, and their meaning. */
export function BarLegend({ rows, form, tier, plans }: Props) {
  const t = useTranslations('chart.legend')
  const used = new Set(rows.flatMap((row) => partsOf(row, form).map(({ paint }) => paint)))
  const tick = <rect x="-1.25" y="-7" width="2.5" height="14" fill="var(--ink)" />
  const bracket = <path d="M4-6h-4v12h4" fill="none" stroke="var(--ink)" strokeWidth="2" />
  const zero = form === 'points' && tier === 'adopted'
  const entries: { shown: boolean; label: string; mark: ReactNode }[] = [
    ...paints.map((paint) => ({ shown: used.has(paint), label: t(`${form}.${paint}`), mark: swatches[paint] })),
    { shown: form === 'ceiling', label: t('ceilingOf', { plan: plans[tier] }), mark: bracket },
    {
      shown: (form !== 'ceiling' || tier === 'assigned') && rows.some(({ adopted }) => adopted),
      label: zero ? t('zero', { plan: plans.adopted }) : plans.adopted,
      mark: tick,
    },
    { shown: rows.some(({ assigned }) => assigned), label: plans.assigned, mark: <Diamond y={0} /> },
  ]
  return (
    <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-2">
      {entries
        .filter(({ shown }) => shown)
        .map(({ label, mark }) => (
          <li key={label} className="flex items-center gap-1.5">
            <svg aria-hidden="true" width="22" height="16" viewBox="-11 -8 22 16" className="shrink-0">
              {mark}
            </svg>
            {label}
          </li>
        ))}
    </ul>
  )
}
