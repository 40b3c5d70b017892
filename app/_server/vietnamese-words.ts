import 'server-only'
import { getFormatter, getTranslations } from 'next-intl/server'
import { type PlanKinds, type Words, wordsOf } from '#components/table/words.ts'

/** Vietnamese, whatever language the reader chose: for official forms. */
export async function vietnameseWords(kinds: PlanKinds): Promise<Words> {
  const locale = 'vi'
  const [t, format] = await Promise.all([getTranslations({ locale }), getFormatter({ locale })])
  return wordsOf(kinds, { t, format, style: locale })
}
