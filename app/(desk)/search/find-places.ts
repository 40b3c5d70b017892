import 'server-only'
import type { useFormatter, useTranslations } from 'next-intl'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { admits } from '#app/_server/gate.ts'
import { pages } from '#app/_server/policies.ts'
import type { Session } from '#app/_server/session.ts'
import type { FoundPlace } from '#components/layout/found-place.ts'
import { type CatalogueEntry, listIndicators } from '#db/queries/list-indicators.ts'
import { listYears } from '#db/queries/list-sheets.ts'
import { listUnits } from '#db/queries/list-units.ts'
import type { UnitView } from '#db/queries/unit-view.ts'
import { listUnitYears, type UnitYear } from '#db/queries/unit-years.ts'
import { readAsked, search } from '#domain/search.ts'
import { type UnitKind, unitKinds } from '#domain/unit.ts'

/** Of units and of indicators each, so that neither crowds the other out. */
const MOST = 8

type Reading = Pick<Session, 'reader' | 'actor'>

/**
 * The places that answer what was typed, the best first: units in a year, indicators, and where only a year was typed,
 * the overview of it. What the person may not read is not found. At most three statements.
 */
export async function findPlaces(session: Session, q: string): Promise<FoundPlace[]> {
  const [t, format, locale] = await Promise.all([getTranslations(), getFormatter(), getLocale()])
  return placesFor(session, q, { t, format, locale })
}

type Speech = {
  t: ReturnType<typeof useTranslations<never>>
  format: ReturnType<typeof useFormatter>
  locale: 'vi' | 'en'
}

/** The same, in a language of the caller's. */
export async function placesFor(session: Reading, q: string, speech: Speech): Promise<FoundPlace[]> {
  const { words, year } = readAsked(q)
  if (words.length === 0) return year === null ? [] : findYear(session, year, speech)
  const [units, indicators] = await Promise.all([
    findUnits(session, words, year, speech),
    findIndicators(session, words, speech),
  ])
  return [...units, ...indicators]
}

async function findYear({ reader, actor }: Reading, year: number, { t }: Speech): Promise<FoundPlace[]> {
  const { years } = await listYears(reader, actor)
  if (!years.includes(year)) return []
  return [{ kind: 'year', href: `/?year=${year}`, title: t('overview.title', { year: String(year) }), detail: '' }]
}

async function findUnits(
  { reader, actor }: Reading,
  words: readonly string[],
  year: number | null,
  { t, format }: Speech,
): Promise<FoundPlace[]> {
  // Thousands of units are of a handful of kinds.
  const kinds = new Map<UnitKind, string>(unitKinds.map((kind) => [kind, t(`unitKind.${kind}`)]))
  const found = search(words, await listUnits(reader, actor), ({ name, code, kind, parent }) => ({
    name,
    code,
    around: `${kinds.get(kind)} ${parent?.name ?? ''}`,
  })).slice(0, MOST)
  if (found.length === 0) return []
  const slugs = found.map(({ slug }) => slug)
  const years = new Map((await listUnitYears(reader, actor, slugs)).map((one) => [one.unit.slug, one.years]))
  return found.map((unit): FoundPlace => {
    const shown = yearToShow(years.get(unit.slug) ?? [], year)
    const until = unit.validTo && t('unitYear.units.until', { date: format.dateTime(new Date(unit.validTo), 'day') })
    return {
      kind: 'unit',
      href: shown === null ? `/units?q=${encodeURIComponent(unit.name)}` : `/units/${unit.slug}/${shown}`,
      title:
        shown === null
          ? t('search.unit', { kind: unit.kind, name: unit.name })
          : t('unitYear.title', { kind: unit.kind, name: unit.name, year: String(shown) }),
      detail: detailOf(unit, [
        shown === null
          ? t('unitYear.units.noSheet')
          : year !== null && shown !== year && t('search.noYear', { year: String(year) }),
        until,
      ]),
    }
  })
}

/** Codes are used again and names collide: the unit above and the days of validity tell units apart. */
const detailOf = ({ parent, code }: UnitView, more: (string | false | null)[]): string =>
  [parent?.name, code, ...more].filter(Boolean).join(' · ')

/** The year that was asked for, where the unit has a sheet of it; else its latest that was submitted, else its latest. */
function yearToShow(years: readonly UnitYear[], asked: number | null): number | null {
  const shown =
    years.find(({ year }) => year === asked) ?? years.findLast(({ state }) => state !== 'draft') ?? years.at(-1)
  return shown?.year ?? null
}

async function findIndicators(
  { reader, actor }: Reading,
  words: readonly string[],
  { t, locale }: Speech,
): Promise<FoundPlace[]> {
  if (!admits(pages['/indicators'], actor)) return []
  const found = search(words, newest(await listIndicators(reader)), ({ code, nameVi, nameEn }) => ({
    name: locale === 'vi' ? nameVi : nameEn,
    code,
    // People who read one language remember names in the other.
    around: locale === 'vi' ? nameEn : nameVi,
  }))
  return found.slice(0, MOST).map(({ code, nameVi, nameEn, group }) => ({
    kind: 'indicator',
    href: `/indicators/${encodeURIComponent(code)}`,
    title: locale === 'vi' ? nameVi : nameEn,
    detail: `${code} · ${t(`group.${group}`)}`,
  }))
}

/** One entry of each code: versions come newest first. */
const newest = (catalogue: readonly CatalogueEntry[]): CatalogueEntry[] =>
  catalogue.filter(({ code }, index) => catalogue[index - 1]?.code !== code)
