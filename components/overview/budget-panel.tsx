import type { ComponentProps } from 'react'
import { PlanMark } from '#components/table/plan-mark.tsx'
import { useUnitWords, useWords } from '#components/table/words.ts'
import { Card } from '#components/ui/card.tsx'
import { type Tier, tiers } from '#domain/figure.ts'
import { shortName } from '#domain/indicator.ts'
import { formatComputed, formatQuantity } from '#domain/quantity-format.ts'
import { type BudgetBar, budgetBars, reachedOf } from './budget-bars.ts'
import { BudgetRow } from './budget-row.tsx'
import type { JudgedSheet } from './overview-view.ts'

/** So many bars can be compared at a glance: of more, as many of the highest and of the lowest. */
const SHOWN = 12

type Props = { tier: Tier; plans: Record<Tier, string>; sheets: readonly JudgedSheet[] }

/** Budget revenue and spending of the units as bullets against the plan, with both plans marked. */
export function BudgetPanel({ tier, plans, sheets }: Props) {
  const words = useWords({ unitKind: 'province', parentKind: 'other' })
  const { t } = words
  const wordsOf = useUnitWords()
  const bars = budgetBars(sheets, tier)
  const { met, total } = reachedOf(bars)
  const shown = bars.length > SHOWN ? [...bars.slice(0, SHOWN / 2), ...bars.slice(-SHOWN / 2)] : bars
  if (bars.length === 0) return null
  return (
    <Card
      title={
        total > 0
          ? t('overview.budgetFinding', { met, total, plan: plans[tier] })
          : t('overview.budget', { plan: plans[tier] })
      }
      actions={
        <ul aria-hidden="true" className="flex flex-wrap gap-x-3 text-xs text-ink-2">
          <li className="flex items-center gap-1">
            <span className="h-2 w-4 rounded-bar bg-met" />
            {t('overview.actual')}
          </li>
          {tiers.map((one) => (
            <li key={one} className="flex items-center gap-1">
              <PlanMark tier={one} />
              {plans[one]}
            </li>
          ))}
        </ul>
      }
    >
      <ul className="grid gap-y-1">
        {shown.map((bar) => (
          <BudgetRow
            key={`${bar.sheet.unit.slug} ${bar.sheet.year} ${bar.indicator.code}`}
            {...rowOf({ bar, plan: wordsOf(bar.sheet.unit).tier(bar.base), words })}
          />
        ))}
      </ul>
      <p className="mt-1 text-xs text-ink-3">
        {t('overview.budgetAxis')}
        {bars.length > SHOWN ? ` ${t('overview.budgetCut', { shown: SHOWN, total: bars.length })}` : ''}
      </p>
    </Card>
  )
}

/** A hundredth of a percent is less than any screen shows. */
const drawn = (percent: number | null): number | null => percent && Number(percent.toFixed(2))

type RowWords = { bar: BudgetBar; plan: string; words: ReturnType<typeof useWords> }

function rowOf({ bar, plan, words: { t, style } }: RowWords): ComponentProps<typeof BudgetRow> {
  const { sheet, indicator, percent, base, reported, plansAt, tone } = bar
  const what = `${shortName(indicator, style === 'en' ? 'en' : 'vi')} ${sheet.year}`
  const text =
    percent && `${reported ? formatQuantity(percent, { style }) : formatComputed(percent, { style, decimals: 1 })}%`
  const said = text === null ? t('verdict.awaiting') : `${text} ${plan}${reported ? ` (${t('verdict.reported')})` : ''}`
  return {
    unit: sheet.unit.name,
    what,
    label: `${sheet.unit.name}, ${what}: ${said}`,
    text: text ?? t('overview.word.awaiting'),
    reported: reported && text !== null ? t('verdict.reported') : '',
    note: base === 'unstated' && text !== null ? t('unitYear.tierUnstated') : '',
    tone,
    percent: drawn(percent?.value ?? null),
    plansAt: { assigned: drawn(plansAt.assigned), adopted: drawn(plansAt.adopted) },
  }
}
