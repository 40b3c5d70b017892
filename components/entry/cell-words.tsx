'use client'
import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Quantity } from '#domain/quantity.ts'
import { formatQuantity } from '#domain/quantity-format.ts'
import type { CellKey } from './cell-place.ts'
import { type Cell, needsReason } from './cell-state.ts'
import { useCell, useEntry, useScreen } from './entry-context.tsx'
import type { CellFinding } from './find-in-cells.ts'
import { LateFindingWords } from './late-dialogs.tsx'
import { useProblemWords } from './problem-words.ts'

/** What is to be said about a cell, and the texts that would settle it; null where nothing is. */
export type Advice = {
  words: ReactNode
  choices: Choice[]
}
export type Choice =
  | { label: string; act: 'leave'; text: string }
  | { label: string; act: 'restore' | 'retry' | 'giveReason' }
  | { label: string; act: 'accept'; finding: CellFinding }

/** Of a cell that is not recorded as it stands. */
function useTroubleAdvice(): (cell: Cell) => Advice | null {
  const t = useTranslations('entry')
  const action = useTranslations('action')
  const format = useFormatter()
  const problemWords = useProblemWords()
  const { store, locale } = useEntry()
  const write = (quantity: Quantity | null) => (quantity ? formatQuantity(quantity, { style: locale }) : t('empty'))

  return ({ trouble, stalled, recorded }) => {
    const value = write(recorded.quantity)
    const restore = { label: action('takeTheirs', { value }), act: 'restore' } as const
    /** Theirs beside what was typed over it. */
    const both = (text: string) => {
      const time = recorded.at ? format.dateTime(new Date(recorded.at), 'moment') : ''
      return { mine: text.trim() === '' ? t('empty') : text, theirs: value, by: recorded.by ?? '', time }
    }
    if (trouble?.kind === 'refused') {
      const { problem } = trouble
      const suggestion = problem.values?.suggestion
      const choices: Choice[] = []
      const waits = problem.reason === needsReason.reason
      // On a draft nothing asks for a reason but writing over others.
      const over = waits && !store.needsReason()
      if (waits) choices.push({ label: t('giveReason'), act: 'giveReason' })
      if (typeof suggestion === 'string')
        choices.push({ label: t('fix', { value: suggestion }), act: 'leave', text: suggestion })
      choices.push(over ? restore : { label: t('giveUp', { value }), act: 'restore' })
      return {
        words: over ? `${t('conflict', both(trouble.text))} ${problemWords(problem)}` : problemWords(problem),
        choices,
      }
    }
    if (trouble?.kind === 'conflict') {
      const words = both(trouble.text)
      return {
        words: t('conflict', words),
        choices: [{ label: action('keepMine', { value: words.mine }), act: 'leave', text: trouble.text }, restore],
      }
    }
    if (!stalled) return null
    const words = t(stalled === 'unsent' ? 'unsentWords' : 'signedOutWords')
    return { words, choices: [{ label: action('retry'), act: 'retry' }] }
  }
}

/** What is to be said of one cell: what is wrong with it, else what a check found in it. */
export function useAdvice(key: CellKey): Advice | null {
  const t = useTranslations('entry')
  const { store, locale } = useEntry()
  const trouble = useTroubleAdvice()(useCell(key))
  const found = useScreen(({ findings }) => findings.find((one) => one.key === key))
  if (trouble || !found) return trouble
  const { finding } = found
  const choices: Choice[] = [{ label: t('keepAsIs'), act: 'accept', finding: found }]
  if (finding.kind === 'suspect_scale') {
    const text = formatQuantity(finding.suggestion, { style: locale })
    choices.unshift({ label: t('fix', { value: text }), act: 'leave', text })
  }
  const indicator = store.place(key)?.line.indicator ?? null
  return { words: <LateFindingWords finding={finding} indicator={indicator} />, choices }
}
