'use client'

import type { Tone } from '#components/charts/bullet-frame.tsx'
import { WideBullet } from '#components/charts/wide-bullet.tsx'
import type { Tier } from '#domain/figure.ts'

type Props = {
  unit: string
  what: string
  /** The whole content in words, for the picture. */
  label: string
  /** The percent, or that it is awaited. */
  text: string
  /** The word for what a source states, '' for what is computed. */
  reported: string
  /** Below the percent, '' for nothing. */
  note: string
  tone: Tone
  percent: number | null
  plansAt: Record<Tier, number | null>
}

/** A budget line of a unit as a bullet; its drawing comes with the script, not in the data of the page. */
export function BudgetRow({ unit, what, label, text, reported, note, tone, percent, plansAt }: Props) {
  return (
    <li className="grid grid-cols-[1fr_auto] items-center gap-x-3 text-sm desk:grid-cols-[minmax(6rem,8rem)_8rem_1fr_5.5rem]">
      <span className="truncate max-desk:whitespace-normal">
        {unit} <span className="text-ink-2 desk:hidden">{what}</span>
      </span>
      <span className="text-ink-2 max-desk:hidden">{what}</span>
      <span className="max-desk:order-last max-desk:col-span-2">
        <WideBullet
          percent={percent}
          assignedAt={plansAt.assigned}
          adoptedAt={plansAt.adopted}
          tone={tone}
          label={label}
        />
      </span>
      <span className={`text-right font-semibold ${tone === 'miss' ? 'text-miss-text' : 'text-ink'}`}>
        <span className={percent === null ? 'text-xs font-normal text-ink-3' : reported ? 'reported' : ''}>
          {text}
          {reported ? <span className="sr-only">{` ${reported}`}</span> : null}
        </span>
        {note ? <span className="block text-2xs font-normal text-ink-3">{note}</span> : null}
      </span>
    </li>
  )
}
