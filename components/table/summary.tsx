import { countJudged } from '#components/overview/judged.ts'
import { Card } from '#components/ui/card.tsx'
import { CountBar } from '#components/ui/count-bar.tsx'
import { tiers } from '#domain/figure.ts'
import type { VerdictCounts } from '#domain/roll-up.ts'
import type { StatementView } from '#domain/sheet.ts'
import type { SheetState } from '#domain/sheet-state.ts'
import { PlanMark } from './plan-mark.tsx'
import { liveRows, type SheetRows } from './sheet-rows.ts'
import { StatedCounts } from './stated-counts.tsx'
import { type PlanKinds, useWords, type Words } from './words.ts'
import { WorkflowSteps } from './workflow-steps.tsx'

type Props = {
  kinds: PlanKinds
  state: SheetState
  sheet: SheetRows
  statements: readonly StatementView[]
}

const divided = 'border-line min-[1400px]:border-l min-[1400px]:pl-5'

/** The sheet in one card: counts computed for each plan tier, beside them what sources state, and the workflow. */
export function Summary({ kinds, state, sheet, statements }: Props) {
  const words = useWords(kinds)
  const { t } = words
  const rows = liveRows(sheet)
  const counts = tiers
    .map((tier) => ({ tier, counts: countJudged(rows, tier) }))
    .filter(({ counts: { total, notJudged } }) => total + notJudged > 0)
  return (
    <Card className="shown-whole flex flex-wrap items-stretch gap-x-5 gap-y-4">
      <section aria-label={t('unitYear.computed')} className="flex flex-3 basis-88 flex-wrap gap-x-5 gap-y-3">
        <h2 className="sr-only">{t('unitYear.computed')}</h2>
        {counts.length === 0 ? <p className="text-sm text-ink-2">{t('unitYear.noSets')}</p> : null}
        {counts.map(({ tier, counts: one }) => (
          <TierCount key={tier} tier={tier} counts={one} words={words} />
        ))}
      </section>
      {statements.length > 0 ? (
        <section aria-label={t('unitYear.stated.title')} className={`flex-2 basis-72 text-sm ${divided}`}>
          <h2 className="mb-1 text-xs text-ink-3">{t('unitYear.stated.title')}</h2>
          <StatedCounts statements={statements} lines={rows.map(({ line }) => line)} words={words} />
        </section>
      ) : null}
      <div className={`flex items-center ${divided}`}>
        <WorkflowSteps state={state} />
      </div>
    </Card>
  )
}

function TierCount({ tier, counts, words }: { tier: (typeof tiers)[number]; counts: VerdictCounts; words: Words }) {
  const { t } = words
  return (
    <div className="grid flex-1 basis-44 content-start gap-0.5">
      <p className="flex items-center gap-1 text-xs text-ink-3">
        <PlanMark tier={tier} />
        {t('unitYear.against', { plan: words.tier(tier) })}
      </p>
      {counts.total > 0 ? (
        <CountBar counts={counts} size="large" />
      ) : (
        <p className="text-sm text-ink-2">{t('unitYear.nothingJudged')}</p>
      )}
      {counts.notJudged > 0 ? (
        <p className="text-xs text-ink-3">{t('unitYear.neutralLines', { count: counts.notJudged })}</p>
      ) : null}
    </div>
  )
}
