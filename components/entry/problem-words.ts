'use client'
import { useTranslations } from 'next-intl'
import type { CellProblem } from './cell-state.ts'

/** The sentence of a problem; a reason without a sentence of its own gets the general one. */
export function useProblemWords(): (problem: CellProblem) => string {
  const t = useTranslations('problem')
  return ({ reason, values = {}, message }) => {
    if (message !== undefined) return message
    // Reasons come from the domain as plain strings.
    const key = reason as 'other'
    return t.has(key) ? t(key, values) : t('other')
  }
}
