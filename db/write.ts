import { createHash, createHmac, randomBytes } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import { nanoid } from 'nanoid'
import type { z } from 'zod'
import { type Action, type Actor, type Authority, authority, can } from '#domain/permissions.ts'
import { ok, type Problem, type Refusal, type Result, refuse } from '#domain/refusal.ts'
import type { Command, Found, Keyed, Plan } from './command.ts'
import type { Engine, Reader } from './engine.ts'
import { clearGuards, guardAuthority, guardTarget } from './guard.ts'
import { prepared } from './prepared.ts'
import { findActor } from './queries/find-actor.ts'
import { journal } from './schema/journal.ts'
import { build, statement } from './statement.ts'

/** How often a plan is made anew after something changed between plan and commit. */
const ATTEMPTS = 3

/**
 * The only door for writes: may they (403, 404), is the input well formed (422), was it sent before (the stored
 * answer), then plan and commit one list of statements with exactly one journal row.
 *
 * The order of answers is 401, 403 or 404, 409, 422, with one limit: an input of the wrong shape (a key that is too
 * short, a kind that does not exist) is 422 before its versions are looked at, because it cannot be read.
 *
 * A guard or constraint that fails means that the world changed after the plan read it: the plan is made again, on
 * fresh rights, and its refusal says what changed. Refusals are returned; a thrown error is a bug or a fault.
 */
export async function write<Input extends Keyed, Output, Place extends Found>(
  engine: Engine,
  command: Command<Input, Output, Place>,
  actor: Actor,
  raw: unknown,
): Promise<Result<Output>> {
  for (let attempt = 1, current = actor; attempt <= ATTEMPTS; attempt += 1) {
    const admitted = await admit(engine.reader, command, current, raw)
    if (!admitted.ok) return admitted
    const { input, place, authorities } = admitted.value

    const bodyHash = hash(command, input)
    const earlier = await answerBefore(engine.reader, current.id, input.key, bodyHash)
    // The hash says that this very command answered this very input, so the answer has the command's type.
    if (earlier) return earlier.ok ? ok(earlier.value as Output) : earlier

    const at = new Date().toISOString()
    const journalId = nanoid()
    const planned = await command.plan({ reader: engine.reader, actor: current, place, at, journalId }, input)
    if (!planned.ok) return planned
    const plan = planned.value
    if (plan.statements.length === 0 && !plan.always) return ok(plan.output)

    const committed = await engine.commit([
      ...authorities.map((relied) => guardAuthority(current.id, relied)),
      ...guardTarget(place.target),
      journalRow({ id: journalId, at, actorId: current.id, action: command.name, key: input.key, bodyHash }, plan),
      ...plan.statements,
      clearGuards(),
    ])
    if (committed.ok) return ok(plan.output)

    const fresh = await findActor(engine.reader, current.id)
    if (!fresh) return refuse('unauthenticated')
    current = fresh
  }
  return refuse('conflict', { reason: 'changed_meanwhile' })
}

/**
 * Where a command would write, and what lets the actor; its target is found first, so that nobody learns of what they
 * may not see. Also asked before what is too long to be read for anybody, such as a file; `write` asks again.
 */
export async function mayWrite<Input extends Keyed, Output, Place extends Found>(
  reader: Reader,
  command: Command<Input, Output, Place>,
  actor: Actor,
  address: Record<string, unknown>,
): Promise<Result<{ place: Place; authorities: Authority[] }>> {
  const place = await command.find(reader, address, actor)
  if (!place) return refuse('not_found')
  const { target } = place
  const denied = (action: Action) =>
    can(actor, 'read', target) ? refuse('forbidden', { reason: action }) : refuse('not_found')

  const authorities: Authority[] = []
  for (const action of [command.action, ...(command.also?.(address) ?? [])]) {
    const relied = authority(actor, action, target)
    if (!relied) return denied(action)
    authorities.push(relied)
  }
  return ok({ place, authorities })
}

/** Who may, and is it well formed. */
async function admit<Input extends Keyed, Output, Place extends Found>(
  reader: Reader,
  command: Command<Input, Output, Place>,
  actor: Actor,
  raw: unknown,
): Promise<Result<{ input: Input; place: Place; authorities: Authority[] }>> {
  // What is no object names nothing.
  const allowed = await mayWrite(reader, command, actor, { ...Object(raw) })
  if (!allowed.ok) return allowed
  const parsed = parseInput(command.input, raw)
  return parsed.ok ? ok({ input: parsed.value, ...allowed.value }) : parsed
}

/** An input as its command reads it; refused with every problem where it is not well formed. */
export function parseInput<Input>(schema: z.ZodType<Input>, raw: unknown): Result<Input> {
  const parsed = schema.safeParse(raw, { error: (issue) => issue.code })
  return parsed.success ? ok(parsed.data) : refuse('invalid', { problems: problemsOf(parsed.error) })
}

/** What is wrong with an input that did not parse, by a schema that was told to answer the codes of its issues. */
export const problemsOf = (error: z.ZodError): Problem[] =>
  error.issues.map((issue) => ({ path: issue.path.join('.'), reason: issue.message }))

/** Kept nowhere: a secret that comes again is known as the same while the process lives, and can never be guessed. */
const ephemeral = randomBytes(32)
const veil = (secret: unknown) => createHmac('sha256', ephemeral).update(JSON.stringify(secret)).digest('hex')

const hash = <Input extends Keyed>({ name, secrets }: { name: string; secrets?: readonly string[] }, input: Input) =>
  createHash('sha256')
    .update(JSON.stringify([name, input], (field, value) => (secrets?.includes(field) ? veil(value) : value)))
    .digest('hex')

const selectAnswer = prepared((reader) =>
  reader
    .select({ bodyHash: journal.bodyHash, result: journal.result })
    .from(journal)
    .where(and(eq(journal.actorId, sql.placeholder('actor')), eq(journal.key, sql.placeholder('key'))))
    .prepare(),
)

/** The stored answer of an earlier send of the same key, a refusal where the body differs, null where it is new. */
async function answerBefore(reader: Reader, actorId: string, key: string, bodyHash: string) {
  const [row] = await selectAnswer(reader).all({ actor: actorId, key })
  if (!row) return null
  return row.bodyHash === bodyHash ? ok(JSON.parse(row.result) as unknown) : refuse('key_reused')
}

/** Whether something was written under that key: a stored answer, or a refusal, needs no long body to be read again. */
export const isKeyKnown = async (reader: Reader, actorId: string, key: string): Promise<boolean> =>
  (await answerBefore(reader, actorId, key, '')) !== null

type RowHead = { id: string; at: string; actorId: string; action: string; key: string; bodyHash: string }

const journalRow = (head: RowHead, { journal: { detail, ...about }, output }: Plan<unknown>) =>
  statement(
    build.insert(journal).values({
      ...head,
      ...about,
      result: JSON.stringify(output ?? null),
      detail: JSON.stringify(detail ?? {}),
    }),
  )

/** What every refusal leaves in the log; the input is not in it, because it may hold a password. */
export const refusalForLog = ({ code, reason, problems }: Refusal) => ({
  code,
  reason,
  problems: problems?.map(({ path, reason: why }) => `${path}: ${why}`),
})
