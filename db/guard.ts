import { and, eq, getTableColumns, type InferSelectModel, type SQL, sql } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Authority, Target } from '#domain/permissions.ts'
import type { SheetState } from '#domain/sheet-state.ts'
import type { Statement } from './engine.ts'
import type { FoundLine } from './queries/find-lines.ts'
import { quietActions } from './quiet-actions.ts'
import { lines, sheets } from './schema/sheets.ts'
import { units } from './schema/units.ts'
import { statement } from './statement.ts'

/**
 * A statement that lets the batch through only where the condition still holds when it lands: what a plan read may
 * have changed since. Its row fails a check, so nothing of the batch is written.
 */
export const guard = (condition: SQL): Statement =>
  statement(sql`insert into "_guard" ("ok") select case when ${condition} then 1 else 0 end`)

/**
 * The records stand as the plan read them, in every field given here (each with the fields of the first); with `all`,
 * they are also still all the records that meet that condition. One statement with one list, however many records.
 */
export function guardUnchanged<Table extends SQLiteTable>(
  table: Table,
  records: readonly Partial<InferSelectModel<Table>>[],
  all?: SQL,
): Statement {
  const fields = Object.keys(records[0] ?? {})
  const same = Object.entries(getTableColumns(table))
    .filter(([field]) => fields.includes(field))
    .map(([field, column]) => sql`${column} is json_extract("seen"."value", ${`$.${field}`})`)
  return guard(sql`
    not exists (
      select 1 from json_each(${JSON.stringify(records)}) as "seen"
      where not exists (select 1 from ${table} where ${and(sql`true`, all, ...same)}))
    and ${all ? sql`(select count(*) from ${table} where ${all}) = ${records.length}` : sql`true`}`)
}

/** The last statement of a batch: guards leave no rows behind. */
export const clearGuards = (): Statement => statement(sql`delete from "_guard"`)

/** The person is still employed, and the grant that the permission rests on still stands. */
export function guardAuthority(actorId: string, authority: Authority): Statement {
  const employed = sql`exists (select 1 from "users" where "id" = ${actorId} and "ended_at" is null)`
  return authority.kind === 'grant'
    ? guard(sql`${employed} and exists (
        select 1 from "grants" where "id" = ${authority.grantId} and "user_id" = ${actorId} and "ended_at" is null)`)
    : guard(employed)
}

/** The unit still stands where the permission saw it, and still records, or does not, its own assigned plan. */
export function guardTarget(target: Target): Statement[] {
  if (target.kind !== 'unit') return []
  const { lineage, recordsOwnAssignedPlan } = target
  return [
    guardUnchanged(
      units,
      lineage.map((id, level) => ({ id, parentId: lineage[level + 1] ?? null })),
    ),
    guardUnchanged(
      units,
      lineage.slice(0, 1).map((id) => ({ id, recordsOwnAssignedPlan })),
    ),
  ]
}

/** The sheet is still in the state that the plan saw. */
export const guardSheetState = (id: string, state: SheetState): Statement => guardUnchanged(sheets, [{ id, state }])

/** The sheet has the lines that the plan saw, as it saw them, so that a number or place is not given twice. */
export const guardLines = (sheetId: string, seen: readonly FoundLine[]): Statement =>
  guardUnchanged(
    lines,
    seen.map(({ id, position, number, inAssignedSet, inAdoptedSet, office, endedAt }) => ({
      id,
      position,
      number,
      inAssignedSet,
      inAdoptedSet,
      office,
      endedAt,
    })),
    eq(lines.sheetId, sheetId),
  )

/** No figure was recorded under this version of an indicator, so its meaning may still change (domain rule 13). */
export const guardNoFiguresOf = (indicatorId: string): Statement =>
  guard(sql`not exists (
    select 1 from "figures" join "lines" on "lines"."id" = "figures"."line_id"
    where "lines"."indicator_id" = ${indicatorId})`)

/** The approver still wrote none of the sheet's figures (domain rule 15). */
export const guardNoFiguresBy = (sheetId: string, actorId: string): Statement =>
  guard(sql`not exists (
    select 1 from "revisions"
    join "lines" on "lines"."id" = "revisions"."line_id"
    join "journal" on "journal"."id" = "revisions"."journal_id"
    where "lines"."sheet_id" = ${sheetId} and "journal"."actor_id" = ${actorId})`)

/**
 * Nothing that these sheets hold, and nothing that belongs to no sheet (units, indicators, grants), was written after
 * that row of the journal: what was read of them since then is as it was read, however much it was. Every write is a row
 * of the journal, and an import over many sheets is one without a sheet. `own` is the row of this batch. What others do
 * with imports of their own that are not committed is nothing, nor that somebody took figures away.
 */
export const guardNothingSince = (seq: number, sheetIds: readonly string[], own: string): Statement =>
  guard(sql`not exists (
    select 1 from "journal" where "seq" > ${seq} and "id" <> ${own}
    and "action" not in (select "value" from json_each(${JSON.stringify(quietActions)}))
    and not ("action" in ('start_import', 'choose_import', 'discard_import')
      and "actor_id" <> (select "actor_id" from "journal" where "id" = ${own}))
    and ("sheet_id" is null or "sheet_id" in (select "value" from json_each(${JSON.stringify(sheetIds)}))))`)
