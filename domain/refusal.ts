/**
 * Every way the product says no, as values. A refusal is returned, never thrown: thrown errors are bugs.
 * The code is closed and stable (it is in the API); the sentence a person reads comes from the message files.
 */
export const refusalCodes = [
  'unauthenticated', // 401: nobody is signed in
  'forbidden', // 403: the actor may know the target, but not do this
  'not_found', // 404: it does not exist, or the actor may not know that it does
  'conflict', // 409: somebody else changed it since
  'key_reused', // 409: the idempotency key came back with another body
  'closed', // 409: the state of the sheet does not allow it
  'taken', // 409: the name, code or slug is in use
  'invalid', // 422: the content is wrong; `problems` says where
  'too_large', // 413: the body is longer than any real one
  'busy', // 429: too much at once, try again
] as const
export type RefusalCode = (typeof refusalCodes)[number]

/** One thing that is wrong with an input: where (a path such as `changes.2.quantity`) and why (a message key). */
export type Problem = {
  path: string
  reason: string
  /** Values the sentence needs, e.g. the text that was typed. */
  values?: Record<string, string | number>
}

export type Refusal = {
  code: RefusalCode
  /** Why, as a message key below `refusal.<code>`, where the code alone does not say enough. */
  reason?: string
  problems?: Problem[]
  /** What the user needs to decide (theirs, mine, who, when); its shape belongs to the command. */
  detail?: unknown
}

export type Result<T, E = Refusal> = { ok: true; value: T } | { ok: false; error: E }

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value })
export const fail = <E>(error: E): { ok: false; error: E } => ({ ok: false, error })

/** A refusal as a Result, for commands: `return refuse('closed', { reason: 'sheet_approved' })`. */
export const refuse = (code: RefusalCode, more: Omit<Refusal, 'code'> = {}): { ok: false; error: Refusal } =>
  fail({ code, ...more })

/** The HTTP status that answers each refusal; the order of checks is 401, 403/404, 409, 422 (ARCHITECTURE, "A write"). */
export const httpStatus: Record<RefusalCode, number> = {
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  key_reused: 409,
  closed: 409,
  taken: 409,
  invalid: 422,
  too_large: 413,
  busy: 429,
}
