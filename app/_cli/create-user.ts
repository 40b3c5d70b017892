/** `npm run user:create`: makes an account and grants it a role; the first administrator is made in this way. */
import { parseArgs } from 'node:util'
import { nanoid } from 'nanoid'
import { createUser } from '#db/commands/create-user.ts'
import { grantRole } from '#db/commands/grant-role.ts'
import { findUnit } from '#db/queries/find-unit.ts'
import { ensureSystemActor } from '#db/system-actor.ts'
import { write } from '#db/write.ts'
import { createUserInput } from '#domain/inputs/create-user.ts'
import { grantRoleInput } from '#domain/inputs/grant-role.ts'
import { roles } from '#domain/permissions.ts'
import { openLedger } from './ledger-file.ts'
import { ask, firstLine } from './prompt.ts'
import { requireDone, sayProblem } from './say-refusal.ts'
import { runCommand, Stop } from './stop.ts'

const usage = `Usage: npm run user:create -- [--username NAME] [--name "FULL NAME"] [--role ROLE] [--unit UNIT]
  ROLE  ${roles.join(', ')} (administrator where none is named)
  UNIT  the unit's name in addresses, for example bac-tu-liem; an administrator has none
What is missing is asked for. The password is asked for, or read from NEW_USER_PASSWORD or from standard input.`

const options = {
  username: { type: 'string' },
  name: { type: 'string' },
  role: { type: 'string' },
  unit: { type: 'string' },
} as const

function readFlags() {
  try {
    return parseArgs({ options }).values
  } catch (error) {
    throw new Stop(`${error instanceof Error ? error.message : String(error)}\n${usage}`)
  }
}

const asks = process.stdin.isTTY && process.stdout.isTTY

async function askFor(question: string, flag: string): Promise<string> {
  if (!asks) throw new Stop(`--${flag} is missing.\n${usage}`)
  return await ask(question)
}

async function askForPassword(): Promise<string> {
  if (process.env.NEW_USER_PASSWORD) return process.env.NEW_USER_PASSWORD
  if (!asks) return firstLine()
  const password = await ask('Password (15 characters or more):', { hidden: true })
  if ((await ask('The same again:', { hidden: true })) !== password) throw new Stop('The two passwords differ.')
  return password
}

await runCommand(async () => {
  const flags = readFlags()
  const username = flags.username ?? (await askFor('User name:', 'username'))
  const name = flags.name ?? (await askFor('Full name:', 'name'))
  const role = flags.role ?? ((asks && (await ask('Role (Enter for administrator):'))) || 'administrator')
  if (!roles.some((known) => known === role)) throw new Stop(`There is no role "${role}".\n${usage}`)
  const unit =
    flags.unit ?? (role === 'administrator' ? undefined : await askFor('Unit, for example bac-tu-liem:', 'unit'))
  const account = { key: nanoid(), username, name, password: await askForPassword() }
  const grant = { key: nanoid(), username, role, ...(unit === undefined ? {} : { unit }) }

  // All of it before the first write: an account whose role is refused would be left without one.
  const errors = [createUserInput.safeParse(account), grantRoleInput.safeParse(grant)].flatMap(
    ({ error }) => error?.issues.map(({ path, message }) => sayProblem(path.join('.'), message)) ?? [],
  )
  if (errors.length > 0) throw new Stop([...new Set(errors)].join('\n'))
  const engine = openLedger()
  try {
    if (unit !== undefined && !(await findUnit(engine.reader, unit))) throw new Stop(`There is no unit "${unit}".`)
    const operator = await ensureSystemActor(engine, 'operator')
    requireDone(await write(engine, createUser, operator, account))
    requireDone(await write(engine, grantRole, operator, grant))
  } finally {
    engine.close()
  }
  console.log(`${username} may now sign in, as ${role}${unit === undefined ? '' : ` of ${unit}`}.`)
})
