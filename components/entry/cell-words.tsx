'use client'
import { useFormatter, useTranslations } from 'next-intl'
import { formatQuantity } from '#domain/quantity-format.ts'
import { type Cell, type CellProblem, needsReason } from './cell-state.ts'
import { useEntry } from './entry-context.tsx'
import { manyCells } from './entry-store.ts'

/** The sentence of a problem; a reason without a sentence of its own gets the general one. */
export function useProblemWords(): (problem: CellProblem) => string {
  const t = useTranslations('problem')
  const own = useTranslations('entry')
  return ({ reason, values = {}, message }) => {
    if (message !== undefined) return message
    if (reason === manyCells.reason) return own('manyCells')
    // Reasons come from the domain as plain strings.
    const key = reason as 'other'
    return t.has(key) ? t(key, values) : t('other')
  }
}

/** What is to be said about a cell, and the texts that would settle it; null where nothing is. */
export type Advice = {
  words: string
  choices: { label: string; act: 'leave' | 'restore' | 'retry' | 'giveReason'; text: string }[]
}

export function useAdvice(): (cell: Cell) => Advice | null {
  const t = useTranslations('entry')
  const action = useTranslations('action')
  const format = useFormatter()
  const problemWords = useProblemWords()
  const { locale } = useEntry()
  const fix = (suggestion: unknown): Advice['choices'] =>
    typeof suggestion === 'string' ? [{ label: t('fix', { value: suggestion }), act: 'leave', text: suggestion }] : []

  return ({ trouble, stalled, warning }) => {
    if (trouble?.kind === 'refused') {
      const { problem } = trouble
      const give: Advice['choices'] =
        problem.reason === needsReason.reason ? [{ label: t('giveReason'), act: 'giveReason', text: '' }] : []
      return { words: problemWords(problem), choices: [...give, ...fix(problem.values?.suggestion)] }
    }
    if (trouble?.kind === 'conflict') {
      const { text, theirs } = trouble
      const value = theirs.quantity ? formatQuantity(theirs.quantity, { style: locale }) : t('empty')
      const mine = text.trim() === '' ? t('empty') : text
      const time = theirs.at ? format.dateTime(new Date(theirs.at), 'moment') : ''
      return {
        words: t('conflict', { mine, theirs: value, by: theirs.by ?? '', time }),
        choices: [
          { label: action('keepMine', { value: mine }), act: 'leave', text },
          { label: action('takeTheirs', { value }), act: 'restore', text },
        ],
      }
    }
    if (stalled) {
      const words = t(stalled === 'unsent' ? 'unsentWords' : 'signedOutWords')
      return { words, choices: [{ label: action('retry'), act: 'retry', text: '' }] }
    }
    if (warning) return { words: t('scale'), choices: fix(warning.suggestion) }
    return null
  }
}
