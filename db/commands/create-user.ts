import { eq } from 'drizzle-orm'
import { nanoid } from 'nanoid'
import { type CreateUserInput, createUserInput } from '#domain/inputs/create-user.ts'
import { ok, refuse } from '#domain/refusal.ts'
import type { Command, Found } from '../command.ts'
import { hashPassword } from '../password.ts'
import { users } from '../schema/people.ts'
import { build, statement } from '../statement.ts'
import { findProduct } from './places.ts'

export type CreateUserOutput = { username: string }

/** Makes an account; without a role it may do nothing yet. */
export const createUser: Command<CreateUserInput, CreateUserOutput, Found> = {
  name: 'create_user',
  action: 'administer',
  input: createUserInput,
  secrets: ['password'],
  find: findProduct,

  async plan({ reader, at }, { username, name, password }) {
    const [known] = await reader.select({ id: users.id }).from(users).where(eq(users.username, username))
    if (known) return refuse('taken', { reason: 'username', problems: [{ path: 'username', reason: 'taken' }] })
    const hashed = await hashPassword(password)
    if (!hashed.ok) return hashed
    const account = {
      id: nanoid(),
      username,
      name,
      passwordHash: hashed.value,
      stamp: nanoid(),
      system: false,
      createdAt: at,
      endedAt: null,
    }
    return ok({
      statements: [statement(build.insert(users).values(account))],
      output: { username },
      journal: { detail: { username, name } },
    })
  },
}
