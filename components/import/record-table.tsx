import { useTranslations } from 'next-intl'
import { columnLetter } from '#domain/column-letter.ts'
import { type FigureKind, figureKindTable } from '#domain/figure.ts'
import type { ImportRecord } from '#domain/import.ts'
import type { Quantity } from '#domain/quantity.ts'
import { formatQuantity } from '#domain/quantity-format.ts'
import { reportableVerdicts } from '#domain/verdict.ts'
import { Whole } from '../ui/whole.tsx'
import { useCauseWords } from './cause-words.ts'

/** Names of what a record means by slug and code, as far as they are known. */
export type RecordNames = {
  unit: (slug: string) => string
  indicator: (code: string) => string
  kind: (kind: FigureKind, unit: string | null) => string
  /** The label of a column, counted from 1; '' where it has none. */
  column: (column: number) => string
}

type Props = { label: string; records: readonly ImportRecord[]; names: RecordNames; style: 'vi' | 'en' }

const value = 'list-cell list-value'

/** Cells of the file: where each stands, which figure it means, what stands there, and what becomes of that or why not. */
export function RecordTable({ label, records, names, style }: Props) {
  const t = useTranslations('import.record')
  const causeWords = useCauseWords()
  const explained = records.some(({ reason }) => reason !== null)
  return (
    <table aria-label={label} className="w-full border-collapse text-sm max-desk:block">
      <thead className="bg-sunken text-left text-xs text-ink-3 max-desk:sr-only">
        <tr className="*:border-b *:border-line *:px-3 *:py-1.5 *:font-medium">
          <th scope="col">{t('place')}</th>
          <th scope="col">{t('figure')}</th>
          <th scope="col" className={explained ? '' : 'text-right'}>
            {t('text')}
          </th>
          <th scope="col" className={explained ? '' : 'text-right'}>
            {t(explained ? 'reason' : 'change')}
          </th>
        </tr>
      </thead>
      <tbody className="max-desk:block">
        {records.map((record) => {
          const { row, column, unit, year, indicator, kind, text } = record
          const place = column === null ? t('row', { row }) : t('cell', { row, column: columnLetter(column) })
          return (
            <tr
              key={`${row} ${column} ${kind}`}
              className="border-line not-last:border-b max-desk:grid max-desk:gap-1 max-desk:px-3 max-desk:py-2.5 desk:align-top"
            >
              <th scope="row" className="list-cell text-left font-medium">
                {place}
                {column === null || names.column(column) === '' ? null : (
                  <span className="text-xs font-normal text-ink-3 desk:block">
                    <span className="desk:hidden"> · </span>
                    {names.column(column)}
                  </span>
                )}
              </th>
              <td data-label={t('figure')} className={value}>
                <div className="min-w-0">
                  {indicator === null ? null : <p>{names.indicator(indicator)}</p>}
                  <p className="text-xs text-ink-2">
                    {[unit && names.unit(unit), year, kind && names.kind(kind, unit)].filter(Boolean).join(' · ') ||
                      (indicator === null ? t('unknown') : '')}
                  </p>
                </div>
              </td>
              <td data-label={t('text')} className={`${value} text-ink-2 ${explained ? '' : 'desk:text-right'}`}>
                <Whole text={text} />
              </td>
              {explained ? (
                <td data-label={t('reason')} className={value}>
                  <span className={record.outcome === 'error' ? 'text-error' : 'text-ink-2'}>{causeWords(record)}</span>
                </td>
              ) : (
                <td data-label={t('change')} className={`${value} desk:text-right`}>
                  <Change record={record} style={style} />
                </td>
              )}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Change({ record: { kind, outcome, before, after }, style }: { record: ImportRecord; style: 'vi' | 'en' }) {
  const t = useTranslations('import.record')
  const verdictWord = useTranslations('verdict')
  const write = (quantity: Quantity | null) => {
    if (!quantity) return t('empty')
    const verdict =
      kind !== null && figureKindTable[kind].content === 'verdict'
        ? reportableVerdicts.find((one) => one === quantity.text)
        : undefined
    return <Whole text={verdict ? verdictWord(verdict) : formatQuantity(quantity, { style })} />
  }
  if (outcome === 'unchanged') return <span className="text-ink-2">{write(before)}</span>
  return (
    <span>
      <span className="text-ink-2">{write(before)}</span>
      <span aria-hidden>{' → '}</span>
      <span className="sr-only">{` ${t('becomes')} `}</span>
      <span className="font-semibold">{write(after)}</span>
    </span>
  )
}
