import { eq } from 'drizzle-orm'
import { nanoid } from 'nanoid'
import type { Actor } from '#domain/permissions.ts'
import type { Engine } from './engine.ts'
import { findActor } from './queries/find-actor.ts'
import { journal } from './schema/journal.ts'
import { users } from './schema/people.ts'
import { build, statement } from './statement.ts'

/** Actors that are no person: they have no password, so nobody signs in as one. */
const systemActors = {
  published: { username: 'system:published', name: 'Nạp dữ liệu đã công bố' },
  operator: { username: 'system:operator', name: 'Dòng lệnh vận hành' },
} as const

/**
 * The system actor of that name, made where the ledger has none yet.
 *
 * The one write that does not go through `write()`: a write needs an actor, and in an empty ledger there is nobody.
 * It is journalled all the same, under the new actor itself, and gives no right that the holder of the database file
 * does not have anyway. The colon keeps its username out of what a person can be named.
 */
export async function ensureSystemActor(engine: Engine, name: keyof typeof systemActors): Promise<Actor> {
  const known = await findSystemActor(engine, name)
  if (known) return known

  const id = nanoid()
  const at = new Date().toISOString()
  // Refused where another process made it in between: then it is there to be found.
  await engine.commit([
    statement(
      build.insert(users).values({
        ...systemActors[name],
        id,
        passwordHash: null,
        stamp: nanoid(),
        system: true,
        createdAt: at,
        endedAt: null,
      }),
    ),
    statement(
      build.insert(journal).values({
        id: nanoid(),
        at,
        actorId: id,
        action: 'create_system_actor',
        key: 'create_system_actor',
        bodyHash: '',
        result: '{}',
        detail: JSON.stringify({ username: systemActors[name].username }),
      }),
    ),
  ])
  const made = await findSystemActor(engine, name)
  if (!made) throw new Error(`The system actor ${systemActors[name].username} could not be made.`)
  return made
}

async function findSystemActor({ reader }: Engine, name: keyof typeof systemActors): Promise<Actor | null> {
  const [row] = await reader.select({ id: users.id }).from(users).where(eq(users.username, systemActors[name].username))
  return row ? findActor(reader, row.id) : null
}
