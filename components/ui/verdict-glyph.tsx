import type { Verdict } from '#domain/verdict.ts'

const shapes = {
  exceeded: <path d="M6 1 11 6.2H8.2V11H3.8V6.2H1z" fill="currentColor" />,
  met: <path d="m1.8 6.4 2.9 2.9 5.5-6" fill="none" stroke="currentColor" strokeWidth="2.1" />,
  missed: <path d="M1 2.5h10L6 10.5z" fill="currentColor" />,
  awaiting: (
    <circle cx="6" cy="6" r="4.6" fill="none" stroke="currentColor" strokeWidth="1.5" strokeDasharray="2.2 1.4" />
  ),
  not_judged: <path d="M2 6h8" fill="none" stroke="currentColor" strokeWidth="2" />,
} satisfies Record<Verdict, React.ReactNode>

/** The shape of a verdict, 12 px, in the colour of the text; words stand beside it. */
export function VerdictGlyph({ verdict }: { verdict: Verdict }) {
  return (
    <svg aria-hidden="true" width="12" height="12" viewBox="0 0 12 12" className="shrink-0">
      {shapes[verdict]}
    </svg>
  )
}
