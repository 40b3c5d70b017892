import { useTranslations } from 'next-intl'
import type { PastedCell } from '#domain/block.ts'
import { shortName } from '#domain/indicator.ts'
import type { Quantity } from '#domain/quantity.ts'
import { formatQuantity } from '#domain/quantity-format.ts'
import { Whole } from '../ui/whole.tsx'
import type { Locale } from './cell-place.ts'

const head = 'sticky top-0 border-b border-line-2 bg-sunken px-2 py-1.5 text-xs font-medium'

/** The cells that a paste changes: which, what stands in the block, and what becomes of them. */
export function PasteChanges({ cells, locale }: { cells: readonly PastedCell[]; locale: Locale }) {
  const t = useTranslations('entry.paste')
  const entry = useTranslations('entry')
  const write = (quantity: Quantity | null) =>
    quantity ? (
      <Whole text={formatQuantity(quantity, { style: locale })} />
    ) : (
      <span className="text-ink-3">{entry('empty')}</span>
    )
  return (
    <section
      aria-label={t('changes')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls takes the focus, or no key can scroll it
      tabIndex={0}
      className="max-h-80 overflow-y-auto rounded-control border border-line focus-inset"
    >
      <table className="w-full border-separate border-spacing-0 text-sm">
        <thead>
          <tr>
            <th scope="col" className={`text-left ${head}`}>
              {t('cell')}
            </th>
            <th scope="col" className={`text-right ${head}`}>
              {t('source')}
            </th>
            <th scope="col" className={`text-right ${head}`}>
              {t('change')}
            </th>
          </tr>
        </thead>
        <tbody>
          {cells.map(({ indicator, kind, line, column, source, before, after }) => (
            <tr
              key={`${indicator}.${kind}`}
              className="align-top [&>*]:border-b [&>*]:border-line [&>*]:px-2 [&>*]:py-1"
            >
              <th scope="row" className="text-left font-normal">
                {`${line.number} ${shortName(line.indicator, locale)}`}
                <span className="block text-xs text-ink-2">{column}</span>
              </th>
              <td className="text-right text-ink-2">
                <Whole text={source} />
              </td>
              <td className="text-right">
                {write(before)}
                <span aria-hidden>{' → '}</span>
                <span className="sr-only">{` ${t('becomes')} `}</span>
                <span className="font-semibold">{write(after)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
