import 'server-only'
import { getTranslations } from 'next-intl/server'
import type { Locale } from '#app/_i18n/preferences.ts'
import type { Problem, Refusal } from '#domain/refusal.ts'

/** A refusal in a person's language: one sentence for the whole, and one for each field or cell that is wrong. */
export type SaidRefusal = { message: string; fields: Record<string, string> }

/** Says a refusal in the language of the request, or in `locale`. */
export async function sayRefusal({ code, reason, problems = [] }: Refusal, locale?: Locale): Promise<SaidRefusal> {
  const t = await getTranslations(locale ? { locale } : undefined)
  // Reasons come from the domain as plain strings; one that has no sentence of its own falls back to a general one.
  const key = `refusal.${code}.${reason}` as 'refusal.invalid.default'
  const sayProblem = ({ reason: why, values = {} }: Problem) => {
    const own = `problem.${why}` as 'problem.other'
    const sentence = t.has(own) ? t(own, values) : t('problem.other')
    return typeof values.suggestion === 'string'
      ? `${sentence} ${t('problem.suggestion', { suggestion: values.suggestion })}`
      : sentence
  }
  return {
    message: t.has(key) ? t(key) : t(`refusal.${code}.default`),
    fields: Object.fromEntries(problems.map((problem) => [problem.path, sayProblem(problem)])),
  }
}
