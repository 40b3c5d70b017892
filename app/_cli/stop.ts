import { ZodError } from 'zod'
import { MigrationRefused } from '#db/migrate.ts'
import { SeedRefused } from '#db/seed/read-published.ts'

/** The user can put it right: said as a sentence, without a stack. */
export class Stop extends Error {}

const sentenceOf = (error: unknown): string | null => {
  if (error instanceof Stop || error instanceof MigrationRefused || error instanceof SeedRefused) return error.message
  // From the environment (db/env.ts): its messages are sentences.
  return error instanceof ZodError ? error.issues.map(({ message }) => message).join('\n') : null
}

/** Runs a command of the terminal: what the user can put right is a sentence on stderr and exit code 1; bugs throw. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command()
  } catch (error) {
    const sentence = sentenceOf(error)
    if (sentence === null) throw error
    console.error(sentence)
    process.exitCode = 1
  }
}
