import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { buttonClass } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import type { SheetState } from '#domain/sheet-state.ts'
import { compareNames, type UnitKind } from '#domain/unit.ts'
import { YearLinks } from './year-links.tsx'

type Unit = {
  slug: string
  code: string
  name: string
  kind: UnitKind
  /** The last day of its validity, ISO; null while it exists. */
  validTo: string | null
  parent: { slug: string; name: string } | null
}
type ListedUnit = {
  unit: Unit
  years: readonly { year: number; state: SheetState }[]
  /** Opens a year of it; null for who may not. */
  openHref: string | null
}

/** Units under their parent, those without one first; within it by name. */
export const compareListed = (a: Unit, b: Unit): number =>
  Number(a.parent !== null) - Number(b.parent !== null) ||
  compareNames(a.parent?.name ?? '', b.parent?.name ?? '') ||
  compareNames(a.name, b.name)

/** How many units stand under each parent, by its slug; '' for none. */
export const countByParent = (units: readonly Unit[]): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const { parent } of units) counts.set(parent?.slug ?? '', (counts.get(parent?.slug ?? '') ?? 0) + 1)
  return counts
}

type Props = {
  /** As `compareListed` orders them. */
  units: readonly ListedUnit[]
  /** What `countByParent` says of the whole list, of which these are a page. */
  counts: Map<string, number>
}

/** The units of a person, each with its yearly sheets. */
export function UnitList({ units, counts }: Props) {
  const t = useTranslations('unitYear.units')
  return [...Map.groupBy(units, ({ unit }) => unit.parent?.slug ?? '')].map(([slug, children]) => {
    const parent = children[0]?.unit.parent
    return (
      <Card key={slug} flush title={parent ? t('under', { name: parent.name }) : t('top')} meta={counts.get(slug)}>
        <ul>
          {children.map((listed) => (
            <UnitRow key={listed.unit.slug} listed={listed} />
          ))}
        </ul>
      </Card>
    )
  })
}

function UnitRow({ listed: { unit, years, openHref } }: { listed: ListedUnit }) {
  const t = useTranslations()
  const format = useFormatter()
  const meta = [
    t(`unitKind.${unit.kind}`),
    unit.code,
    unit.validTo && t('unitYear.units.until', { date: format.dateTime(new Date(unit.validTo), 'day') }),
  ].filter(Boolean)
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line px-4 py-2.5 not-last:border-b">
      <div className="min-w-0 flex-1 basis-52">
        <p className="font-medium">{unit.name}</p>
        <p className="text-xs text-ink-3">{meta.join(' · ')}</p>
      </div>
      {years.length === 0 ? (
        <p className="text-sm text-ink-3">{t('unitYear.units.noSheet')}</p>
      ) : (
        <YearLinks unit={unit.slug} name={unit.name} years={years} />
      )}
      {openHref ? (
        <Link href={openHref} className={buttonClass({ variant: 'ghost', size: 'small' })}>
          {t('action.openYear')}
          <span className="sr-only">{`: ${unit.name}`}</span>
        </Link>
      ) : null}
    </li>
  )
}
