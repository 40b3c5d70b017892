import { useTranslations } from 'next-intl'
import type { VerdictCounts } from '#domain/roll-up.ts'

/** Computed counts, or stated ones; `exceeded` is null where a source does not say how many. */
type Counts = Omit<VerdictCounts, 'exceeded' | 'notJudged'> & { exceeded: number | null }

type Props = { counts: Counts; size?: 'regular' | 'large' }

const part = (share: number, className: string) =>
  share > 0 ? <span className={`h-full min-w-1 ${className}`} style={{ flexGrow: share, flexBasis: 0 }} /> : null

/** "24/24 hoàn thành, trong đó 6 vượt" over a bar of its parts. Counts belong to one unit and one plan tier. */
export function CountBar({ counts, size = 'regular' }: Props) {
  const t = useTranslations('verdict')
  const { total, met, exceeded, missed, awaiting } = counts
  // Where nothing can be judged yet, none is met, and none has failed.
  const waits = awaiting === total
  return (
    <div className="grid min-w-28 gap-1">
      <p className="flex flex-wrap items-baseline gap-x-1.5 text-sm">
        <span className={size === 'large' ? 'text-xl' : 'font-semibold'}>
          {met}/{total}
        </span>
        {waits ? null : (
          <span className={size === 'large' ? 'text-base' : 'sr-only'}>
            {t('countMet')}
            {exceeded === null ? '' : ','}
          </span>
        )}
        {waits || exceeded === null ? null : (
          <span
            className={`${exceeded > 0 ? 'font-medium text-exceed-text' : 'text-ink-3'} ${size === 'large' ? 'text-base' : 'text-xs'}`}
          >
            {t('countExceeded', { count: exceeded })}
          </span>
        )}
        {missed > 0 ? <span className="text-xs text-miss-text">{t('countMissed', { count: missed })}</span> : null}
        {awaiting > 0 ? <span className="text-xs text-ink-3">{t('countAwaiting', { count: awaiting })}</span> : null}
      </p>
      <span
        aria-hidden="true"
        className="flex h-2 gap-px overflow-hidden rounded-bar bg-track forced-color-adjust-none"
      >
        {part(exceeded ?? 0, 'bg-exceed')}
        {part(met - (exceeded ?? 0), 'bg-met')}
        {part(missed, 'bg-miss')}
        {part(awaiting, 'bg-hatch')}
      </span>
    </div>
  )
}
