import 'server-only'
import type { Locale } from '#app/_i18n/preferences.ts'
import { httpStatus, type Refusal } from '#domain/refusal.ts'
import { sayRefusal } from './messages.ts'

export const respond = (body: unknown): Response => Response.json(body)

/** A refusal as an HTTP answer: the closed code for programs, sentences for people, never a stack or a query. */
export async function respondRefusal(refusal: Refusal, locale?: Locale): Promise<Response> {
  const { message, fields } = await sayRefusal(refusal, locale)
  const problems = refusal.problems?.map((problem) => ({ ...problem, message: fields[problem.path] }))
  return Response.json({ ...refusal, problems, message }, { status: httpStatus[refusal.code] })
}
