import { type SQL, sql } from 'drizzle-orm'
import type { Authority } from '#domain/permissions.ts'
import type { Statement } from './engine.ts'
import { statement } from './statement.ts'

/**
 * A statement that lets the batch through only where the condition still holds when it lands: what a plan read may
 * have changed since. Its row fails a check, so nothing of the batch is written.
 */
export const guard = (condition: SQL): Statement =>
  statement(sql`insert into "_guard" ("ok") select case when ${condition} then 1 else 0 end`)

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

/** The sheet is still in the state that the plan saw. */
export const guardSheetState = (sheetId: string, state: string): Statement =>
  guard(sql`exists (select 1 from "sheets" where "id" = ${sheetId} and "state" = ${state})`)

/** The sheet has the lines that the plan saw, so that a number or place is not given twice. */
export const guardLineCount = (sheetId: string, count: number): Statement =>
  guard(sql`(select count(*) from "lines" where "sheet_id" = ${sheetId}) = ${count}`)

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
