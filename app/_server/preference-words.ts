import 'server-only'
import { getLocale, getTranslations } from 'next-intl/server'
import type { PreferenceWords } from '#components/layout/shell-words.ts'

export async function preferenceWords(): Promise<PreferenceWords> {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('account')])
  return { locale, language: t('language'), toDark: t('toDark'), toLight: t('toLight') }
}
