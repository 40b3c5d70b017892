import { cookies } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import en from './en.json'
import { localeCookie, localeOf } from './preferences.ts'
import vi from './vi.json'

const catalogues = { vi, en }

/** Language, messages and time zone of one request. A missing message is a bug: thrown, except before users. */
export default getRequestConfig(async () => {
  const locale = localeOf((await cookies()).get(localeCookie)?.value)
  return {
    locale,
    messages: catalogues[locale],
    timeZone: 'Asia/Ho_Chi_Minh',
    onError(error) {
      if (process.env.NODE_ENV !== 'production') throw error
      console.error(error)
    },
  }
})
