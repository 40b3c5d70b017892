import { askedText } from '#app/_server/list-page.ts'
import type { JournalFilter } from '#db/queries/read-journal.ts'
import { isJournalAction } from '#domain/journal-actions.ts'

/** What the address of the journal says; days are of Việt Nam, and both are shown. */
export type JournalQuery = {
  who?: string
  what?: string
  unit?: string
  from?: string
  until?: string
  before?: string
}

const names = ['who', 'what', 'unit', 'from', 'until', 'before'] as const

/** Of what an address says, that which says something. */
export const readJournalQuery = (given: Record<string, string | string[] | undefined>): JournalQuery =>
  Object.fromEntries(
    names.flatMap((name) => {
      const text = askedText(given[name])?.trim()
      return text ? [[name, text]] : []
    }),
  )

/** Midnight in Việt Nam, so many days on; undefined for what is no day. */
function midnight(day: string | undefined, later = 0): string | undefined {
  if (day === undefined || !/^\d{4}-\d\d-\d\d$/.test(day)) return undefined
  const at = new Date(`${day}T00:00:00+07:00`)
  if (Number.isNaN(at.getTime())) return undefined
  at.setUTCDate(at.getUTCDate() + later)
  return at.toISOString()
}

/** The filter that an address asks for; what nobody could mean is passed over. */
export const journalFilter = ({ who, what, unit, from, until, before }: JournalQuery): JournalFilter => ({
  ...{ who, unit, from: midnight(from), until: midnight(until, 1) },
  what: what !== undefined && isJournalAction(what) ? what : undefined,
  before: before !== undefined && /^\d{1,15}$/.test(before) ? Number(before) : undefined,
})

export function journalAddress(query: JournalQuery): string {
  const search = new URLSearchParams(
    names.flatMap((name): [string, string][] => (query[name] ? [[name, query[name]]] : [])),
  )
  return search.size > 0 ? `/journal?${search}` : '/journal'
}
