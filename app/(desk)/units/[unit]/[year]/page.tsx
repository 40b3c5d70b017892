import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { readAddress } from '#app/_server/address.ts'
import { Desk } from '#app/_server/desk.tsx'
import { requireActor } from '#app/_server/gate.ts'
import { Returned } from '#app/_server/returned.tsx'
import { vietnameseWords } from '#app/_server/vietnamese-words.ts'
import { openYearOfUnit } from '#app/(desk)/units/actions.ts'
import { PageHeader } from '#components/layout/page-header.tsx'
import { SheetBieu } from '#components/print/sheet-bieu.tsx'
import { SheetReview } from '#components/review/sheet-review.tsx'
import { Note } from '#components/table/note.tsx'
import { OpenYearForm } from '#components/table/open-year-form.tsx'
import { SheetActions } from '#components/table/sheet-actions.tsx'
import { SheetCard } from '#components/table/sheet-card.tsx'
import { readSheetQuery } from '#components/table/sheet-query.ts'
import { sheetRows } from '#components/table/sheet-rows.ts'
import { Successions } from '#components/table/successions.tsx'
import { Summary } from '#components/table/summary.tsx'
import { YearLinks } from '#components/table/year-links.tsx'
import { buttonClass } from '#components/ui/button.tsx'
import { StateMark } from '#components/ui/state-mark.tsx'
import { TextLink } from '#components/ui/text-link.tsx'
import { getUnitSheet } from '#db/queries/unit-sheet.ts'
import { can } from '#domain/permissions.ts'
import { openFindings, reviewSheet } from '#domain/review.ts'
import { stepsFrom, writing } from '#domain/sheet-state.ts'
import { acknowledgeFinding, approveSheet, lockSheet, reopenSheet, returnSheet, submitSheet } from './actions.ts'

type Search = Record<string, string | string[] | undefined>
type Props = { params: Promise<{ unit: string; year: string }>; searchParams: Promise<Search> }

/** Asked by the title and by the page, read once. */
const load = cache(async (slug: string, typedYear: string, search: Search) => {
  const session = await requireActor('/units/[unit]/[year]', { ...search, unit: slug, year: typedYear })
  const { unit, year } = readAddress({ unit: slug, year: typedYear })
  const found = await getUnitSheet(session.reader, session.actor, unit, year)
  return found ? { session, ...found } : notFound()
})

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [address, search] = await Promise.all([params, searchParams])
  const { unit, sheet } = await load(address.unit, address.year, search)
  const t = await getTranslations('unitYear')
  return { title: t('title', { kind: unit.kind, name: unit.name, year: String(sheet.year) }) }
}

export default async function UnitYearPage({ params, searchParams }: Props) {
  const [address, search] = await Promise.all([params, searchParams])
  const found = await load(address.unit, address.year, search)
  const { session, unit, target, sheet, years, lines, previousLines, returned, statements, ...reorganised } = found
  const { actor } = session
  const [t, format] = await Promise.all([getTranslations(), getFormatter()])
  const kinds = { unitKind: unit.kind, parentKind: unit.parent?.kind ?? ('other' as const) }
  const title = t('unitYear.title', { kind: unit.kind, name: unit.name, year: String(sheet.year) })
  const enters =
    writing[sheet.state] !== 'closed' &&
    (can(actor, 'write_figures', target) || can(actor, 'write_assigned_plan', target))
  const steps = stepsFrom(sheet.state).filter((step) => can(actor, step, target))
  const findings = reviewSheet({ ...found, state: sheet.state })
  const open = openFindings(findings).length
  const rows = sheetRows(
    lines,
    previousLines,
    findings.map(({ finding }) => finding),
  )
  const due = sheet.dueDate && format.dateTime(new Date(sheet.dueDate), 'day')
  return (
    <Desk
      session={session}
      breadcrumbs={[
        { label: t('nav.units'), href: '/units' },
        ...(unit.parent ? [{ label: unit.parent.name }] : []),
        { label: unit.name },
      ]}
      here={{ href: `/units/${unit.slug}/${sheet.year}`, title, detail: unit.parent?.name ?? '' }}
    >
      <PageHeader
        title={title}
        sub={
          <>
            <StateMark state={sheet.state} />
            {open > 0 ? <TextLink href="#review">{t('review.open', { count: open })}</TextLink> : null}
            {due ? <span>{t('unitYear.dueBy', { date: due })}</span> : null}
          </>
        }
        actions={
          <SheetActions
            address={{ unit: unit.slug, year: sheet.year }}
            steps={steps}
            enters={enters}
            actions={{
              submit: submitSheet.bind(null, unit.slug, sheet.year),
              return: returnSheet.bind(null, unit.slug, sheet.year),
              approve: approveSheet.bind(null, unit.slug, sheet.year),
              lock: lockSheet.bind(null, unit.slug, sheet.year),
              reopen: reopenSheet.bind(null, unit.slug, sheet.year),
            }}
          />
        }
      />
      <div className="flex flex-wrap items-center gap-2">
        <YearLinks unit={unit.slug} name={unit.name} years={years} current={sheet.year} />
        {can(actor, 'open_year', target) ? (
          <Note
            id="open-year"
            title={t('unitYear.openYear.title', { name: unit.name })}
            className={buttonClass({ variant: 'ghost', size: 'small' })}
            trigger={t('action.openYear')}
          >
            <OpenYearForm unit={unit.slug} year={(years.at(-1)?.year ?? sheet.year) + 1} action={openYearOfUnit} />
          </Note>
        ) : null}
      </div>
      {returned ? <Returned returned={returned} /> : null}
      <Successions unit={unit} kinds={kinds} {...reorganised} />
      <Summary kinds={kinds} state={sheet.state} sheet={rows} statements={statements} />
      <SheetCard
        year={sheet.year}
        kinds={kinds}
        sheet={rows}
        path={`/units/${unit.slug}/${sheet.year}`}
        query={readSheetQuery(search)}
        links={
          <a
            href={`/export/figures.csv?unit=${unit.slug}&year=${sheet.year}&layout=data`}
            download
            className="inline-flex min-h-6 items-center justify-self-start text-accent underline"
          >
            {t('unitYear.exportData')}
          </a>
        }
      />
      <SheetReview
        kinds={kinds}
        findings={findings}
        acknowledge={
          can(actor, 'review_findings', target) ? acknowledgeFinding.bind(null, unit.slug, sheet.year) : null
        }
      />
      <SheetBieu
        unit={unit}
        year={sheet.year}
        sheet={rows}
        statements={statements}
        words={await vietnameseWords(kinds)}
      />
    </Desk>
  )
}
