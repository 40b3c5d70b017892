import { useLocale } from 'next-intl'
import { byteOrderMark, csvRecord, guardText } from '#domain/csv.ts'
import { statedTiers, type Tier } from '#domain/figure.ts'
import type { Quantity } from '#domain/quantity.ts'
import { formatQuantity } from '#domain/quantity-format.ts'
import { type ChartRow, commonKinds } from './chart-row.ts'
import { useTrendText } from './trend-text.ts'

/** A column of a chart's table and of its CSV. */
export type ChartColumn = {
  label: string
  numeric: boolean
  /** As the page shows it; null: no figure. */
  shown: (row: ChartRow) => string | null
  /** As a file holds it: every digit, no unit. */
  plain: (row: ChartRow) => string
}

/**
 * The numbers of a chart in the order of its tooltips: actual, the unit's plan, the superior's, growth, source. What
 * sources state has columns of its own, which are left out where nothing is stated.
 */
export function useChartColumns(rows: readonly ChartRow[], nameLabel: string): ChartColumn[] {
  const text = useTrendText()
  const style = useLocale() === 'vi' ? 'plain_vi' : 'plain'
  const { t } = text
  const [first] = rows
  if (!first) return []
  const write = (quantity: Quantity | null | undefined) => {
    if (!quantity) return ''
    const written = formatQuantity(quantity, { style })
    return quantity.text === null ? written : guardText(written)
  }
  const words = (label: string, read: (row: ChartRow) => string | null): ChartColumn => ({
    label,
    numeric: false,
    shown: read,
    plain: (row) => guardText(read(row) ?? ''),
  })
  const kinds = commonKinds(rows)
  const nameOf = {
    adopted: t('tier.adopted', kinds),
    assigned: t('tier.assigned', kinds),
    unstated: t('tier.unstated'),
  }
  const plan = (tier: Tier): ChartColumn => ({
    label: nameOf[tier],
    numeric: true,
    shown: (row) => {
      const quantity = row.assessment[tier].plan?.quantity
      return quantity ? text.value(quantity, row) : null
    },
    plain: ({ assessment }) => write(assessment[tier].plan?.quantity),
  })
  const against = (tier: Tier): ChartColumn => ({
    label: t('indicator.against', { tier: nameOf[tier] }),
    numeric: true,
    shown: ({ assessment }) => text.achievement(assessment[tier].achievement),
    plain: ({
      assessment: {
        [tier]: { achievement },
      },
    }) =>
      achievement.kind === 'ratio'
        ? write(achievement.percent)
        : achievement.kind === 'points'
          ? write(achievement.points)
          : '',
  })
  const stated = statedTiers
    .filter((tier) => rows.some(({ assessment }) => assessment.reported[tier].percent))
    .map(
      (tier): ChartColumn => ({
        label: t('chart.statedPercent', { tier: nameOf[tier] }),
        numeric: true,
        shown: ({ assessment }) => {
          const percent = assessment.reported[tier].percent?.quantity
          return percent ? text.percent(percent) : null
        },
        plain: ({ assessment }) => write(assessment.reported[tier].percent?.quantity),
      }),
    )
  const statedGrowth: ChartColumn = {
    label: t('figureKind.reported_growth'),
    numeric: true,
    shown: ({ assessment }) => {
      const growth = assessment.growth.reported?.quantity
      return growth ? text.percent(growth) : null
    },
    plain: ({ assessment }) => write(assessment.growth.reported?.quantity),
  }
  return [
    words(nameLabel, ({ name }) => name),
    {
      label: t('indicator.actual'),
      numeric: true,
      shown: (row) => (row.assessment.actual ? text.value(row.assessment.actual.quantity, row) : null),
      plain: ({ assessment }) => write(assessment.actual?.quantity),
    },
    words(t('chart.stage'), ({ assessment: { actual } }) => actual && t(`indicator.stage.${actual.stage}`)),
    words(t('common.unitOfMeasure'), ({ line }) => line.indicator.unitOfMeasure || null),
    plan('adopted'),
    against('adopted'),
    plan('assigned'),
    against('assigned'),
    ...stated,
    {
      label: t('indicator.growth'),
      numeric: true,
      shown: (row) => row.assessment.growth.computed && text.growth(row),
      plain: ({ assessment }) => write(assessment.growth.computed?.change),
    },
    ...(rows.some(({ assessment }) => assessment.growth.reported) ? [statedGrowth] : []),
    words(t('common.source'), (row) => sourceNames(text.sources(row)) || null),
  ]
}

/** Who published them, each once. */
export const sourceNames = (documents: readonly { publisher: string | null; title: string }[]): string =>
  [...new Set(documents.map(({ publisher, title }) => publisher ?? title))].join('; ')

/** The rows as the address of a file that needs no script and no second question to the server. */
export function useCsvAddress(columns: readonly ChartColumn[], rows: readonly ChartRow[]): string {
  const separator = useLocale() === 'vi' ? ';' : ','
  const records = [
    columns.map(({ label }) => guardText(label)),
    ...rows.map((row) => columns.map(({ plain }) => plain(row))),
  ]
  const file = byteOrderMark + records.map((cells) => csvRecord(cells, separator)).join('')
  return `data:text/csv;charset=utf-8,${encodeURIComponent(file)}`
}
