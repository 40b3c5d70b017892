import { CountBar } from '#components/ui/count-bar.tsx'
import { Missing } from '#components/ui/missing.tsx'
import { StateMark } from '#components/ui/state-mark.tsx'
import { TextLink } from '#components/ui/text-link.tsx'
import { countTier } from '#domain/assessment.ts'
import { type Tier, tiers } from '#domain/figure.ts'
import type { SheetLine } from '#domain/sheet.ts'
import { countActuals, type OverviewSheet, planKinds } from './overview-sheet.ts'
import { PlanMark } from './plan-mark.tsx'
import { StatedCounts } from './stated-counts.tsx'
import { useWords, type Words } from './words.ts'

type Props = {
  year: number
  sheet: OverviewSheet
  /** Where the heads do not name the plans of this unit, its cells do; cards always do. */
  plansInHead: boolean
  /** Whether the table has a column for what sources state. */
  withStated: boolean
}

/** A unit in its year: a row, or on a small window a card of the same cells. */
export function OverviewRow({ year, sheet, plansInHead, withStated }: Props) {
  const { unit, state, dueDate, lines, statements } = sheet
  const words = useWords(planKinds(unit))
  const { t } = words
  const { count, total } = countActuals(lines)
  return (
    <tr className="overview-row">
      <th scope="row" className="overview-cell text-left">
        <TextLink href={`/units/${unit.slug}/${year}`} className="-my-0.75 py-0.75 font-semibold max-wide:text-md">
          {unit.name}
        </TextLink>{' '}
        {unit.parent ? (
          <span className="text-xs font-normal whitespace-nowrap text-ink-3">{unit.parent.name}</span>
        ) : null}
      </th>
      {tiers.map((tier) => (
        <TierCell key={tier} tier={tier} lines={lines} words={words} plansInHead={plansInHead} />
      ))}
      {withStated ? (
        <td
          className={`overview-cell max-wide:order-3 max-wide:col-span-2 ${statements.length === 0 ? 'max-wide:hidden' : ''}`}
        >
          <p className="mb-0.5 text-xs text-ink-3 wide:hidden">{t('overview.stated')}</p>
          {statements.length === 0 ? (
            <Missing words={t('overview.nothingStated')} />
          ) : (
            <StatedCounts id={`stated-${unit.slug}`} statements={statements} lines={lines} words={words} />
          )}
        </td>
      ) : null}
      <td className="overview-cell whitespace-nowrap text-ink-2 max-wide:order-4 max-wide:col-span-2 wide:text-right">
        <span className="max-wide:hidden">{`${count}/${total}`}</span>
        <span className="text-xs wide:hidden">{t('overview.withActualOf', { count, total })}</span>
      </td>
      <td className="overview-cell max-wide:order-1 max-wide:pt-0.5">
        <StateMark state={state} />
        {dueDate ? <p className="text-xs text-ink-3">{t('overview.dueBy', { date: words.date(dueDate) })}</p> : null}
      </td>
    </tr>
  )
}

type TierProps = { tier: Tier; lines: readonly SheetLine[]; words: Words; plansInHead: boolean }

/** The computed counts of one plan; where the sheet has no indicator under it, a dash, or nothing on a card. */
function TierCell({ tier, lines, words, plansInHead }: TierProps) {
  const { t } = words
  const counts = countTier(lines, tier)
  const empty = counts.total + counts.notJudged === 0
  return (
    <td className={`overview-cell max-wide:order-2 max-wide:col-span-2 ${empty ? 'max-wide:hidden' : ''}`}>
      {empty ? (
        <Missing words={t('overview.noSet')} />
      ) : (
        <p className={`mb-0.5 flex items-center gap-1 text-xs text-ink-3 ${plansInHead ? 'wide:hidden' : ''}`}>
          <PlanMark tier={tier} />
          {t('overview.metPlan', { plan: words.tier(tier) })}
        </p>
      )}
      {counts.total > 0 ? <CountBar counts={counts} /> : null}
      {counts.notJudged > 0 ? (
        <p className="mt-0.5 text-xs text-ink-3">{t('overview.neutral', { count: String(counts.notJudged) })}</p>
      ) : null}
    </td>
  )
}
