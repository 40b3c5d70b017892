import type { z } from 'zod'
import type { Action, Actor, Target } from '#domain/permissions.ts'
import type { Result } from '#domain/refusal.ts'
import type { Reader, Statement } from './engine.ts'

/** What every command's input carries: a key of the client's making, so that sending twice has one effect. */
export type Keyed = { key: string }

/** What the write is done to, as the permissions see it, with whatever else was read to find it. */
export type Found = { target: Target }

/** What a command knows while it plans. It may read and decide; it writes nothing. */
export type Planning<Place extends Found> = {
  reader: Reader
  actor: Actor
  place: Place
  /** Time of the write: UTC, ISO 8601. */
  at: string
  /** Id of the journal row that this write will be. */
  journalId: string
}

/** What a command decided: the statements that will land together, its answer, and its row in the journal. */
export type Plan<Output> = {
  /** None: nothing changes, and nothing is journalled but where `always` says so. */
  statements: Statement[]
  /** Journalled though it changes nothing, such as that figures left the house as a file. */
  always?: true
  output: Output
  journal: {
    unitId?: string
    sheetId?: string
    reason?: string | undefined
    documentId?: string | undefined
    detail?: Record<string, unknown>
  }
}

/**
 * One verb. `find` looks up what it is done to from the addressing fields of the unparsed input, before the content
 * is looked at, so that the answers come in order: 401, 403 or 404, 409, 422.
 */
export type Command<Input extends Keyed, Output, Place extends Found> = {
  /** In the journal. */
  name: string
  /** What the actor must be allowed. A command without one does not compile. */
  action: Action
  /** What they must be allowed besides, by what the unparsed input holds: a refusal of rights comes before its content. */
  also?(address: Record<string, unknown>): readonly Action[]
  input: z.ZodType<Input>
  /** Passwords: nothing is kept of them but, in the hash of the body, a mark that only this process can make. */
  secrets?: readonly (keyof Input & string)[]
  find(reader: Reader, address: Record<string, unknown>, actor: Actor): Promise<Place | null>
  plan(planning: Planning<Place>, input: Input): Promise<Result<Plan<Output>>>
}
