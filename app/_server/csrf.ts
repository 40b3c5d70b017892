import 'server-only'
import { createHash } from 'node:crypto'
import { env } from './env.ts'

type Jar = { get(name: string): { value: string } | undefined }

/**
 * The token that next-auth keeps in its cookie as "token|hash" and wants to see again in the form; null where there
 * is none, or one made under another secret.
 */
export function csrfTokenOf(jar: Jar): string | null {
  const secure = env().NEXTAUTH_URL.startsWith('https:')
  const [token, hash] = jar.get(`${secure ? '__Host-' : ''}next-auth.csrf-token`)?.value.split('|') ?? []
  if (!token || !hash) return null
  const expected = createHash('sha256').update(`${token}${env().NEXTAUTH_SECRET}`).digest('hex')
  return hash === expected ? token : null
}
