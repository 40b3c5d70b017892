import { useTranslations } from 'next-intl'
import type { Undecided } from '#domain/block-style.ts'
import { Choice, Radio } from './radio.tsx'

type Style = 'vi' | 'en'
type Props = {
  question: Undecided
  /** What its numbers stand in. */
  where: 'block' | 'file'
  answer: Style | null
  onAnswer: (style: Style) => void
}

/** Asked once for all numbers: whether their "1.234" is 1234, or one point two three four; or whether 12,5 or 12.5. */
export function StyleChoice({ question, where, answer, onAnswer }: Props) {
  const t = useTranslations('common.numberStyle')
  const choice = (style: Style, words: string) => (
    <Radio key={style} name="style" checked={answer === style} onChange={() => onAnswer(style)}>
      {words}
    </Radio>
  )
  if (typeof question !== 'string') {
    return (
      <Choice legend={t('both', { where })}>
        {(['vi', 'en'] as const).map((style) => choice(style, t(`of.${style}`, { number: question[style] })))}
      </Choice>
    )
  }
  const [whole = '', fraction = ''] = question.split(/[.,]/)
  const [grouped, decimal]: [Style, Style] = question.includes('.') ? ['vi', 'en'] : ['en', 'vi']
  return (
    <Choice legend={t('question', { number: question, where })}>
      {choice(grouped, t('whole', { digits: whole + fraction }))}
      {choice(decimal, t('decimal', { whole, fraction }))}
    </Choice>
  )
}
