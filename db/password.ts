import { hash, verify } from '@node-rs/argon2'
import { ok, type Result, refuse } from '#domain/refusal.ts'

/** argon2id (the library's default) with 64 MiB: about 70 ms of one core. */
const COST = { memoryCost: 65_536, timeCost: 3, parallelism: 1 }
/** Each takes 64 MiB and a thread; more at once would starve everything else. */
const MOST_AT_ONCE = 4
/** Who comes later waits in line, about half a second at most; a longer line is refused. */
const MOST_WAITING = 16
/** The hash of 32 random bytes that nobody kept, so that an unknown user takes as long as a wrong password. */
const NOBODY = '$argon2id$v=19$m=65536,t=3,p=1$BGKK+QPhJuTt4I56zHDaIg$lYwL9j4ytZE6a6Kx4/5eds8X7N1rhQwZYD0llEwMmYc'

let running = 0
const line: (() => void)[] = []

async function limited<T>(work: () => Promise<T>): Promise<Result<T>> {
  if (running < MOST_AT_ONCE) running += 1
  else if (line.length < MOST_WAITING) await new Promise<void>((turn) => line.push(turn))
  else return refuse('busy')
  try {
    return ok(await work())
  } finally {
    // Whoever ends hands their place to the first in line.
    const next = line.shift()
    if (next) next()
    else running -= 1
  }
}

/** The PHC form of a password, or `busy`. */
export const hashPassword = (password: string): Promise<Result<string>> =>
  limited(() => hash(password.normalize('NFC'), COST))

/** Whether the password is the one of the hash; with null (no such user) false, after the same work. Or `busy`. */
export const verifyPassword = (password: string, passwordHash: string | null): Promise<Result<boolean>> =>
  limited(async () => (await verify(passwordHash ?? NOBODY, password.normalize('NFC'))) && passwordHash !== null)
