import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** As for NEXTAUTH_SECRET (env.ts). */
const SHORTEST = 32

/**
 * The secret that signs sessions: made at the first start, and kept in `file`. Throws where it cannot be kept, or where
 * what is kept could be guessed.
 */
export function keptSecret(file: string): string {
  if (!existsSync(file)) keepNew(file)
  const secret = readFileSync(file, 'utf8').trim()
  if (secret.length >= SHORTEST) return secret
  throw new Error(`it has fewer than ${SHORTEST} characters; remove the file, and the next start makes a new one`)
}

/** Whole or not at all: a full disk leaves no file, and where another process made one in between, this start is refused. */
function keepNew(file: string): void {
  mkdirSync(dirname(file), { recursive: true })
  const partial = `${file}.${randomUUID()}`
  try {
    // Its owner's alone.
    writeFileSync(partial, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx', flush: true })
    linkSync(partial, file)
  } finally {
    rmSync(partial, { force: true })
  }
}
