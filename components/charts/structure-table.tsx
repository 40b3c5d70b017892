import { checkBreakdown } from '#domain/check-breakdown.ts'
import type { Tier } from '#domain/figure.ts'
import { nameWithin } from '#domain/indicator.ts'
import type { Quantity } from '#domain/quantity.ts'
import { formatQuantity } from '#domain/quantity-format.ts'
import type { Words } from '../table/words.ts'
import { Missing } from '../ui/missing.tsx'
import { Notice } from '../ui/notice.tsx'
import { BulletFrame, bar, WIDTH } from './bullet-frame.tsx'
import { ChartFrame } from './chart-frame.tsx'
import type { ChartRow } from './chart-row.ts'
import type { TableLink } from './open-tables.ts'
import { drawn, endOf } from './trend-point.ts'
import { useTrendText } from './trend-text.ts'

type Props = { whole: ChartRow; parts: readonly ChartRow[]; words: Words; file: string; table: TableLink }

const head = 'border-b border-line px-2 py-1.5 text-xs font-medium text-ink-2'
const cell = 'border-b border-line px-2 py-1.5'

/** The shares of a whole: one bullet each on a track from 0 to 100%, and a warning where they do not add up to that. */
export function StructureTable({ whole, parts, words, file, table }: Props) {
  const text = useTrendText()
  const { t, style, kinds } = words
  const nameOf = ({ line }: ChartRow) => nameWithin(words.nameOf(line.indicator), words.nameOf(whole.line.indicator))
  const share = (quantity: Quantity | null | undefined, row: ChartRow) =>
    quantity ? `${text.value(quantity, row)}%` : null
  const findings = checkBreakdown(
    whole.line,
    parts.map(({ line }) => line),
  ).flatMap((finding) => (finding.kind === 'share_total' ? [finding] : []))
  const shownTiers = (['adopted', 'assigned'] as const).filter((tier) =>
    parts.some(({ assessment }) => assessment[tier].plan),
  )
  return (
    <ChartFrame
      title={titleOf()}
      unit={`${words.nameOf(whole.line.indicator)}, %`}
      rows={parts}
      nameLabel={t('common.indicator')}
      file={file}
      table={table}
    >
      <div className="overflow-x-auto">
        <table className="mt-2 w-full text-sm">
          <thead>
            <tr>
              <th scope="col" className={`${head} text-left`}>
                {t('common.indicator')}
              </th>
              {shownTiers.map((tier) => (
                <th key={tier} scope="col" className={`${head} text-right`}>
                  {words.tier(tier)}
                </th>
              ))}
              <th scope="col" className={`${head} text-right`}>
                {t('indicator.actual')}
              </th>
              <th scope="col" className={`${head} text-left`}>
                {t('chart.shareTrack')}
              </th>
            </tr>
          </thead>
          <tbody>
            {parts.map((row) => (
              <tr key={row.key}>
                <th scope="row" className={`${cell} text-left font-normal`}>
                  {nameOf(row)}
                </th>
                {shownTiers.map((tier) => (
                  <td key={tier} className={`${cell} text-right`}>
                    {share(row.assessment[tier].plan?.quantity, row) ?? <Missing words={t('common.noFigure')} />}
                  </td>
                ))}
                <td className={`${cell} text-right font-semibold`}>
                  {share(row.assessment.actual?.quantity, row) ?? <Missing words={t('common.noFigure')} />}
                </td>
                <td className={cell}>
                  <ShareBullet row={row} label={labelOf(row)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {findings.map(({ figure, sum }) => (
        <div key={figure} className="mt-2">
          <Notice tone="warn">
            {t('unitYear.finding.share_total', {
              kind: t(`figureKind.${figure}`, kinds),
              sum: `${formatQuantity(sum, { style })}%`,
            })}
          </Notice>
        </div>
      ))}
    </ChartFrame>
  )

  function labelOf(row: ChartRow): string {
    const said = [
      [t('indicator.actual'), share(row.assessment.actual?.quantity, row)],
      ...shownTiers.map((tier) => [words.tier(tier), share(row.assessment[tier].plan?.quantity, row)]),
    ].flatMap(([name, value]) => (value ? [`${name} ${value}`] : []))
    return said.join('; ') || t('common.noFigure')
  }

  /** The largest share: of the results where there are any, else of the unit's own plan, else of its superior's. */
  function titleOf(): string {
    for (const kind of ['actual', 'adopted', 'assigned'] as const) {
      const known = parts.flatMap((row) => {
        const quantity = (kind === 'actual' ? row.assessment.actual : row.assessment[kind].plan)?.quantity
        const place = drawn(quantity, 'share')
        return quantity && place ? [{ row, quantity, at: endOf(place) }] : []
      })
      const [largest] = known.sort((a, b) => b.at - a.at)
      if (!largest) continue
      const said = { name: nameOf(largest.row), share: share(largest.quantity, largest.row) ?? '' }
      return kind === 'actual'
        ? t('chart.finding.largest', said)
        : t('chart.finding.largestPlan', { ...said, plan: words.tier(kind) })
    }
    return t('chart.finding.awaiting', { what: 'indicators', count: parts.length })
  }
}

function ShareBullet({ row: { assessment }, label }: { row: ChartRow; label: string }) {
  const x = (quantity: Quantity | null | undefined): number | null => {
    const place = drawn(quantity, 'share')
    return place && (Math.min(Math.max(endOf(place), 0), 100) / 100) * WIDTH
  }
  const plan = (tier: Tier) => x(assessment[tier].plan?.quantity)
  return (
    <BulletFrame label={label} beyond={null} adoptedX={plan('adopted')} assignedX={plan('assigned')}>
      {bar(0, x(assessment.actual?.quantity) ?? 0, 'var(--none)')}
    </BulletFrame>
  )
}
