/** The marks of a trend, around x = 0: the same in the chart and in its legend. */

type Mark = { y: number; colour: string; hollow: boolean }

const paint = ({ colour, hollow }: Mark) => ({
  fill: hollow ? 'var(--surface)' : colour,
  stroke: colour,
  strokeWidth: 2,
})

/** A surface-coloured halo keeps every mark apart from what is behind it. */
const halo = { fill: 'var(--surface)', stroke: 'var(--surface)', strokeWidth: 4.5, strokeLinejoin: 'round' } as const

/** An actual that met its plan, or is not judged. */
export const Disc = (mark: Mark) => (
  <>
    <circle cy={mark.y} r="4.5" {...halo} />
    <circle cy={mark.y} r="4.5" {...paint(mark)} />
  </>
)

/** An actual that missed its plan. */
export const Triangle = (mark: Mark) => (
  <g transform={`translate(0 ${mark.y})`} strokeLinejoin="round">
    <path d="M-5.5-4.5h11L0 5.5z" {...halo} />
    <path d="M-5.5-4.5h11L0 5.5z" {...paint(mark)} />
  </g>
)

/** The superior's plan. */
export const Diamond = ({ y }: { y: number }) => (
  <g transform={`translate(0 ${y})`}>
    <path d="M0-4.4 4.4 0 0 4.4-4.4 0z" {...halo} />
    <path
      d="M0-4.4 4.4 0 0 4.4-4.4 0z"
      fill="var(--surface)"
      stroke="var(--ink)"
      strokeWidth="1.5"
      strokeLinejoin="round"
    />
  </g>
)
