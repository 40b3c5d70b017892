import type { formatsOf } from './formats.ts'
import type { Locale as AppLocale } from './preferences.ts'
import type vi from './vi.json'

declare module 'next-intl' {
  interface AppConfig {
    Locale: AppLocale
    /** Keys are typed from the Vietnamese file; a test keeps the English one equal to it. */
    Messages: typeof vi
    Formats: ReturnType<typeof formatsOf>
  }
}
