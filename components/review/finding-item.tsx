import type { ReactNode } from 'react'
import { findingText } from '#components/table/findings.ts'
import type { Words } from '#components/table/words.ts'
import type { ReviewedFinding } from '#domain/review.ts'
import { lookOf } from './finding-look.ts'

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
  const { finding, indicator, acknowledgement } = reviewed
  const { icon: Icon, tone, invites } = lookOf(finding)
  const { t } = words
  return (
    <li className="grid grid-cols-[--spacing(5)_minmax(0,1fr)_auto] items-start gap-x-2 border-line py-2 not-first:border-t">
      <Icon aria-hidden size={16} strokeWidth={1.75} className={`mt-0.5 ${tone}`} />
      <div className="grid gap-0.5">
        <h3 className="text-sm font-medium">{title}</h3>
        <p className="text-xs leading-4.5 text-ink-2">{findingText(finding, indicator, words)}</p>
        {acknowledgement ? (
          <p className="text-xs leading-4.5 text-ink-3">
            {t('review.seenBy', {
              by: acknowledgement.by,
              at: words.time(acknowledgement.at),
              note: acknowledgement.note,
            })}
          </p>
        ) : null}
        {children}
      </div>
      {href ? (
        // No soft link: only the browser itself lights up what an address points at.
        <a href={href} className="inline-block py-0.5 text-sm text-accent hover:underline">
          {t(`review.${invites}`)}
          <span className="sr-only">{`: ${title}`}</span>
        </a>
      ) : null}
    </li>
  )
}
