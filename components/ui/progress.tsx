import { useFormatter } from 'next-intl'

type Props = {
  /** What is going on. */
  label: string
  done: number
  /** Null where nobody knows yet: then the bar only says that something goes on. */
  total: number | null
}

/** How far something has come, in words and as a bar. */
export function Progress({ label, done, total }: Props) {
  const format = useFormatter()
  const share = total === null || total === 0 ? null : Math.min(1, done / total)
  return (
    <div className="grid gap-1.5">
      <p className="flex flex-wrap items-baseline gap-x-3 text-sm">
        <span>{label}</span>
        {/* As wide as it will ever be, so that nothing moves while it counts. */}
        <span aria-hidden="true" className="ml-auto min-w-10 text-right text-ink-2">
          {share === null ? '' : format.number(Math.floor(share * 100) / 100, { style: 'percent' })}
        </span>
      </p>
      <progress aria-label={label} max={1} value={share ?? undefined} className="progress" />
    </div>
  )
}
