import { findingText } from '#components/table/findings.ts'
import type { Words } from '#components/table/words.ts'
import type { Tier } from '#domain/figure.ts'
import { openFindings, type ReviewedFinding } from '#domain/review.ts'
import { heatCell } from './heat-cell.ts'
import type { JudgedLine } from './judged.ts'

/** "3.594 tỷ đồng", "91,3%"; words have no unit of measure. */
const measured = (text: string, unit: string): string =>
  unit === '' || !/\d/.test(text) ? text : `${text}${unit === '%' ? '' : ' '}${unit}`

/**
 * All that a cell says of a line against one plan: indicator, actual and its stage, plan, how far it is reached, what
 * was found. `words` are in the names of the unit's own plans.
 */
export function cellSentence(
  judged: JudgedLine,
  against: Tier,
  findings: readonly ReviewedFinding[],
  words: Words,
): string {
  const { t } = words
  const { id, indicator } = judged.line
  const { text, unit, actual, stage, plan, verdict, look, reported, waits, tier } = heatCell(
    judged,
    against,
    words.style,
  )
  const staged = stage && stage !== 'official' ? ` (${t(`unitYear.stage.${stage}`)})` : ''
  const result =
    actual === '' ? t('common.noFigure') : `${t('overview.actual')} ${measured(actual, indicator.unitOfMeasure)}`
  const reached = {
    percent: `${text}%`,
    points: `${text} ${t('common.points')}`,
    value: '',
  }
  const quiet = reported ? '' : waits ? t('overview.word.awaiting') : look === 'neutral' ? t('verdict.not_judged') : ''
  const said = (verdict ? t(`verdict.${verdict}`) : quiet).toLowerCase()
  const judgement = [unit ? reached[unit] : '', said].filter(Boolean).join(', ')
  const of = tier === 'unstated' ? t('tier.unstated') : words.tier(against)
  const found = openFindings(findings).filter(({ finding }) => finding.lineId === id)
  return [
    `${words.nameOf(indicator)}: ${result}${staged}`,
    plan === '' ? '' : `${words.tier(against)} ${measured(plan, indicator.unitOfMeasure)}`,
    judgement !== '' && reported ? `${judgement} (${t('verdict.reported')}; ${of})` : judgement,
    found.length > 0
      ? `${t('overview.toCompare')}: ${found.map(({ finding }) => findingText(finding, indicator, words)).join(' ')}`
      : '',
  ]
    .filter(Boolean)
    .join('; ')
}
