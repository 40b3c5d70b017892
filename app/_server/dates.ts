import 'server-only'
import { getFormatter, getLocale } from 'next-intl/server'

/** Says an ISO date or time as a day: dd/mm/yyyy in Vietnamese, "1 Jul 2025" in English, where 01/07 is ambiguous. */
export async function dayFormatter(): Promise<(iso: string) => string> {
  const [format, locale] = await Promise.all([getFormatter(), getLocale()])
  const month = locale === 'vi' ? '2-digit' : 'short'
  return (iso) => format.dateTime(new Date(iso), { day: '2-digit', month, year: 'numeric' })
}
