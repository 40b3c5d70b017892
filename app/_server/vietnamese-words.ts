import 'server-only'
import { getFormatter, getTranslations } from 'next-intl/server'
import { type PlanKinds, type Speech, type Words, wordsOf } from '#components/table/words.ts'

/** Vietnamese, whatever language the reader chose: for official forms and files. */
export async function vietnamese(): Promise<Speech> {
  const locale = 'vi'
  const [t, format] = await Promise.all([getTranslations({ locale }), getFormatter({ locale })])
  return { t, format, style: locale }
}

export const vietnameseWords = async (kinds: PlanKinds): Promise<Words> => wordsOf(kinds, await vietnamese())
