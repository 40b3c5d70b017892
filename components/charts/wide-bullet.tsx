import { hatch, type Tone, WIDTH } from './bullet-frame.tsx'

/** The axis ends here, whatever the values, so that panels stay comparable; what is beyond is cut with slashes. */
const WIDE_END = 160

const at = (percent: number) => `${Math.round((Math.min(Math.max(percent, 0), WIDE_END) / WIDE_END) * 10000) / 100}%`
const TOP = 7
const HEIGHT = 8

type Props = {
  /** In percent of the plan at 100; null: awaiting, an empty track. */
  percent: number | null
  assignedAt: number | null
  adoptedAt: number | null
  tone: Tone
  /** The whole content in words; the picture says nothing else. */
  label: string
}

function part(from: number, to: number, fill: string) {
  const [start, end] = [Math.min(from, WIDE_END), Math.min(to, WIDE_END)]
  return end > start ? <rect x={at(start)} y={TOP} width={at(end - start)} height={HEIGHT} fill={fill} /> : null
}

function Filled({ percent, tone }: { percent: number; tone: Tone }) {
  if (tone === 'neutral') return part(0, percent, 'var(--none)')
  const reached = Math.min(percent, 100)
  return (
    <>
      {part(0, reached, tone === 'good' ? 'var(--met)' : 'var(--miss)')}
      {tone === 'good' ? part(100, percent, 'var(--exceed)') : part(reached, Math.max(percent, 100), hatch)}
    </>
  )
}

/** One actual against two plans as wide as there is room, axis 0–160% of the plan; with the parts of the page's sprite. */
export function WideBullet({ percent, assignedAt, adoptedAt, tone, label }: Props) {
  return (
    <svg role="img" aria-label={label} className="h-5.5 w-full overflow-visible">
      <rect y={TOP} width="100%" height={HEIGHT} rx="2" fill="var(--track)" />
      {percent === null ? null : <Filled percent={percent} tone={tone} />}
      {percent !== null && percent > WIDE_END ? (
        <svg aria-hidden="true" x="100%" className="overflow-visible">
          <use href="#bullet-beyond" x={-WIDTH} />
        </svg>
      ) : null}
      {adoptedAt === null ? null : <use href="#bullet-adopted" x={at(adoptedAt)} />}
      {assignedAt === null ? null : <use href="#bullet-assigned" x={at(assignedAt)} />}
    </svg>
  )
}
