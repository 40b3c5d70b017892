/** A session ends this long after its sign-in, however busy it is: a working day. Milliseconds. */
const sessionDay = 12 * 60 * 60 * 1000
/** And this long after its last request. Milliseconds. */
const sessionIdle = 60 * 60 * 1000

/** Why a session ended by itself. */
export type SessionEnd = 'idle' | 'day_over'

/** When the session began and was last seen: UTC, ISO 8601. */
type Life = { signedInAt: string; seenAt: string }

/** Whether, and why, a session has ended by itself; null while it lives. */
export function sessionEnd({ signedInAt, seenAt }: Life, now: Date): SessionEnd | null {
  if (now.getTime() - Date.parse(signedInAt) >= sessionDay) return 'day_over'
  if (now.getTime() - Date.parse(seenAt) >= sessionIdle) return 'idle'
  return null
}
