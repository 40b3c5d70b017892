import { statedTiers, tiers } from '#domain/figure.ts'
import type { Quantity } from '#domain/quantity.ts'
import type { Undrawn } from './bar.ts'
import type { ChartRow } from './chart-row.ts'
import { useTrendText } from './trend-text.ts'

export type UndrawnRow = { row: ChartRow; why: Undrawn | 'version' }

const reasons = ['zero_plan', 'words', 'no_plan', 'version', 'nothing'] as const

/** What no chart can draw, by the reason why, with everything that is known of it: never left out, never a zero. */
export function UndrawnList({ rows }: { rows: readonly UndrawnRow[] }) {
  const text = useTrendText()
  const { t } = text
  const measured = (quantity: Quantity, row: ChartRow): string => {
    const said = text.measured(quantity, row)
    return quantity.value === null ? `“${said}”` : said
  }
  const known = (row: ChartRow): string => {
    const { assessment, unit } = row
    const plans = [...tiers].reverse().flatMap((tier) => {
      const quantity = assessment[tier].plan?.quantity
      return quantity ? [`${text.tier(tier, unit)} ${measured(quantity, row)}`] : []
    })
    const { actual } = assessment
    const reached = actual
      ? [`${t('indicator.actual')} ${measured(actual.quantity, row)} (${t(`indicator.stage.${actual.stage}`)})`]
      : []
    const stated = statedTiers.flatMap((tier) => {
      const percent = assessment.reported[tier].percent?.quantity
      return percent
        ? [`${t('indicator.statedPercent', { percent: text.percent(percent) })} ${text.tier(tier, unit)}`]
        : []
    })
    return [...plans, ...reached, ...stated].join(', ') || t('common.noFigure')
  }
  return (
    <div className="mt-3 grid gap-2 text-sm text-ink-2">
      {reasons.map((reason) => {
        const listed = rows.filter(({ why }) => why === reason)
        return listed.length === 0 ? null : (
          <div key={reason}>
            <p className="font-medium">{t(`chart.undrawn.${reason}`)}</p>
            <ul className="list-disc pl-5">
              {listed.map(({ row }) => (
                <li key={row.key}>{`${row.name}: ${known(row)}`}</li>
              ))}
            </ul>
          </div>
        )
      })}
    </div>
  )
}
