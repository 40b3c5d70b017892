import type { Locale } from './preferences.ts'

const at = { hour: '2-digit', minute: '2-digit' } as const

/** How days and moments are said: 01/07/2025 in Vietnamese, "01 Jul 2025" in English, where 01/07 is ambiguous. */
export function formatsOf(locale: Locale) {
  const day = { day: '2-digit', month: locale === 'vi' ? '2-digit' : 'short', year: 'numeric' } as const
  return { dateTime: { day, moment: { ...day, ...at } } }
}
