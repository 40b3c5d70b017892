import { inPoints } from '#domain/indicator.ts'
import { findingText } from './findings.ts'
import { PlanMark } from './plan-mark.tsx'
import type { SheetRow } from './sheet-rows.ts'
import type { Words } from './words.ts'

/** What the marks mean: tick and diamond are the two plans, in the bullets and after the verdicts. */
export function Legend({ words }: { words: Words }) {
  const { t } = words
  return (
    <span className="flex flex-wrap items-center gap-x-4 gap-y-1 text-xs text-ink-2">
      <span className="inline-flex items-center gap-1.5">
        <span aria-hidden="true" className="inline-flex h-2 w-4 overflow-hidden rounded-bar forced-color-adjust-none">
          <span className="flex-1 bg-met" />
          <span className="w-1/4 bg-exceed" />
        </span>
        {t('unitYear.legendActual')}
      </span>
      <span className="inline-flex items-center gap-1">
        <PlanMark tier="adopted" />
        {t('unitYear.legendOwn', { plan: words.tier('adopted') })}
      </span>
      <span className="inline-flex items-center gap-1">
        <PlanMark tier="assigned" />
        {words.tier('assigned')}
      </span>
    </span>
  )
}

/** Only what this table uses is explained. */
export function Footnotes({ rows, words }: { rows: SheetRow[]; words: Words }) {
  const { t } = words
  const some = (test: (row: SheetRow) => boolean) => rows.some(test)
  const judged = ['exceeded', 'met', 'missed'] as const
  const notes = [
    some(({ assessment: { assigned, adopted } }) =>
      judged.some((verdict) => verdict === assigned.verdict || verdict === adopted.verdict),
    ) && t('unitYear.footTiers'),
    some(({ assessment: { actual }, previous }) => [actual, previous].some((one) => one && one.stage !== 'official')) &&
      t('unitYear.footStages'),
    some(({ assessment: { reported, growth } }) =>
      [
        growth.reported,
        ...Object.values(reported).flatMap(({ percent, verdict, difference }) => [percent, verdict, difference]),
      ].some(Boolean),
    ) && t('unitYear.footReported'),
    some(
      ({ line, assessment: { assigned, adopted } }) =>
        inPoints(line.indicator.valueType) && Boolean(assigned.plan ?? adopted.plan),
    ) && t('unitYear.footPoints'),
    some(({ assessment: { assigned, adopted } }) => Boolean(assigned.plan?.steps ?? adopted.plan?.steps)) &&
      t('unitYear.adjusted.foot'),
    some(({ assessment: { growth } }) => growth.computed === null && growth.reported !== null) &&
      t('unitYear.footGrowth'),
    some(
      ({ line, assessment: { growth } }) =>
        growth.computed?.unit === 'percent' || (growth.reported !== null && !inPoints(line.indicator.valueType)),
    ) && t('unitYear.footGrowthPrinted'),
    some(({ assessment: { assigned, adopted } }) => Boolean(assigned.derivedPlan ?? adopted.derivedPlan)) &&
      t('unitYear.footDerived'),
    ...rows.flatMap(({ line, findings }) =>
      findings.map((finding) =>
        t('unitYear.ofLine', { number: line.number, text: findingText(finding, line.indicator, words) }),
      ),
    ),
  ].filter((note) => note !== false)
  return notes.length === 0 ? null : (
    <ul className="grid gap-0.5 px-4 py-2.5 text-xs text-ink-2">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  )
}
