import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const schema = z.object({
  /** `file:` and a path, relative to the working directory. */
  DATABASE_URL: z
    .string()
    .default('file:./data/app.db')
    .refine((url) => url.startsWith('file:'), 'DATABASE_URL must begin with "file:"'),
})

/** The database file that the environment names. Throws a sentence where DATABASE_URL is not understood. */
export function databaseFile(environment: Record<string, string | undefined> = process.env): string {
  const { DATABASE_URL: url } = schema.parse({ DATABASE_URL: environment.DATABASE_URL })
  return url.startsWith('file://') ? fileURLToPath(url) : url.slice('file:'.length)
}
