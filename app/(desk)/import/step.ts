import type { ImportStep } from '#components/import/import-query.ts'
import type { UnmatchedName } from '#domain/import.ts'
import type { ImportChoices, ImportPreview } from '#domain/import-reading.ts'

/** Whether a preview was made with these choices: another is out of date. */
export const isOf = (preview: ImportPreview, choices: ImportChoices): boolean =>
  JSON.stringify(preview.choices) === JSON.stringify(choices)

const ofTheFile = ['encoding', 'worksheet', 'header_row']

type Side = 'units' | 'indicators'

/**
 * The names to match by hand: those that nothing fits, and those that were matched before, for this file or an earlier
 * one, which may be changed.
 */
export function namesToMatch({ diff, choices }: ImportPreview): Record<Side, UnmatchedName[]> {
  const of = (side: Side) => {
    const unmatched = diff?.unmatched[side] ?? []
    const known = Object.keys({ ...diff?.remembered[side], ...choices[side] })
    const matched = known.filter((name) => !unmatched.some(({ text }) => text === name))
    return [...unmatched, ...matched.map((text) => ({ text, rows: 0, several: false }))]
  }
  return { units: of('units'), indicators: of('indicators') }
}

/** The steps that can be looked at, those with something left to say, and the one to show: the first that asks something, else the preview. */
export function stepsOf(
  preview: ImportPreview,
  asked: ImportStep | undefined,
): { open: ImportStep[]; unfinished: ImportStep[]; here: Exclude<ImportStep, 'result'> } {
  const { reading, questions, diff } = preview
  const names = Object.values(namesToMatch(preview)).some((those) => those.length > 0)
  const open = [
    'file' as const,
    ...(reading ? (['columns'] as const) : []),
    ...(diff && names ? (['names'] as const) : []),
    ...(diff ? (['preview'] as const) : []),
  ]
  const unfinished = Object.values(diff?.unmatched ?? {}).some((those) => those.length > 0) ? (['names'] as const) : []
  const asking = questions.some(({ ask }) => ofTheFile.includes(ask)) || !reading ? 'file' : 'columns'
  return { open, unfinished: [...unfinished], here: open.find((step) => step === asked) ?? (diff ? 'preview' : asking) }
}
