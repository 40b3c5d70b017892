/** A session ends this long after its sign-in, however busy it is: a working day. Milliseconds. */
const sessionDay = 12 * 60 * 60 * 1000
/** And this long after its last request. Milliseconds. */
const sessionIdle = 60 * 60 * 1000

/** A time further ahead than this is of a clock that was set back since. Milliseconds. */
export const clockSlack = 5 * 60 * 1000

/** Why a session ended by itself. */
export type SessionEnd = 'idle' | 'day_over' | 'clock_moved'

/** When the session began and was last seen: UTC, ISO 8601. */
type Life = { signedInAt: string; seenAt: string }

/** Whether, and why, a session has ended by itself; null while it lives. */
export function sessionEnd({ signedInAt, seenAt }: Life, now: Date): SessionEnd | null {
  const age = now.getTime() - Date.parse(signedInAt)
  const rest = now.getTime() - Date.parse(seenAt)
  if (Math.min(age, rest) < -clockSlack) return 'clock_moved'
  if (age >= sessionDay) return 'day_over'
  return rest >= sessionIdle ? 'idle' : null
}
