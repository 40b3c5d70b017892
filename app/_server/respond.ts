import 'server-only'
import type { Locale } from '#app/_i18n/preferences.ts'
import { httpStatus, type Refusal } from '#domain/refusal.ts'
import { sayRefusal } from './messages.ts'

export const respond = (body: unknown): Response => Response.json(body)

/** What is said of a refusal: the closed code for programs, sentences for people, never a stack or a query. */
export async function refusalBody(refusal: Refusal, locale?: Locale): Promise<object> {
  const { message, fields } = await sayRefusal(refusal, locale)
  const problems = refusal.problems?.map((problem) => ({ ...problem, message: fields[problem.path] }))
  return { ...refusal, problems, message }
}

/** A refusal as an HTTP answer. */
export const respondRefusal = async (refusal: Refusal, locale?: Locale): Promise<Response> =>
  Response.json(await refusalBody(refusal, locale), { status: httpStatus[refusal.code] })
