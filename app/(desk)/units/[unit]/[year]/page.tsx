import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { readAddress } from '#app/_server/address.ts'
import { requireActor } from '#app/_server/gate.ts'
import { getUnitSheet } from '#db/queries/unit-sheet.ts'
import { findUnitYears } from '#db/queries/unit-years.ts'
import { NoSheet } from '../no-sheet.tsx'
import { SheetScreen } from './sheet-screen.tsx'

type Search = Record<string, string | string[] | undefined>
type Props = { params: Promise<{ unit: string; year: string }>; searchParams: Promise<Search> }

/** Asked by the title and by the page, read once. A year that the unit has no sheet of is a place too. */
const load = cache(async (slug: string, typedYear: string, search: Search) => {
  const session = await requireActor('/units/[unit]/[year]', { ...search, unit: slug, year: typedYear })
  const { unit, year } = readAddress({ unit: slug, year: typedYear })
  const found = await getUnitSheet(session.reader, session.actor, unit, year)
  if (found) return { session, year, found, place: found }
  const place = Number.isNaN(year) ? null : await findUnitYears(session.reader, session.actor, unit)
  return place ? { session, year, found: null, place } : notFound()
})

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [address, search] = await Promise.all([params, searchParams])
  const { place, year } = await load(address.unit, address.year, search)
  const t = await getTranslations('unitYear')
  return { title: t('title', { kind: place.unit.kind, name: place.unit.name, year: String(year) }) }
}

export default async function UnitYearPage({ params, searchParams }: Props) {
  const [address, search] = await Promise.all([params, searchParams])
  const { session, year, found, place } = await load(address.unit, address.year, search)
  return found ? (
    <SheetScreen session={session} found={found} search={search} />
  ) : (
    <NoSheet session={session} place={place} year={year} />
  )
}
