'use client'

/** A look, '' for nothing to be seen, and its words. */
export type LegendSample = readonly [look: string, words: string]

export const LegendSamples = ({ samples }: { samples: readonly LegendSample[] }) => (
  <ul className="heat-legend">
    {samples.map(([look, words]) => (
      <li key={words}>
        {look ? <span aria-hidden="true" className={look} /> : null}
        {words}
      </li>
    ))}
  </ul>
)
