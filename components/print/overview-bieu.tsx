import type { OverviewSheet } from '#components/overview/overview-sheet.ts'
import type { Words } from '#components/table/words.ts'
import type { PagePlace } from '#domain/page.ts'
import type { UnitKind } from '#domain/unit.ts'
import type { BieuHead } from './bieu-form.ts'
import { BieuFrame } from './bieu-frame.tsx'
import { overviewForm, overviewRow } from './overview-form.ts'
import { PrintedRows } from './printed-rows.tsx'
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

/** "Biểu số 02": the units of a year, each with the counts of both plans; neither are added up (domain rule 1). */
export function OverviewBieu({ year, superior, sheets, place, words }: Props) {
  const { t } = words
  const { title, head, note } = overviewForm(year, words)
  return (
    <WrittenInBrowser withoutScript={t('bieu.needsScript')}>
      <BieuFrame
        number="02"
        title={title}
        year={year}
        unit={superior}
        words={words}
        foot={
          <>
            <p>{note}</p>
            {place.pages > 1 ? <p>{t('bieu.part', place)}</p> : null}
          </>
        }
      >
        <table className="bieu-counts">
          <Head head={head} />
          <PrintedRows rows={sheets.map((sheet, index) => overviewRow(place.first + index, sheet, words))} head={1} />
        </table>
      </BieuFrame>
    </WrittenInBrowser>
  )
}

const Head = ({ head }: { head: BieuHead }) => (
  <thead>
    <tr>
      {head.map((column) =>
        typeof column === 'string' ? (
          <th key={column} scope="col" rowSpan={2}>
            {column}
          </th>
        ) : (
          <th key={column.over} scope="colgroup" colSpan={column.names.length}>
            {column.over}
          </th>
        ),
      )}
    </tr>
    <tr>
      {head.flatMap((column) =>
        typeof column === 'string'
          ? []
          : column.names.map((name) => (
              <th key={`${column.over} ${name}`} scope="col">
                {name}
              </th>
            )),
      )}
    </tr>
  </thead>
)
