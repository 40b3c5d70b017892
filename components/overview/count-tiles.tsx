import { useTranslations } from 'next-intl'
import type { Tier } from '#domain/figure.ts'
import type { VerdictCounts } from '#domain/roll-up.ts'
import { CountTile } from './count-tile.tsx'
import { countJudged, sumCounts } from './judged.ts'
import type { JudgedSheet } from './overview-view.ts'

/** So many units are named under a count; the others are counted. */
const NAMED = 3

type Props = { tier: Tier; plan: string; sheets: readonly JudgedSheet[] }

/** Five computed counts against one plan over the units of the page, with the units they come from. */
export function CountTiles({ tier, plan, sheets }: Props) {
  const t = useTranslations()
  const units = sheets
    .filter(({ before }) => !before)
    .map(({ unit, lines }) => ({ name: unit.name, counts: countJudged(lines, tier) }))
  const sum = sumCounts(units.map(({ counts }) => counts))
  const known = sum.total - sum.awaiting
  const by = (count: (counts: VerdictCounts) => number): string => {
    const having = units.filter(({ counts }) => count(counts) > 0)
    const named = having.slice(0, NAMED).map(({ name, counts }) => `${name} ${count(counts)}`)
    const others = having.length - named.length
    return [...named, ...(others > 0 ? [t('overview.otherUnits', { count: others })] : [])].join(' · ')
  }
  const tile = (verdict: 'met' | 'exceeded' | 'missed' | 'awaiting', name: string, of = '') => {
    const unplanned = verdict === 'awaiting' && sum.unplanned > 0
    const notes = [by((counts) => counts[verdict])].filter((note) => note !== '')
    if (unplanned) notes.push(t('overview.unplanned', { count: sum.unplanned }))
    return <CountTile verdict={verdict} name={name} value={sum[verdict]} of={of} notes={notes} />
  }
  const width = (count: number, className: string) =>
    count > 0 ? <span className={className} style={{ flexGrow: count }} /> : null
  return (
    <dl className="count-tiles" aria-label={t('overview.counts', { plan })}>
      <div className="count-tile count-tile-all">
        <dt className="text-xs text-ink-2">{t('overview.withResult', { plan })}</dt>
        <dd>
          <span className="text-kpi">{known}</span>
          <span className="text-md font-normal text-ink-2"> {t('overview.ofSet', { count: sum.total })}</span>
          <span aria-hidden="true" className="heat-bar mt-1.5 mb-1">
            {width(sum.exceeded, 'far')}
            {width(sum.met - sum.exceeded, 'met')}
            {width(sum.missed, 'miss')}
            {width(sum.awaiting, 'wait')}
          </span>
          {sum.notJudged > 0 ? (
            <p className="text-xs text-ink-3">{t('overview.neutral', { count: String(sum.notJudged) })}</p>
          ) : null}
        </dd>
      </div>
      {tile('met', t('overview.tile.met'), known > 0 ? `/ ${known}` : '')}
      {tile('exceeded', t('overview.tile.exceeded'))}
      {tile('missed', t('verdict.missed'))}
      {tile('awaiting', t('verdict.awaiting'))}
    </dl>
  )
}
