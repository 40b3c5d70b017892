import { useTranslations } from 'next-intl'
import { useWords, type Words } from '#components/table/words.ts'
import type { Tier } from '#domain/figure.ts'
import type { VerdictCounts } from '#domain/roll-up.ts'
import type { HeatData, HeatWords } from './heat-data.ts'
import { HeatLegend } from './heat-legend.tsx'
import { columnOf, heatColumns, heatRow } from './heat-rows.ts'
import { HeatTable } from './heat-table.tsx'
import { countJudged, sumCounts } from './judged.ts'
import { type OverviewUnit, planKinds } from './overview-sheet.ts'
import type { JudgedSheet } from './overview-view.ts'
import { Sentences } from './sentences.tsx'

type Props = {
  year: number
  tier: Tier
  /** The plan as the units that are shown call it, or in a word that fits all. */
  plan: string
  sheets: readonly JudgedSheet[]
}

/** Units × indicators against one plan, its legend, and the one sentence of each unit and of all. */
export function HeatPanel({ year, tier, plan, sheets }: Props) {
  const common = useWords({ unitKind: 'province', parentKind: 'other' })
  const { t } = common
  const groups = heatColumns(sheets)
  const columns = groups.flatMap(({ indicators }) => indicators.map((indicator) => columnOf(indicator, common)))
  const wordsOf = wordsByKinds(common)
  const data: HeatData = {
    words: useHeatWords(),
    groups: groups.map(({ group, indicators }) => ({ name: t(`group.${group}`), columns: indicators.length })),
    columns,
    rows: sheets.map((sheet) => heatRow(sheet, columns, tier, wordsOf(sheet.unit))),
  }
  const counted = sheets
    .filter(({ before }) => !before)
    .map(({ unit, lines }) => ({ unit, counts: countJudged(lines, tier) }))
  const sentence = (counts: VerdictCounts, of: string) =>
    t('overview.sentence', {
      ...{ total: counts.total, exceeded: counts.exceeded, met: counts.met - counts.exceeded },
      ...{ missed: counts.missed, awaiting: counts.awaiting, plan: of },
    })
  const judged = counted.filter(({ counts }) => counts.total > 0)
  return (
    <section
      aria-label={t('overview.heat')}
      className="rounded-card border border-line bg-surface shadow-card max-desk:border-0 max-desk:bg-transparent max-desk:shadow-none"
    >
      <HeatTable data={data} />
      <HeatLegend />
      {judged.length > 0 ? (
        <Sentences
          title={t('overview.sentences')}
          button={t('overview.copySentence')}
          copied={t('overview.sentenceCopied')}
          sentences={[
            ...(judged.length > 1
              ? [
                  [
                    '',
                    t('overview.allUnits', { count: judged.length, year: String(year) }),
                    sentence(sumCounts(judged.map(({ counts }) => counts)), plan),
                  ] as const,
                ]
              : []),
            ...judged.map(
              ({ unit, counts }) =>
                [unit.slug, `${unit.name} ${year}`, sentence(counts, wordsOf(unit).tier(tier))] as const,
            ),
          ]}
        />
      ) : null}
    </section>
  )
}

/** The words of a unit, whose plans are called after it; the same for all units of one kind. */
export function wordsByKinds(common: Words): (unit: OverviewUnit) => Words {
  const known = new Map<string, Words>()
  return (unit) => {
    const kinds = planKinds(unit)
    const key = `${kinds.unitKind} ${kinds.parentKind}`
    const names = { assigned: common.t('tier.assigned', kinds), adopted: common.t('tier.adopted', kinds) }
    const words = known.get(key) ?? {
      ...common,
      kinds,
      tier: (tier) => (tier === 'unstated' ? common.t('unitYear.tierUnstated') : names[tier]),
    }
    known.set(key, words)
    return words
  }
}

function useHeatWords(): HeatWords {
  const t = useTranslations()
  return {
    caption: t('overview.heat'),
    unit: t('common.unit'),
    met: t('verdict.met'),
    progress: t('overview.progress'),
    noFigure: t('common.noFigure'),
    noLine: t('overview.noLine'),
    noSet: t('overview.noSet'),
    planOnly: t('overview.planOnly'),
    lower: t('common.lowerIsBetter'),
    finding: t('overview.toCompare'),
    year: t('common.year'),
    exceeded: t('overview.word.exceeded'),
    missed: t('overview.word.missed'),
    awaiting: t('overview.word.awaiting'),
    reported: t('verdict.reported'),
    unstated: t('tier.unstated'),
    points: t('common.points'),
    actual: t('overview.actual'),
    neutral: t('verdict.not_judged'),
    'verdict.exceeded': t('verdict.exceeded'),
    'verdict.met': t('verdict.met'),
    'verdict.missed': t('verdict.missed'),
    'stage.u': t('unitYear.stage.estimate'),
    'stage.s': t('unitYear.stage.preliminary'),
    'stage.k': t('unitYear.stage.unstaged'),
    'state.draft': t('state.draft'),
    'state.submitted': t('state.submitted'),
    'state.approved': t('state.approved'),
    'state.locked': t('state.locked'),
  }
}
