import { useTranslations } from 'next-intl'
import { findingText } from '#components/table/findings.ts'
import { useWords } from '#components/table/words.ts'
import { Card } from '#components/ui/card.tsx'
import { TextLink } from '#components/ui/text-link.tsx'
import { shortName } from '#domain/indicator.ts'
import { wordsByKinds } from './heat-panel.tsx'
import type { JudgedSheet } from './overview-view.ts'

/** More than these are counted. */
const LISTED = 6

/** What checks found on the sheets of the page, each with the way to its line. */
export function ReviewPanel({ sheets }: { sheets: readonly JudgedSheet[] }) {
  const t = useTranslations('overview')
  const common = useWords({ unitKind: 'province', parentKind: 'other' })
  const wordsOf = wordsByKinds(common)
  const found = sheets.flatMap(({ unit, year, lines }) =>
    lines.flatMap(({ line, findings }) => findings.map((finding) => ({ unit, year, line, finding }))),
  )
  return (
    <Card title={t('review')} meta={t('reviewCount', { count: found.length })}>
      {found.length === 0 ? <p className="text-sm text-ink-2">{t('nothingToReview')}</p> : null}
      <ul className="grid divide-y divide-line">
        {found.slice(0, LISTED).map(({ unit, year, line, finding }) => (
          <li key={`${line.id} ${finding.kind} ${JSON.stringify(finding)}`} className="py-1.5 text-sm">
            <TextLink href={`/units/${unit.slug}/${year}#line-${line.indicator.code}`} className="font-medium">
              {`${shortName(line.indicator, common.style === 'en' ? 'en' : 'vi')} · ${unit.name} ${year}`}
            </TextLink>
            <p className="text-xs text-ink-2">{findingText(finding, line.indicator, wordsOf(unit))}</p>
          </li>
        ))}
      </ul>
      {found.length > LISTED ? (
        <p className="pt-1.5 text-xs text-ink-3">{t('moreToReview', { count: found.length - LISTED })}</p>
      ) : null}
    </Card>
  )
}
