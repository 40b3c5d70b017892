'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Notice } from '../ui/notice.tsx'
import type { Refused } from './run-long.ts'

const SHOWN = 20

type Props = {
  refused: Refused
  /** What is as it was, all the same. */
  kept: string
  /** What else a person needs to know to go on. */
  children?: ReactNode
}

/** Why something was not done, of each place in the file where one is meant, and what is kept all the same. */
export function RefusalNotice({ refused: { code, message, problems = [] }, kept, children }: Props) {
  const t = useTranslations('import')
  const named = problems.length > 0 && code === 'invalid'
  return (
    <Notice tone="error">
      {named ? null : <p>{message ?? t(code === 'fault' ? 'fault' : 'unanswered')}</p>}
      {problems.length === 0 ? null : (
        <ul>
          {problems.slice(0, SHOWN).map(({ path, reason, message: sentence }) => (
            <li key={`${path} ${reason}`} className="wrap-anywhere">
              {sentence ?? reason}
            </li>
          ))}
          {problems.length > SHOWN ? <li>{t('moreProblems', { count: problems.length - SHOWN })}</li> : null}
        </ul>
      )}
      {children}
      <p>{kept}</p>
    </Notice>
  )
}
