import { getFormatter, getTranslations } from 'next-intl/server'
import { Desk } from '#app/_server/desk.tsx'
import { Returned } from '#app/_server/returned.tsx'
import type { Session } from '#app/_server/session.ts'
import { vietnameseWords } from '#app/_server/vietnamese-words.ts'
import { openYearOfUnit } from '#app/(desk)/units/actions.ts'
import type { ExportFile } from '#components/layout/export-menu.tsx'
import { PageHeader } from '#components/layout/page-header.tsx'
import { SheetBieu } from '#components/print/sheet-bieu.tsx'
import { SheetReview } from '#components/review/sheet-review.tsx'
import { Note } from '#components/table/note.tsx'
import { OpenYearForm } from '#components/table/open-year-form.tsx'
import { SheetActions } from '#components/table/sheet-actions.tsx'
import { SheetCard } from '#components/table/sheet-card.tsx'
import { readSheetQuery, type SheetQuery, sheetParameters } from '#components/table/sheet-query.ts'
import { sheetRows } from '#components/table/sheet-rows.ts'
import { Successions } from '#components/table/successions.tsx'
import { Summary } from '#components/table/summary.tsx'
import { YearLinks } from '#components/table/year-links.tsx'
import { buttonClass } from '#components/ui/button.tsx'
import { StateMark } from '#components/ui/state-mark.tsx'
import { TextLink } from '#components/ui/text-link.tsx'
import type { UnitSheet } from '#db/queries/unit-sheet.ts'
import { can } from '#domain/permissions.ts'
import { openFindings, reviewSheet } from '#domain/review.ts'
import { stepsFrom, writing } from '#domain/sheet-state.ts'
import { acknowledgeFinding, approveSheet, lockSheet, reopenSheet, returnSheet, submitSheet } from './actions.ts'

type Props = { session: Session; found: UnitSheet; search: Record<string, string | string[] | undefined> }

/** One unit in one year: what was planned and what came of it, what is to be looked at, and the form for print. */
export async function SheetScreen({ session, found, search }: Props) {
  const { unit, target, sheet, years, lines, previousLines, returned, statements, ...reorganised } = found
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
  const query = readSheetQuery(search)
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
            files={filesOf(unit.slug, sheet.year, query)}
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
        query={query}
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

/** The lines and columns that are shown, as files; what follows is of the whole sheet. */
function filesOf(unit: string, year: number, query: SheetQuery): ExportFile[] {
  const whole = new URLSearchParams({ unit, year: String(year) })
  const shown = new URLSearchParams([...whole, ...sheetParameters({ ...query, view: 'table' })])
  return [
    ...(['excelVi', 'xlsx', 'data'] as const).map((file) => ({ file, of: shown })),
    ...(['bieu', 'revisions', 'journal'] as const).map((file) => ({ file, of: whole })),
  ]
}
