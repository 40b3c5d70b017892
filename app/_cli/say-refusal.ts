import { createTranslator } from 'next-intl'
import messages from '#app/_i18n/en.json' with { type: 'json' }
import type { Refusal, Result } from '#domain/refusal.ts'
import { Stop } from './stop.ts'

const t = createTranslator({ locale: 'en', messages })

/** What is wrong with a field, in the words of the screens. */
export function sayProblem(path: string, reason: string, values: Record<string, string | number> = {}): string {
  const key = `problem.${reason}` as 'problem.too_many_lines' // reasons come as plain strings
  return `${path}: ${t.has(key) ? t(key, values) : t('problem.other')}`
}

function sayRefusal({ code, problems: found = [] }: Refusal): string {
  if (found.length === 0) return t(`refusal.${code}.default`)
  return found.map(({ path, reason, values }) => sayProblem(path, reason, values)).join('\n')
}

export function requireDone(result: Result<unknown>): void {
  if (!result.ok) throw new Stop(sayRefusal(result.error))
}
