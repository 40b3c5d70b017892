import { Fragment } from 'react'
import type { IndicatorGroup } from '#domain/indicator.ts'
import { Card } from '../ui/card.tsx'
import { StateMark } from '../ui/state-mark.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { ComparedLine, DifferenceText } from './compare-cells.tsx'
import { type ComparedSheet, type CompareRow, compareRows } from './compare-rows.ts'
import { planKindsOf, useWords } from './words.ts'

type Props = {
  /** Two to four; differences are from the first. */
  sheets: readonly [ComparedSheet, ...ComparedSheet[]]
  group: IndicatorGroup | null
}

/** Columns of fixed widths do not move when the letters of the page arrive; more sheets than two scroll in their frame. */
const widths: Record<number, string> = { 3: 'wide:min-w-260', 4: 'wide:min-w-330' }
const head = 'border-b border-line-2 bg-surface px-3 py-2 text-left align-bottom text-xs font-medium text-ink-2'
const cell = 'align-top max-wide:block wide:border-b wide:border-line wide:px-3 wide:py-2'
const named = `${cell} max-wide:before:block max-wide:before:text-xs max-wide:before:text-ink-3 max-wide:before:content-[attr(data-label)]`

const nameOf = ({ unit, year }: ComparedSheet) => `${unit.name} ${year}`
const keyOf = ({ unit, year }: ComparedSheet) => `${unit.slug}.${year}`

/** Sheets side by side, an indicator a row and on a small window a card; nothing is ever added up across them. */
export function CompareTable({ sheets, group }: Props) {
  const [first] = sheets
  const { t } = useWords(planKindsOf(first.unit))
  const groups = compareRows(sheets).filter((one) => group === null || one.group === group)
  return (
    <Card flush className="max-wide:overflow-visible max-wide:border-0 max-wide:bg-transparent max-wide:shadow-none">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section aria-label={t('compare.table')} tabIndex={0} className="focus-inset wide:overflow-x-auto">
        <table
          className={`w-full border-separate border-spacing-0 text-sm max-wide:block wide:table-fixed ${widths[sheets.length] ?? ''}`}
        >
          <thead className="shown-whole max-wide:sr-only">
            <tr>
              <th scope="col" className={`${head} w-56`}>
                {t('common.indicator')}
              </th>
              {sheets.map((sheet, index) => (
                <Fragment key={keyOf(sheet)}>
                  <th scope="col" className={head}>
                    <TextLink href={`/units/${sheet.unit.slug}/${sheet.year}`}>{nameOf(sheet)}</TextLink>
                    <span className="flex items-center gap-2 font-normal">
                      {t(`unitKind.${sheet.unit.kind}`)} <StateMark state={sheet.state} />
                    </span>
                  </th>
                  {index === 0 ? null : (
                    <th scope="col" className={`${head} w-36 text-right`}>
                      {t('compare.difference', { name: nameOf(first) })}
                    </th>
                  )}
                </Fragment>
              ))}
            </tr>
          </thead>
          <tbody className="max-wide:grid max-wide:gap-3">
            {groups.map((one) => (
              <Fragment key={one.group}>
                <tr className="max-wide:block">
                  <th
                    scope="colgroup"
                    colSpan={sheets.length * 2}
                    className="bg-sunken px-3 py-1 text-left text-xs font-semibold text-ink-2 max-wide:block max-wide:bg-transparent max-wide:px-0 max-wide:text-md"
                  >
                    {t(`group.${one.group}`)}
                  </th>
                </tr>
                {one.rows.map((row) => (
                  <Compared key={row.indicator.code} row={row} sheets={sheets} />
                ))}
              </Fragment>
            ))}
          </tbody>
        </table>
      </section>
      {groups.length === 0 ? <p className="px-4 py-6 text-sm text-ink-2">{t('compare.nothing')}</p> : null}
    </Card>
  )
}

function Compared({ row: { indicator, cells }, sheets }: { row: CompareRow; sheets: Props['sheets'] }) {
  const [first] = sheets
  const words = useWords(planKindsOf(first.unit))
  const { t } = words
  return (
    <tr className="max-wide:grid max-wide:grid-cols-2 max-wide:gap-x-4 max-wide:gap-y-2.5 max-wide:rounded-card max-wide:border max-wide:border-line max-wide:bg-surface max-wide:p-4">
      <th scope="row" className={`${cell} text-left font-normal max-wide:col-span-2`}>
        <TextLink href={`/indicators/${indicator.code}`}>{words.nameOf(indicator)}</TextLink>
        {indicator.unitOfMeasure ? <span className="block text-xs text-ink-3">{indicator.unitOfMeasure}</span> : null}
      </th>
      {sheets.map((sheet, index) => {
        const { row, difference } = cells[index] ?? { row: null, difference: null }
        return (
          <Fragment key={keyOf(sheet)}>
            <td data-label={nameOf(sheet)} className={index === 0 ? `${named} max-wide:col-span-2` : named}>
              <ComparedLine row={row} head={indicator} kinds={planKindsOf(sheet.unit)} />
            </td>
            {difference ? (
              <td
                data-label={t('compare.difference', { name: nameOf(first) })}
                className={`${named} font-medium wide:text-right`}
              >
                <DifferenceText difference={difference} indicator={indicator} kinds={planKindsOf(sheet.unit)} />
              </td>
            ) : null}
          </Fragment>
        )
      })}
    </tr>
  )
}
