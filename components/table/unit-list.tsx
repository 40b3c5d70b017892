import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { buttonClass } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import type { SheetState } from '#domain/sheet-state.ts'
import { compareNames, type UnitKind } from '#domain/unit.ts'
import { YearLinks } from './year-links.tsx'

type ListedUnit = {
  unit: {
    slug: string
    code: string
    name: string
    kind: UnitKind
    /** The last day of its validity, ISO; null while it exists. */
    validTo: string | null
    parent: { slug: string; name: string } | null
  }
  years: readonly { year: number; state: SheetState }[]
  mayOpen: boolean
}

/** Units under their parent, those without one first; within it by name. */
function byParent(units: readonly ListedUnit[]): { parent: ListedUnit['unit']['parent']; units: ListedUnit[] }[] {
  const groups = new Map<string, { parent: ListedUnit['unit']['parent']; units: ListedUnit[] }>()
  for (const listed of units) {
    const { parent } = listed.unit
    const group = groups.get(parent?.slug ?? '') ?? { parent, units: [] }
    group.units.push(listed)
    groups.set(parent?.slug ?? '', group)
  }
  for (const group of groups.values()) group.units.sort((a, b) => compareNames(a.unit.name, b.unit.name))
  return [...groups.values()].sort(
    (a, b) =>
      Number(a.parent !== null) - Number(b.parent !== null) || compareNames(a.parent?.name ?? '', b.parent?.name ?? ''),
  )
}

/** The units of a person, each with its yearly sheets. */
export function UnitList({ units }: { units: readonly ListedUnit[] }) {
  const t = useTranslations('unitYear.units')
  return byParent(units).map(({ parent, units: children }) => (
    <Card
      key={parent?.slug ?? ''}
      flush
      title={parent ? t('under', { name: parent.name }) : t('top')}
      meta={String(children.length)}
    >
      <ul>
        {children.map((listed) => (
          <UnitRow key={listed.unit.slug} listed={listed} />
        ))}
      </ul>
    </Card>
  ))
}

function UnitRow({ listed: { unit, years, mayOpen } }: { listed: ListedUnit }) {
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
      {mayOpen ? (
        <Link href={`/units?open=${unit.slug}`} className={buttonClass({ variant: 'ghost', size: 'small' })}>
          {t('action.openYear')}
          <span className="sr-only">{`: ${unit.name}`}</span>
        </Link>
      ) : null}
    </li>
  )
}
