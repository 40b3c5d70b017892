import { useTranslations } from 'next-intl'
import { LegendSamples } from './legend-samples.tsx'

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
  return <LegendSamples samples={[...samples.map(([look, key]) => [look, t(key)] as const), ['', t('noLine')]]} />
}
