import { useTranslations } from 'next-intl'
import type { ImportDiff } from '#domain/import.ts'
import { formatQuantity } from '#domain/quantity-format.ts'
import { Notice } from '../ui/notice.tsx'

/** Figures that were probably misread by a factor of 1.000, for a second look before they are written. */
export function Suspects({
  suspects: { count, first },
  style,
}: {
  suspects: ImportDiff['suspects']
  style: 'vi' | 'en'
}) {
  const t = useTranslations('import.preview')
  if (count === 0) return null
  return (
    <Notice tone="warn">
      {t('suspects', { count })}
      <ul>
        {first.map(({ row, kind, value, suggestion }) => (
          <li key={`${row} ${kind}`}>
            {t('suspect', {
              ...{ row, value: formatQuantity(value, { style }), suggestion: formatQuantity(suggestion, { style }) },
            })}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
