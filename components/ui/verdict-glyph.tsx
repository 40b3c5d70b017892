import type { Verdict } from '#domain/verdict.ts'
import { Glyph } from './glyph.tsx'

const shapes = {
  exceeded: <path d="M6 1 11 6.2H8.2V11H3.8V6.2H1z" fill="currentColor" />,
  met: <path d="m1.8 6.4 2.9 2.9 5.5-6" fill="none" stroke="currentColor" strokeWidth="2.1" />,
  missed: <path d="M1 2.5h10L6 10.5z" fill="currentColor" />,
  awaiting: (
    <circle cx="6" cy="6" r="4.6" fill="none" stroke="currentColor" strokeWidth="1.5" strokeDasharray="2.2 1.4" />
  ),
  not_judged: <path d="M2 6h8" fill="none" stroke="currentColor" strokeWidth="2" />,
} satisfies Record<Verdict, React.ReactNode>

const idOf = (verdict: string) => `verdict-${verdict}`

/** For the sprite: what every `VerdictGlyph` of the page draws. */
export const VerdictShapes = () =>
  Object.entries(shapes).map(([verdict, shape]) => (
    <g key={verdict} id={idOf(verdict)}>
      {shape}
    </g>
  ))

/** The shape of a verdict, 12 px, in the colour of the text; words stand beside it. */
export const VerdictGlyph = ({ verdict }: { verdict: Verdict }) => (
  <Glyph id={idOf(verdict)} className="size-3 shrink-0" />
)
