/** What a person may choose for the screen, kept in cookies so that the first byte is already right. */
export const locales = ['vi', 'en'] as const
export type Locale = (typeof locales)[number]
const defaultLocale: Locale = 'vi'

export const themes = ['light', 'dark'] as const
/** A chosen theme; none chosen means that the system decides. */
export type Theme = (typeof themes)[number]

export const localeCookie = 'locale'
export const themeCookie = 'theme'

/** The language named by a cookie or form field; Vietnamese where it names none that exists. */
export const localeOf = (text: unknown): Locale => locales.find((locale) => locale === text) ?? defaultLocale

/** The theme named by a cookie or form field; null = as the system says. */
export const themeOf = (text: unknown): Theme | null => themes.find((theme) => theme === text) ?? null
