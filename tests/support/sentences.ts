import { createTranslator } from 'next-intl'
import { expect } from 'vitest'
import en from '#app/_i18n/en.json' with { type: 'json' }
import vi from '#app/_i18n/vi.json' with { type: 'json' }
import type { Problem } from '#domain/refusal.ts'

/** Whether a problem can be said in both languages with the values it brings along; no sign is left as it was escaped. */
export function expectSentence({ reason, values = {} }: Problem): void {
  for (const [locale, messages] of [
    ['vi', vi],
    ['en', en],
  ] as const) {
    const sentences: Record<string, string> = messages.problem
    const onError = (error: Error) => {
      throw error
    }
    const translate = createTranslator({ locale, messages: { sentence: sentences[reason] ?? '' }, onError })
    const said = translate('sentence', values)
    expect(said, reason).toMatch(/\p{Lu}/u)
    expect(said, reason).not.toContain('\\')
  }
}
