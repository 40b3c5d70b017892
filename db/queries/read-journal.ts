import { and, desc, eq, gte, lt, or, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import type { JournalAction } from '#domain/journal-actions.ts'
import type { Actor } from '#domain/permissions.ts'
import { matcher } from '#domain/search.ts'
import type { Reader } from '../engine.ts'
import { documents } from '../schema/documents.ts'
import { journal } from '../schema/journal.ts'
import { users } from '../schema/people.ts'
import { sheets } from '../schema/sheets.ts'
import { units } from '../schema/units.ts'
import { among, journalColumns } from './columns.ts'
import { unitsNamed, when } from './export-filter.ts'
import { writtenByImport } from './export-records.ts'
import { readableUnits } from './readable.ts'

export type JournalFilter = {
  /** Words of the name of whoever did it. */
  who?: string | undefined
  what?: JournalAction | undefined
  /** Words of the names of the unit and of the one above it. */
  unit?: string | undefined
  /** UTC, ISO 8601: from the first on, before the second. */
  from?: string | undefined
  until?: string | undefined
  /** Only rows before this one, by `seq`: those of the next page. */
  before?: number | undefined
}

export type JournalEntry = {
  seq: number
  /** UTC, ISO 8601. */
  at: string
  /** The name of the command: one of `journalActions`, or of an older version. */
  action: string
  name: string
  username: string
  unit: { slug: string; name: string } | null
  year: number | null
  reason: string | null
  document: { code: string; title: string } | null
  about: JournalAbout
}

/** What of the detail a person reads: which file, indicator, document or account, and how many figures. */
const journalAbout = z
  .object({
    fileName: z.string().optional(),
    indicator: z.string().optional(),
    code: z.string().optional(),
    username: z.string().optional(),
    cells: z.number().optional(),
    figures: z.number().optional(),
  })
  .catch({})
export type JournalAbout = z.output<typeof journalAbout>

const ROWS_A_PAGE = 50

/**
 * A page of the journal, the newest first, as far as the actor may read it: what was done to their units, what imports
 * wrote there, and what they did themselves; an administrator reads all of it (DOMAIN, "journal"). Three statements at most.
 */
export async function readJournal(
  reader: Reader,
  actor: Actor,
  filter: JournalFilter,
): Promise<{ entries: JournalEntry[]; more: boolean }> {
  const who = filter.who === undefined ? undefined : await findPeople(reader, filter.who)
  const where = filter.unit === undefined ? undefined : await unitsNamed(reader, actor, filter.unit)
  const rows = await reader
    .select({
      ...journalColumns,
      unit: { slug: units.slug, name: units.name },
      year: sheets.year,
      reason: journal.reason,
      document: { code: documents.code, title: documents.title },
      detail: journal.detail,
    })
    .from(journal)
    .innerJoin(users, eq(users.id, journal.actorId))
    .leftJoin(units, eq(units.id, journal.unitId))
    .leftJoin(sheets, eq(sheets.id, journal.sheetId))
    .leftJoin(documents, eq(documents.id, journal.documentId))
    .where(
      and(
        visibleTo(actor),
        ofFilter(filter),
        when(who, (ids) => among(journal.actorId, ids)),
        when(where, ofUnits),
      ),
    )
    .orderBy(desc(journal.seq))
    .limit(ROWS_A_PAGE + 1)
  return {
    entries: rows
      .slice(0, ROWS_A_PAGE)
      .map(({ detail, ...row }) => ({ ...row, about: journalAbout.parse(JSON.parse(detail)) })),
    more: rows.length > ROWS_A_PAGE,
  }
}

function visibleTo(actor: Actor): SQL | undefined {
  const readable = readableUnits(actor)
  return readable && or(readable, writtenByImport(readable), eq(journal.actorId, actor.id))
}

const ofFilter = ({ what, from, until, before }: JournalFilter): SQL | undefined =>
  and(
    when(what, (action) => eq(journal.action, action)),
    when(from, (at) => gte(journal.at, at)),
    when(until, (at) => lt(journal.at, at)),
    // Said always: rows are walked down from there, and not sorted.
    lt(journal.seq, before ?? Number.MAX_SAFE_INTEGER),
  )

function ofUnits(slugs: string[]): SQL | undefined {
  const named = among(units.slug, slugs)
  return or(named, writtenByImport(named))
}

async function findPeople(reader: Reader, words: string): Promise<string[]> {
  const matches = matcher(words)
  const people = await reader.select({ id: users.id, name: users.name, username: users.username }).from(users)
  return people.filter(({ name, username }) => matches(`${name} ${username}`)).map(({ id }) => id)
}
