import { getLocale, getTranslations } from 'next-intl/server'
import type { Session } from '#app/_server/session.ts'
import type { RecordNames } from '#components/import/record-table.tsx'
import { planKindsOf } from '#components/table/words.ts'
import { listIndicators } from '#db/queries/list-indicators.ts'
import { listUnits } from '#db/queries/list-units.ts'
import type { ImportRecord } from '#domain/import.ts'
import type { ImportReading } from '#domain/import-reading.ts'

/** What the slugs and codes of records are called; a unit whose record is shown is one that the person may read. */
export async function recordNames(
  { reader, actor }: Session,
  { columns }: ImportReading,
  records: readonly ImportRecord[],
): Promise<RecordNames> {
  const [t, locale] = await Promise.all([getTranslations('figureKind'), getLocale()])
  const meant = records.some(({ unit, indicator }) => unit !== null || indicator !== null)
  const [units, indicators] = meant ? await Promise.all([listUnits(reader, actor), listIndicators(reader)]) : [[], []]
  const unitOf = new Map(units.map((unit) => [unit.slug, unit]))
  const indicatorOf = new Map(indicators.toReversed().map((indicator) => [indicator.code, indicator]))
  return {
    unit: (slug) => unitOf.get(slug)?.name ?? slug,
    indicator(code) {
      const found = indicatorOf.get(code)
      return found ? (locale === 'en' ? found.nameEn : found.nameVi) : code
    },
    kind(kind, slug) {
      const unit = slug === null ? undefined : unitOf.get(slug)
      return t(kind, unit ? planKindsOf(unit) : { unitKind: 'other', parentKind: 'other' })
    },
    column: (column) => columns[column - 1]?.label ?? '',
  }
}
