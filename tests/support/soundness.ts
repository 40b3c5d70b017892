import type Database from 'better-sqlite3'
import { expect } from 'vitest'

/** What there must be none of, whatever was interrupted: [what it would mean, rows that show it]. */
const halves: Record<string, string> = {
  'a batch of which a part is missing': `select id, detail from journal
    where action = 'set_figures'
      and json_extract(detail, '$.cells') is not (select count(*) from revisions where journal_id = journal.id)`,
  'a revision without its journal row': `select * from revisions where journal_id not in (select id from journal)`,
  'a figure that is not its last revision': `
    select line_id, kind, version, journal_id, value, high, denominator, qualifier, text, note, document_id from figures
    except
    select line_id, kind, version, journal_id, value, high, denominator, qualifier, text, note, document_id from revisions
    where version = (select max(version) from revisions as r where r.line_id = revisions.line_id and r.kind = revisions.kind)`,
  'a revision without its figure': `select line_id, kind from revisions except select line_id, kind from figures`,
  'versions with a gap': `select line_id, kind from revisions group by line_id, kind having count(*) is not max(version)`,
  'a guard left behind': `select * from _guard`,
}

/** The database is intact, and every write in it is there from end to end. */
export function expectWhole(database: Database.Database): void {
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(database.pragma('foreign_key_check')).toEqual([])
  for (const [what, sql] of Object.entries(halves)) expect(database.prepare(sql).all(), what).toEqual([])
}
