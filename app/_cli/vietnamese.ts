import { createFormatter, createTranslator } from 'next-intl'
import { formatsOf } from '#app/_i18n/formats.ts'
import messages from '#app/_i18n/vi.json' with { type: 'json' }
import type { Speech } from '#components/table/words.ts'

const locale = 'vi'

/** Vietnamese where there is no request: what app/_server/vietnamese-words.ts is for one. */
export const vietnamese: Speech = {
  t: createTranslator({
    locale,
    messages,
    onError(error) {
      throw error
    },
  }),
  format: createFormatter({ locale, formats: formatsOf(locale), timeZone: 'Asia/Ho_Chi_Minh' }),
  style: locale,
}
