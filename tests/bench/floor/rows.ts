import Database from 'better-sqlite3'
import { figureKinds } from '#domain/figure.ts'

export type Row = Record<string, string | number | null>
export type Cell = { unit: string; year: number; indicator: string; kind: string; value: number }

const ofSheet = `sheets join units on units.id = sheets.unit_id join lines on lines.sheet_id = sheets.id
  join indicators on indicators.id = lines.indicator_id`
const ROWS_A_PAGE = 1000

function open() {
  const database = new Database(process.env.FLOOR_DATABASE)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  return {
    database,
    lines: database.prepare<[string, number], Row>(`
      select lines.*, indicators.* from ${ofSheet} where slug = ? and year = ? order by lines.position`),
    figures: database.prepare<[string, number], Row>(`
      select figures.*, indicators.code as indicator, journal.at, users.name as by, documents.*
      from ${ofSheet} join figures on figures.line_id = lines.id join journal on journal.id = figures.journal_id
      join users on users.id = journal.actor_id left join documents on documents.id = figures.document_id
      where slug = ? and year = ?`),
    year: database.prepare<[number], Row>(`
      select slug, units.name, indicators.*, plan.value as plan, coalesce(official.value, estimate.value) as actual
      from ${ofSheet} left join figures as plan on plan.line_id = lines.id and plan.kind = 'adopted_plan'
      left join figures as official on official.line_id = lines.id and official.kind = 'official'
      left join figures as estimate on estimate.line_id = lines.id and estimate.kind = 'estimate'
      where year = ? order by units.code, lines.position`),
    upsert: database.prepare<Cell>(`
      insert into figures (line_id, kind, version, journal_id, value, qualifier)
      select lines.id, @kind, 1, (select id from journal limit 1), @value, 'exact' from ${ofSheet}
      where slug = @unit and year = @year and indicators.code = @indicator
      on conflict do update set value = excluded.value, version = figures.version + 1`),
    page: database.prepare<[number], Row>(`
      select some.place, slug, units.code, units.valid_from, units.name, units.kind, year, some.number,
        indicators.code, indicators.version, name_vi, "group", unit_of_measure, in_assigned_set, in_adopted_set,
        office, state, ${figureKinds.map((kind) => `max(case figures.kind when '${kind}' then value end)`).join(', ')},
        max(documents.title), max(journal.at), max(users.name)
      from (select "rowid" as place, * from lines where "rowid" > ? order by "rowid" limit ${ROWS_A_PAGE}) as some
      join sheets on sheets.id = some.sheet_id join units on units.id = sheets.unit_id
      join indicators on indicators.id = some.indicator_id left join figures on figures.line_id = some.id
      left join documents on documents.id = figures.document_id left join journal on journal.id = figures.journal_id
      left join users on users.id = journal.actor_id
      group by some.place order by some.place`),
  }
}

const kept = globalThis as typeof globalThis & { floor?: ReturnType<typeof open> }
const floor = () => {
  kept.floor ??= open()
  return kept.floor
}

/** What is stored of a sheet. */
export const readSheet = (unit: string, year: string): { lines: Row[]; figures: Row[] } => ({
  lines: floor().lines.all(unit, Number(year)),
  figures: floor().figures.all(unit, Number(year)),
})

/** Every line of a year with its adopted plan and its result. */
export const readYear = (year: number): Row[] => floor().year.all(year)

/** One statement in one transaction that is on the disk when it returns. */
export const saveCell = (cell: Cell): void => {
  const { database, upsert } = floor()
  database.transaction(() => upsert.run(cell)).immediate()
}

/** Every line with its figures as CSV, a page at a time by key. */
export function* csv(): Generator<string> {
  const { page } = floor()
  for (let after = 0; ; ) {
    const rows = page.raw().all(after) as unknown as unknown[][] // raw() answers with arrays
    if (rows.length === 0) return
    yield rows.map((row) => `${row.join(',')}\r\n`).join('')
    after = Number(rows.at(-1)?.[0])
  }
}
