import { notFound, redirect } from 'next/navigation'
import { today } from '#app/_server/dates.ts'
import { requireActor } from '#app/_server/gate.ts'
import { findUnitYears } from '#db/queries/unit-years.ts'
import { NoSheet } from './no-sheet.tsx'

type Props = { params: Promise<{ unit: string }> }

/** The address of a unit as somebody types it: leads to its latest sheet, or says that there is none yet. */
export default async function UnitPage({ params }: Props) {
  const { unit: slug } = await params
  const session = await requireActor('/units/[unit]', { unit: slug })
  const place = (await findUnitYears(session.reader, session.actor, slug)) ?? notFound()
  const latest = place.years.at(-1)
  if (latest) redirect(`/units/${slug}/${latest.year}`)
  return <NoSheet session={session} place={place} year={Number(today().slice(0, 4))} />
}
