import { getTranslations } from 'next-intl/server'
import { Desk } from '#app/_server/desk.tsx'
import type { Session } from '#app/_server/session.ts'
import { PageHeader } from '#components/layout/page-header.tsx'
import { OpenYearForm } from '#components/table/open-year-form.tsx'
import { Successions } from '#components/table/successions.tsx'
import { YearLinks } from '#components/table/year-links.tsx'
import { Card } from '#components/ui/card.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { ReorganisedYears } from '#db/queries/unit-years.ts'
import { can } from '#domain/permissions.ts'
import { existsIn } from '#domain/unit.ts'
import { openYearOfUnit } from '../actions.ts'

type Props = { session: Session; place: ReorganisedYears; year: number }

/** A unit in a year that it has no sheet of: the years there are, and the way to open this one for whoever may. */
export async function NoSheet({ session, place, year }: Props) {
  const { unit, target, years, predecessors, successors } = place
  const t = await getTranslations()
  const kinds = { unitKind: unit.kind, parentKind: unit.parent?.kind ?? ('other' as const) }
  const said = { name: unit.name, year: String(year) }
  const existed = existsIn(unit, year)
  return (
    <Desk
      session={session}
      breadcrumbs={[
        { label: t('nav.units'), href: '/units' },
        ...(unit.parent ? [{ label: unit.parent.name }] : []),
        { label: unit.name },
      ]}
    >
      <PageHeader
        title={t('unitYear.noSheet.title', said)}
        sub={t(years.length > 0 ? 'unitYear.noSheet.years' : 'unitYear.noSheet.none')}
      />
      {years.length > 0 ? <YearLinks unit={unit.slug} name={unit.name} years={years} /> : null}
      {existed ? null : <Notice tone="info">{t('unitYear.noSheet.notThen', said)}</Notice>}
      <Successions unit={unit} kinds={kinds} predecessors={predecessors} successors={successors} />
      {existed && can(session.actor, 'open_year', target) ? (
        <Card title={t('unitYear.openYear.title', { name: unit.name })} className="max-w-110">
          <OpenYearForm unit={unit.slug} year={year} action={openYearOfUnit} />
        </Card>
      ) : null}
    </Desk>
  )
}
