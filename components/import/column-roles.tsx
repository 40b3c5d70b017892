import { useTranslations } from 'next-intl'
import { columnLetter } from '#domain/column-letter.ts'
import { figureKinds } from '#domain/figure.ts'
import { type ColumnRole, columnRoles, type ImportReading, lineRoles } from '#domain/import-reading.ts'
import { Select } from '../ui/select.tsx'

type Props = {
  reading: ImportReading
  /** By column, from 0: what was chosen instead of what was found. */
  chosen: Record<string, ColumnRole>
  onChoose: (column: number, role: ColumnRole) => void
}

const EXAMPLES = 3

/** The columns of the file, what stands in them, and what each is taken for. */
export function ColumnRoles({ reading, chosen, onChoose }: Props) {
  const t = useTranslations('import.columns')
  const options = useRoleOptions()
  const rows = reading.sample.filter(({ row }) => row > (reading.headerRow ?? 0))
  return (
    <div className="overflow-clip rounded-control border border-line">
      <table aria-label={t('title')} className="w-full border-collapse text-sm max-desk:block">
        <thead className="bg-sunken text-left text-xs text-ink-3 max-desk:sr-only">
          <tr className="*:border-b *:border-line *:px-3 *:py-1.5 *:font-medium">
            <th scope="col">{t('inFile')}</th>
            <th scope="col">{t('examples')}</th>
            <th scope="col" className="w-72">
              {t('takenFor')}
            </th>
          </tr>
        </thead>
        <tbody className="max-desk:block">
          {reading.columns.map(({ label, role: found, from }, column) => {
            const letter = columnLetter(column + 1)
            const role = chosen[column] ?? found
            const examples = rows.map(({ cells }) => cells[column]?.trim() ?? '').filter((text) => text !== '')
            return (
              <tr
                key={letter}
                className="border-line not-last:border-b max-desk:grid max-desk:gap-1.5 max-desk:px-3 max-desk:py-2.5 desk:*:px-3 desk:*:py-1.5"
              >
                <th scope="row" className="text-left font-medium">
                  <span className="mr-2 inline-block min-w-5 text-xs font-normal text-ink-3">{letter}</span>
                  <span className="wrap-anywhere">{label || <span className="text-ink-3">{t('noLabel')}</span>}</span>
                </th>
                <td className="text-ink-2">
                  <span className="line-clamp-2 wrap-anywhere">
                    {[...new Set(examples)].slice(0, EXAMPLES).join(' · ') || (
                      <span className="text-ink-3">{t('noExamples')}</span>
                    )}
                  </span>
                </td>
                <td>
                  <Select
                    aria-label={t('roleOf', { column: label || letter })}
                    value={role}
                    onChange={({ target }) => {
                      const next = columnRoles.find((one) => one === target.value)
                      if (next) onChoose(column, next)
                    }}
                    className={role === 'ignored' ? 'text-ink-3' : ''}
                    options={options}
                  />
                  {from === 'remembered' && chosen[column] === undefined ? (
                    <p className="mt-0.5 text-xs text-ink-3">{t('remembered')}</p>
                  ) : null}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

function useRoleOptions() {
  const t = useTranslations()
  const plain = { unitKind: 'other', parentKind: 'other' }
  return [
    { value: 'ignored', label: t('import.role.ignored') },
    {
      label: t('import.role.figures'),
      options: figureKinds.map((kind) => ({ value: kind, label: t(`figureKind.${kind}`, plain) })),
    },
    {
      label: t('import.role.line'),
      options: lineRoles.map((role) => ({ value: role, label: t(`import.role.${role}`) })),
    },
  ]
}
