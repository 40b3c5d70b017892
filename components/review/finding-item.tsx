import type { ReactNode } from 'react'
import { findingText } from '#components/table/findings.ts'
import type { Words } from '#components/table/words.ts'
import type { ReviewedFinding } from '#domain/review.ts'
import { lookOf } from './finding-look.ts'
import { FindingRow } from './finding-row.tsx'

type Props = {
  reviewed: ReviewedFinding
  words: Words
  /** What it is about. */
  title: string
  /** Where its figures stand; absent where there is no one place. */
  href?: string
  /** Below it: what can be done with it. */
  children?: ReactNode
}

/** One finding in a list: what it is about, one sentence, and the way to its figures; once acknowledged, by whom and why. */
export function FindingItem({ reviewed, words, title, href, children }: Props) {
  const { finding, indicator, acknowledgement: seen } = reviewed
  const { t } = words
  return (
    <FindingRow
      kind={finding.kind}
      title={title}
      sentence={findingText(finding, indicator, words)}
      seen={seen ? t('review.seenBy', { by: seen.by, at: words.time(seen.at), note: seen.note }) : ''}
      {...(href === undefined ? {} : { way: { href, words: t(`review.${lookOf(finding.kind).invites}`) } })}
    >
      {children}
    </FindingRow>
  )
}
