'use client'

import { VerdictGlyph } from '#components/ui/verdict-glyph.tsx'

type Props = {
  verdict: 'met' | 'exceeded' | 'missed' | 'awaiting'
  name: string
  value: number
  /** What the value is a part of, '' for nothing. */
  of: string
  /** Where it comes from, and what else is to be said of it. */
  notes: readonly string[]
}

/** One computed count; like a budget line, its looks come with the script and not in the data of the page. */
export const CountTile = ({ verdict, name, value, of, notes }: Props) => (
  <div className="count-tile">
    <dt className="flex items-center gap-1.5 text-xs text-ink-2">
      <span className={`count-glyph-${verdict}`}>
        <VerdictGlyph verdict={verdict} />
      </span>
      {name}
    </dt>
    <dd>
      <span className="text-kpi">{value}</span>
      {of ? <span className="text-md font-normal text-ink-2"> {of}</span> : null}
      {notes.map((note) => (
        <p key={note} className="text-xs text-ink-3">
          {note}
        </p>
      ))}
    </dd>
  </div>
)
