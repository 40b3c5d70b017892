import { createFormatter, createTranslator } from 'next-intl'
import { formatsOf } from './formats.ts'
import messages from './vi.json' with { type: 'json' }

const locale = 'vi'

/** Vietnamese, whatever language the reader chose, and where there is no request to have one: for forms and files. */
export const vietnamese = {
  t: createTranslator({
    locale,
    messages,
    onError(error) {
      throw error
    },
  }),
  format: createFormatter({ locale, formats: formatsOf(locale), timeZone: 'Asia/Ho_Chi_Minh' }),
  style: locale,
} as const
