import { VerdictChip } from '#components/ui/verdict-chip.tsx'
import { assessAgainst } from '#domain/assessment.ts'
import type { Tier } from '#domain/figure.ts'
import type { PlanStep } from '#domain/sheet.ts'
import { Note } from './note.tsx'
import type { SheetRow } from './sheet-rows.ts'
import { Citation, valueText } from './sources.tsx'
import { achievementText } from './tier-text.ts'
import type { Words } from './words.ts'

type Props = {
  row: SheetRow
  tier: Tier
  steps: readonly PlanStep[]
  /** The plan in force, as its cell says it. */
  text: string
  words: Words
}

/**
 * A plan that decisions changed (domain rule 11): the one in force with a mark; behind it the first plan, what the
 * actual is of that one, and each adjustment with its document, by whom and when.
 */
export function AdjustedPlan({ row: { line }, tier, steps, text, words }: Props) {
  const { t, style } = words
  const { achievement, verdict } = assessAgainst(steps[0]?.quantity ?? null, line)
  const ofFirst = achievementText(achievement, line.indicator.decimals, { style, points: t('common.points') })
  const decided = verdict !== 'awaiting' && verdict !== 'not_judged'
  return (
    <Note
      id={`steps-${tier}-${line.id}`}
      title={t('unitYear.adjusted.title', { plan: words.tier(tier) })}
      className="min-h-6 rounded-bar text-right underline decoration-control underline-offset-4"
      trigger={
        <>
          {`${text} `}
          <span className="tag">{t('unitYear.adjusted.mark')}</span>
        </>
      }
    >
      <ol>
        {steps.map((step, index) => (
          <li key={step.at} className="note-origin">
            <p>
              {index === 0 ? t('unitYear.adjusted.first') : t('unitYear.adjusted.step', { count: index })}
              {': '}
              <b>{valueText(`${tier}_plan`, step, line, words)}</b>
              {index === steps.length - 1 ? ` (${t('unitYear.adjusted.inForce')})` : ''}
            </p>
            {step.document ? <Citation document={step.document} words={words} /> : null}
            <p className="text-xs text-ink-3">{t('unitYear.writtenBy', { name: step.by, at: words.time(step.at) })}</p>
          </li>
        ))}
      </ol>
      {ofFirst === null && !decided ? null : (
        <p className="mt-3 flex flex-wrap items-center gap-2">
          {t('unitYear.adjusted.ofFirst', { text: ofFirst ?? '' })}
          {decided ? <VerdictChip verdict={verdict} /> : null}
        </p>
      )}
    </Note>
  )
}
