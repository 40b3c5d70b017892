import { Card } from '#components/ui/card.tsx'
import type { Tier } from '#domain/figure.ts'
import { OverviewRow } from './overview-row.tsx'
import { type OverviewSheet, type OverviewUnit, planKinds } from './overview-sheet.ts'
import { PlanMark } from './plan-mark.tsx'
import { useWords, type Words } from './words.ts'

/** More than these are counted, not named. */
const namedUnopened = 50

type Props = {
  year: number
  /** In the order in which they are shown. */
  sheets: readonly OverviewSheet[]
  /** Units of the year without a sheet. */
  unopened: readonly OverviewUnit[]
}

const head =
  'sticky top-12 z-10 border-b border-line-2 bg-surface px-3 py-2 text-left align-bottom text-xs font-medium text-ink-2'

/** The units of a year: counts computed for each plan, beside them what sources state, and where the sheet stands. */
export function OverviewTable({ year, sheets, unopened }: Props) {
  const kinds = sheets.map(({ unit }) => planKinds(unit))
  const [first = { unitKind: 'province', parentKind: 'other' } as const, ...others] = kinds
  const alike = others.every(
    ({ unitKind, parentKind }) => unitKind === first.unitKind && parentKind === first.parentKind,
  )
  const withStated = sheets.some(({ statements }) => statements.length > 0)
  const words = useWords(first)
  const { t } = words
  return (
    <Card flush className="max-wide:overflow-visible max-wide:border-0 max-wide:bg-transparent max-wide:shadow-none">
      <table className="w-full border-separate border-spacing-0 text-sm max-wide:block wide:table-fixed">
        <caption className="sr-only">{t('overview.table')}</caption>
        <thead className="max-wide:sr-only">
          <tr>
            <th scope="col" className={`${head} w-[15%]`}>
              {t('common.unit')}
            </th>
            <PlanHead tier="assigned" words={words} alike={alike} />
            <PlanHead tier="adopted" words={words} alike={alike} />
            {withStated ? (
              <th scope="col" className={head}>
                {t('overview.stated')}
              </th>
            ) : null}
            <th scope="col" className={`${head} w-[9%] text-right`}>
              {t('overview.withActual')}
            </th>
            <th scope="col" className={`${head} w-[13%]`}>
              {t('overview.progress')}
            </th>
          </tr>
        </thead>
        <tbody className="max-wide:grid max-wide:gap-3 desk:max-wide:grid-cols-2">
          {sheets.map((sheet) => (
            <OverviewRow key={sheet.unit.slug} year={year} sheet={sheet} plansInHead={alike} withStated={withStated} />
          ))}
        </tbody>
      </table>
      <div className="grid gap-1 text-xs text-ink-2 max-wide:mt-3 wide:px-3 wide:py-2.5">
        <Unopened year={year} units={unopened} words={words} />
        <p>{t('overview.foot')}</p>
      </div>
    </Card>
  )
}

/** A plan over its column: by its name where all units of the table share it, else by its tier. */
function PlanHead({ tier, words: { t, kinds }, alike }: { tier: Tier; words: Words; alike: boolean }) {
  return (
    <th scope="col" className={`${head} w-[17%]`}>
      <span className="flex items-center gap-1">
        <PlanMark tier={tier} />
        {t('overview.metPlan', { plan: alike ? t(`tier.${tier}`, kinds) : t(`overview.plan.${tier}`) })}
      </span>
    </th>
  )
}

function Unopened({ year, units, words: { t } }: { year: number; units: readonly OverviewUnit[]; words: Words }) {
  if (units.length === 0) return null
  if (units.length > namedUnopened) {
    return <p>{t('overview.unopenedCount', { count: units.length, year: String(year) })}</p>
  }
  return (
    <p>
      <span className="font-medium text-ink">{t('overview.unopened', { year: String(year) })}:</span>{' '}
      {units.map(({ name, parent }) => (parent ? `${name} (${parent.name})` : name)).join(', ')}
    </p>
  )
}
