import { z } from 'zod'

const isPort = (typed: string) => /^\d{1,5}$/.test(typed) && Number(typed) >= 1 && Number(typed) <= 65_535
const said = (sentence: (typed: string) => string) => ({
  error: ({ input }: { input?: unknown }) => sentence(String(input)),
})

const schema = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z
    .string()
    .default('3000')
    .refine(
      isPort,
      said((typed) => `PORT must be a number from 1 to 65535, not "${typed}".`),
    ),
  /** The address people use; where nothing is said, the one the server listens at. */
  NEXTAUTH_URL: z
    .url({ protocol: /^https?$/, ...said((typed) => `NEXTAUTH_URL is not an address: "${typed}".`) })
    .optional(),
  /** A shorter one could be guessed; app/_server/env.ts asks for the same. */
  NEXTAUTH_SECRET: z.string().min(32, 'NEXTAUTH_SECRET must have at least 32 characters.').optional(),
  /** How many proxies stand in front, each of which adds the address it was asked from to X-Forwarded-For. */
  TRUSTED_PROXIES: z
    .string()
    .default('0')
    .refine(
      (typed) => /^\d$/.test(typed),
      said((typed) => `TRUSTED_PROXIES must be a number from 0 to 9, not "${typed}".`),
    )
    .transform(Number),
})

/** Where the server listens and what it is told. An empty variable is one that is not set. Throws sentences. */
export function readSettings(environment: NodeJS.ProcessEnv) {
  const given = Object.entries(environment).filter(([, value]) => value !== '')
  const { HOST: host, PORT: port, ...rest } = schema.parse(Object.fromEntries(given))
  const everywhere = host === '0.0.0.0' || host === '::'
  const name = everywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host
  const address = rest.NEXTAUTH_URL ?? `http://${name}:${port}`
  const advice: string[] = []
  if (everywhere && rest.NEXTAUTH_URL === undefined) {
    advice.push(`Set NEXTAUTH_URL to the address that people use; until then sign-in works at ${address} only.`)
  }
  // The server itself speaks http.
  if (address.startsWith('https:') && rest.TRUSTED_PROXIES === 0) {
    advice.push(
      'Set TRUSTED_PROXIES to the number of proxies in front of the server; until then the limits of signing in take everybody for one address.',
    )
  }
  return {
    host,
    port: Number(port),
    address,
    secret: rest.NEXTAUTH_SECRET,
    trustedProxies: rest.TRUSTED_PROXIES,
    /** What the operator should set, in sentences. */
    advice,
  }
}
