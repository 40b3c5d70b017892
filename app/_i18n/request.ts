import { cookies } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { log } from '#app/_server/log.ts'
import en from './en.json'
import { formatsOf } from './formats.ts'
import { localeCookie, localeOf } from './preferences.ts'
import vi from './vi.json'

const catalogues = { vi, en }

/** Language (asked for, or the browser's own choice), messages and time zone of one request. A missing message is a bug: thrown, except before users. */
export default getRequestConfig(async ({ locale: asked }) => {
  const locale = localeOf(asked ?? (await cookies()).get(localeCookie)?.value)
  return {
    locale,
    messages: catalogues[locale],
    formats: formatsOf(locale),
    timeZone: 'Asia/Ho_Chi_Minh',
    onError(error) {
      if (process.env.NODE_ENV !== 'production') throw error
      log.error({ event: 'message_missing', code: error.code, message: error.message })
    },
  }
})
