import { useTranslations } from 'next-intl'
import type { FigureKind } from '#domain/figure.ts'
import type { Quantity } from '#domain/quantity.ts'
import type { IndicatorView } from '#domain/sheet.ts'
import type { UnitKind } from '#domain/unit.ts'
import { valueText } from '../table/sources.tsx'
import { useUnitWords } from '../table/words.ts'
import { Missing } from '../ui/missing.tsx'
import { Tag } from '../ui/tag.tsx'
import { TextLink } from '../ui/text-link.tsx'

type CitedCell = {
  unit: { slug: string; name: string; kind: UnitKind; parent: { kind: UnitKind } | null }
  year: number
  number: string
  indicator: Pick<IndicatorView, 'code' | 'nameVi' | 'nameEn' | 'unitOfMeasure' | 'decimals'>
  kind: FigureKind
  /** As it was recorded from the document; null where it was cleared. */
  quantity: Quantity | null
  version: number
  currentVersion: number
  /** The line has left the sheet. */
  ended: boolean
}

const cell = 'px-4 py-1.5 align-baseline max-desk:py-0'

/** The cells that a document is the source of, sheet by sheet; on a phone each is a block. */
export function CitedCells({ label, cells }: { label: string; cells: readonly CitedCell[] }) {
  const t = useTranslations('document')
  const common = useTranslations('common')
  const sheets = Map.groupBy(cells, ({ unit, year }) => `/units/${unit.slug}/${year}`)
  return (
    <div className="overflow-x-auto">
      <table aria-label={label} className="w-full text-sm max-desk:block">
        <thead className="text-left text-xs text-ink-2 max-desk:sr-only">
          <tr>
            <th scope="col" className="px-4 py-2 font-medium">
              {common('indicator')}
            </th>
            <th scope="col" className="px-4 py-2 font-medium">
              {t('kind')}
            </th>
            <th scope="col" className="px-4 py-2 text-right font-medium">
              {t('value')}
            </th>
            <th scope="col" className="px-4 py-2 font-medium">
              {t('standing')}
            </th>
          </tr>
        </thead>
        {[...sheets].map(([href, ofSheet]) => (
          <SheetCells key={href} href={href} cells={ofSheet} />
        ))}
      </table>
    </div>
  )
}

function SheetCells({ href, cells }: { href: string; cells: readonly CitedCell[] }) {
  const [first] = cells
  return (
    <tbody className="max-desk:block">
      <tr className="max-desk:block">
        <th
          scope="rowgroup"
          colSpan={4}
          className="border-y border-line bg-sunken px-4 py-0.5 text-left font-semibold max-desk:block"
        >
          {first ? <TextLink href={href}>{`${first.unit.name} ${first.year}`}</TextLink> : null}
        </th>
      </tr>
      {cells.map((one) => (
        <CellRow key={`${one.indicator.code} ${one.number} ${one.kind}`} href={href} cell={one} />
      ))}
    </tbody>
  )
}

type RowProps = { href: string; cell: CitedCell }

function CellRow({ href, cell: { unit, number, indicator, kind, quantity, ...cited } }: RowProps) {
  const words = useUnitWords()(unit)
  const { t } = words
  const { version, currentVersion, ended } = cited
  const stands = version === currentVersion && !ended
  return (
    <tr className="border-line not-last:border-b max-desk:grid max-desk:grid-cols-[minmax(0,1fr)_auto] max-desk:py-1.5">
      <th scope="row" className={`text-left font-normal max-desk:col-span-2 ${cell}`}>
        <TextLink href={`${href}/lines/${indicator.code}`}>{`${number}. ${words.nameOf(indicator)}`}</TextLink>
      </th>
      <td className={`text-ink-2 ${cell}`}>{t(`figureKind.${kind}`, words.kinds)}</td>
      <td className={`text-right font-semibold ${cell}`}>
        {quantity ? (
          valueText(kind, { quantity }, { indicator }, words)
        ) : (
          <Missing words={t('unitYear.history.cleared')} />
        )}
      </td>
      <td className={`text-ink-2 max-desk:col-span-2 ${stands ? 'max-desk:hidden' : ''} ${cell}`}>
        {stands ? (
          t('document.standsNow')
        ) : (
          <Tag>{ended ? t('document.lineEnded') : t('document.superseded', { version, current: currentVersion })}</Tag>
        )}
      </td>
    </tr>
  )
}
