import { nanoid } from 'nanoid'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { NextIntlClientProvider } from 'next-intl'
import { getFormatter, getLocale, getMessages, getTranslations } from 'next-intl/server'
import { readAddress } from '#app/_server/address.ts'
import { Desk } from '#app/_server/desk.tsx'
import { requireActor } from '#app/_server/gate.ts'
import { Returned } from '#app/_server/returned.tsx'
import { cellKey } from '#components/entry/cell-place.ts'
import { EntryScreen } from '#components/entry/entry-screen.tsx'
import { findInCells } from '#components/entry/find-in-cells.ts'
import { LineForms } from '#components/entry/line-forms.tsx'
import { importAddress } from '#components/import/import-query.ts'
import { listIndicators } from '#db/queries/list-indicators.ts'
import { getSheetToEnter, type SheetToEnter } from '#db/queries/unit-sheet.ts'
import { can } from '#domain/permissions.ts'
import { submitSheet } from '../actions.ts'
import { addSheetLine, endSheetLine, markSheetLine } from './actions.ts'
import { entryColumns, entryKinds, previousActuals } from './columns.ts'

type Props = {
  params: Promise<{ unit: string; year: string }>
  searchParams: Promise<{ cell?: string | string[]; columns?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('entry'))('title') }
}

/** Where figures are entered and corrected; to those who may only read it says why. */
export default async function EntryPage({ params, searchParams }: Props) {
  const [address, search] = await Promise.all([params, searchParams])
  const { actor, reader } = await requireActor('/units/[unit]/[year]/entry', { ...search, ...address })
  const { unit: slug, year } = readAddress(address)
  const found = await getSheetToEnter(reader, actor, slug, year)
  if (!found) notFound()

  const { unit, sheet, target } = found
  const [t, locale, format, messages] = await Promise.all([
    getTranslations(),
    getLocale(),
    getFormatter(),
    getMessages(),
  ])
  const { action, change, common, entry, figureKind, group, problem, refusal, state, tier, unitYear, verdict } =
    messages
  const lines = found.lines.filter(({ endedAt }) => endedAt === null)
  const more = search.columns === 'more'
  const columns = await entryColumns(actor, found, entryKinds(found, more))
  const editsLines = sheet.state === 'draft' && can(actor, 'edit_lines', target)
  const submits = sheet.state === 'draft' && lines.length > 0 && can(actor, 'submit', target)
  const wanted = search.cell
  const open = columns.filter(({ closed }) => closed === null)
  const imports = open.length > 0 && can(actor, 'import_figures', { kind: 'product' })
  const keys = lines.flatMap(({ indicator }) => columns.map(({ kind }) => cellKey(indicator.code, kind)))
  const firstLine = lines.find(({ indicator }) => !indicator.heading) ?? lines[0]
  const firstColumn = open[0] ?? columns[0]
  const first = firstLine && firstColumn ? cellKey(firstLine.indicator.code, firstColumn.kind) : null
  const active = keys.find((key) => key === wanted) ?? first
  const backHref = `/units/${unit.slug}/${year}`
  return (
    <Desk
      session={{ actor, reader }}
      breadcrumbs={[
        { label: t('entry.title'), href: '/entry' },
        { label: `${unit.name} ${year}`, href: backHref },
        { label: t('entry.title') },
      ]}
    >
      {found.returned ? <Returned returned={found.returned} /> : null}
      <NextIntlClientProvider
        messages={{
          ...{ action, change, common, entry, figureKind, group, problem, refusal, state, tier, verdict },
          unitYear: { finding: unitYear.finding, tierUnstated: unitYear.tierUnstated },
        }}
      >
        <EntryScreen
          key={`${unit.slug} ${year} ${locale}`}
          title={t('entry.pageTitle', { unit: unit.name, year: String(year) })}
          sheet={{ unit: unit.slug, year }}
          person={actor.id}
          state={sheet.state}
          dueDate={sheet.dueDate === null ? null : format.dateTime(new Date(sheet.dueDate), 'day')}
          locale={locale}
          seq={found.seq}
          lines={lines}
          previousLines={found.previousLines}
          findings={findInCells(lines, found.previousLines)}
          planKinds={{ unitKind: unit.kind, parentKind: unit.parent?.kind ?? 'other' }}
          columns={columns}
          otherColumns={{ href: `${backHref}/entry${more ? '' : '?columns=more'}`, more: !more }}
          previous={previousActuals(found, locale)}
          active={active}
          closed={open.length === 0 ? (columns[0]?.closed ?? null) : null}
          backHref={backHref}
          importHref={imports ? importAddress({ unit: unit.slug, year: String(year) }) : null}
          submission={submits ? { action: submitSheet.bind(null, unit.slug, year), key: nanoid() } : null}
          lineForms={editsLines ? await lineForms(found, await listIndicators(reader), locale) : null}
        />
      </NextIntlClientProvider>
    </Desk>
  )
}

type Catalogue = Awaited<ReturnType<typeof listIndicators>>

/** The forms of a draft: what may be added is the catalogue of that year without what is on the sheet. */
async function lineForms({ unit, sheet: { year }, lines }: SheetToEnter, catalogue: Catalogue, locale: 'vi' | 'en') {
  const t = await getTranslations('tier')
  const live = lines.filter(({ endedAt }) => endedAt === null)
  const present = new Set(live.map(({ indicator }) => indicator.code))
  const valid = catalogue.filter(
    ({ code, validFromYear, validToYear }) =>
      validFromYear <= year && (validToYear === null || validToYear >= year) && !present.has(code),
  )
  // Newest version first: the first of a code is the one that would be added.
  const newest = new Map(valid.toReversed().map((indicator) => [indicator.code, indicator]))
  const nameOf = ({ nameVi, nameEn }: { nameVi: string; nameEn: string }) => (locale === 'en' ? nameEn : nameVi)
  const labels = { unitKind: unit.kind, parentKind: unit.parent?.kind ?? 'other' }
  const onSheet = live.map(({ number, indicator }) => ({
    value: indicator.code,
    label: `${number} ${nameOf(indicator)}`,
  }))
  return (
    <LineForms
      add={{
        action: addSheetLine.bind(null, unit.slug, year),
        key: nanoid(),
        options: [...newest.values()]
          .map((indicator) => ({ value: indicator.code, label: `${nameOf(indicator)} (${indicator.unitOfMeasure})` }))
          .sort((a, b) => a.label.localeCompare(b.label, 'vi')),
      }}
      mark={{
        action: markSheetLine.bind(null, unit.slug, year),
        key: nanoid(),
        options: onSheet,
        marks: Object.fromEntries(
          live.map(({ indicator, inAssignedSet, inAdoptedSet, office }) => [
            indicator.code,
            { inAssignedSet, inAdoptedSet, office },
          ]),
        ),
      }}
      end={{ action: endSheetLine.bind(null, unit.slug, year), key: nanoid(), options: onSheet }}
      sets={{ assigned: t('assigned', labels), adopted: t('adopted', labels) }}
    />
  )
}
