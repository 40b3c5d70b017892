import { countJudged, judgeLines } from '#components/overview/judged.ts'
import type { OverviewSheet } from '#components/overview/overview-sheet.ts'
import { statedSentences } from '#components/table/stated-sentences.ts'
import type { Words } from '#components/table/words.ts'
import { tiers } from '#domain/figure.ts'
import type { PagePlace } from '#domain/page.ts'
import type { UnitKind } from '#domain/unit.ts'
import { BieuFrame } from './bieu-frame.tsx'
import { type PrintedRow, PrintedRows } from './printed-rows.tsx'
import { WrittenInBrowser } from './written-in-browser.tsx'

type Props = {
  year: number
  /** The unit over all of them; null where there is no single one. */
  superior: { kind: UnitKind; name: string } | null
  /** Those of the page, in the order in which they are shown. */
  sheets: readonly OverviewSheet[]
  place: PagePlace
  /** Vietnamese, whatever the screen speaks. */
  words: Words
}

const counted = ['total', 'met', 'exceeded', 'missed', 'awaiting'] as const

/** "Biểu số 02": the units of a year, each with the counts of both plans; neither are added up (domain rule 1). */
export function OverviewBieu({ year, superior, sheets, place, words }: Props) {
  const { t } = words
  return (
    <WrittenInBrowser withoutScript={t('bieu.needsScript')}>
      <BieuFrame
        number="02"
        title={t('bieu.overviewTitle', { year: String(year) })}
        year={year}
        unit={superior}
        words={words}
        foot={
          <>
            <p>{t('bieu.overviewNote')}</p>
            {place.pages > 1 ? <p>{t('bieu.part', place)}</p> : null}
          </>
        }
      >
        <table className="bieu-counts">
          <thead>
            <tr>
              <th scope="col" rowSpan={2}>
                {t('common.number')}
              </th>
              <th scope="col" rowSpan={2}>
                {t('bieu.unitColumn')}
              </th>
              {tiers.map((tier) => (
                <th key={tier} scope="colgroup" colSpan={counted.length}>
                  {t('bieu.against', { plan: t(`overview.plan.${tier}`) })}
                </th>
              ))}
              <th scope="col" rowSpan={2}>
                {t('bieu.stated')}
              </th>
              <th scope="col" rowSpan={2}>
                {t('common.status')}
              </th>
            </tr>
            <tr>
              {tiers.flatMap((tier) =>
                counted.map((count) => (
                  <th key={`${tier} ${count}`} scope="col">
                    {t(`bieu.counts.${count}`)}
                  </th>
                )),
              )}
            </tr>
          </thead>
          <PrintedRows rows={sheets.map((sheet, index) => rowTexts(place.first + index, sheet, words))} head={1} />
        </table>
      </BieuFrame>
    </WrittenInBrowser>
  )
}

function rowTexts(number: number, { unit, state, lines, statements }: OverviewSheet, words: Words): PrintedRow {
  const { t } = words
  const judged = judgeLines(lines)
  const counts = tiers.flatMap((tier) => {
    const of = countJudged(judged, tier)
    return counted.map((count) => (of.total === 0 ? '' : of[count]))
  })
  const stated = statedSentences(statements, lines, words).join('; ')
  return [number, t('bieu.unit', { kind: unit.kind, name: unit.name }), ...counts, stated, t(`state.${state}`)]
}
