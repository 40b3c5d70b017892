import { useTranslations } from 'next-intl'

/** Looks of cells, in the order of the legend; a sample of each stands beside its words. */
const samples = [
  ['deep', 'deep'],
  ['miss', 'miss'],
  ['met', 'met'],
  ['over', 'over'],
  ['far', 'far'],
  ['neutral', 'neutral'],
  ['over said', 'reported'],
  ['bare', 'bare'],
  ['plan', 'planOnly'],
  ['bare flag', 'flag'],
  ['none', 'none'],
] as const

export function HeatLegend() {
  const t = useTranslations('overview.legend')
  return (
    <ul className="heat-legend">
      {samples.map(([look, key]) => (
        <li key={key}>
          <span aria-hidden="true" className={look} />
          {t(key)}
        </li>
      ))}
      <li>{t('noLine')}</li>
    </ul>
  )
}
