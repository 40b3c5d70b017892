import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useUnitWords, useWords } from '#components/table/words.ts'
import { Empty } from '#components/ui/empty.tsx'
import type { Tier } from '#domain/figure.ts'
import type { HeatData } from './heat-html.ts'
import { HeatLegend } from './heat-legend.tsx'
import { columnOf, heatColumns, heatRow, heatWords } from './heat-rows.ts'
import { HeatTable } from './heat-table.tsx'
import { countJudged, type JudgedCounts, sumCounts } from './judged.ts'
import type { JudgedSheet } from './overview-view.ts'
import { Sentences } from './sentences.tsx'

type Props = {
  year: number
  tier: Tier
  /** The plan as the units that are shown call it, or in a word that fits all. */
  plan: string
  sheets: readonly JudgedSheet[]
  /** The sentences to be copied, and where they are shown, or no more. */
  sentences: { shown: boolean; href: string }
}

/** Units × indicators against one plan, its legend, and the one sentence of each unit and of all. */
export function HeatPanel(props: Props) {
  const words = useWords({ unitKind: 'province', parentKind: 'other' })
  const { t } = words
  const wordsOf = useUnitWords()
  const { tier, sheets } = props
  const groups = heatColumns(sheets)
  const columns = groups.flatMap(({ indicators }) => indicators.map((indicator) => columnOf(indicator, words)))
  const table = {
    tier,
    groups: groups.map(({ group, indicators }) => ({ name: t(`group.${group}`), columns: indicators.length })),
    columns,
    rows: sheets.map((sheet) => heatRow(sheet, columns, tier, wordsOf(sheet.unit))),
    words: heatWords(words),
  }
  return (
    <section
      aria-label={t('overview.heat')}
      className="rounded-card border border-line bg-surface shadow-card max-desk:border-0 max-desk:bg-transparent max-desk:shadow-none"
    >
      {columns.length > 0 ? <Filled {...props} table={table} /> : <Empty>{t('overview.noLines')}</Empty>}
    </section>
  )
}

function Filled({ table, ...props }: Props & { table: HeatData }) {
  const t = useTranslations('overview')
  return (
    <>
      <noscript>
        <p className="px-4 py-2 text-sm">{t('needsScript')}</p>
      </noscript>
      <HeatTable table={table} />
      <HeatLegend />
      <div className="border-t border-line px-4 py-2.5 text-sm">
        <Link
          href={props.sentences.href}
          scroll={false}
          prefetch={false}
          aria-expanded={props.sentences.shown}
          className="inline-flex min-h-6 items-center font-medium underline"
        >
          {t('sentences')}
        </Link>
        {props.sentences.shown ? <HeatSentences {...props} /> : null}
      </div>
    </>
  )
}

function HeatSentences({ year, tier, plan, sheets }: Props) {
  const t = useTranslations('overview')
  const wordsOf = useUnitWords()
  const judged = sheets
    .filter(({ before }) => !before)
    .map(({ unit, lines }) => ({ unit, counts: countJudged(lines, tier) }))
    .filter(({ counts }) => counts.total > 0)
  if (judged.length === 0) return null
  const sentence = ({ total, exceeded, met, missed, awaiting, unplanned }: JudgedCounts, of: string) =>
    t('sentence', { total, exceeded, met: met - exceeded, missed, awaiting, unplanned, plan: of })
  const ofUnits = judged.map(
    ({ unit, counts }) => [unit.slug, `${unit.name} ${year}`, sentence(counts, wordsOf(unit).tier(tier))] as const,
  )
  const ofAll = [
    '',
    t('allUnits', { count: judged.length, year: String(year) }),
    sentence(sumCounts(judged.map(({ counts }) => counts)), plan),
  ] as const
  return (
    <Sentences
      button={t('copySentence')}
      copied={t('sentenceCopied')}
      sentences={judged.length > 1 ? [ofAll, ...ofUnits] : ofUnits}
    />
  )
}
