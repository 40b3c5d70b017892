import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

/** A number that a source states and nothing here computes: dashed like a reported verdict, and said so. */
export function Reported({ children }: { children: ReactNode }) {
  const t = useTranslations('verdict')
  return (
    <span className="reported">
      {children}
      <span className="sr-only">{` ${t('reported')}`}</span>
    </span>
  )
}
