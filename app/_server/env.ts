import 'server-only'
import { z } from 'zod'

const schema = z.object({
  /** The address people use; sign-in and the origin check rest on it. Set by app/_cli/serve.ts where it is missing. */
  NEXTAUTH_URL: z.url(),
  NEXTAUTH_SECRET: z.string().min(32),
  /** '1' where the database holds the published demo: a banner says so. */
  DEMO: z.enum(['0', '1']).default('0'),
})

let parsed: z.output<typeof schema> | undefined

/** The server's environment, parsed once, at the first request: a build needs none of it. */
export const env = () => {
  parsed ??= schema.parse(process.env)
  return parsed
}
