import 'server-only'
import { getTranslations } from 'next-intl/server'
import type { EntryColumn, Previous } from '#components/entry/cell-place.ts'
import type { SheetToEnter } from '#db/queries/unit-sheet.ts'
import { bestActual, type FigureKind, figureKinds } from '#domain/figure.ts'
import { type Actor, can, writeAction } from '#domain/permissions.ts'
import { formatQuantity } from '#domain/quantity-format.ts'
import { writing } from '#domain/sheet-state.ts'

/** What is entered here as a rule, in the order of the columns. */
const usualKinds: readonly FigureKind[] = ['assigned_plan', 'adopted_plan', 'estimate', 'preliminary', 'official']

/** The kinds that the screen shows: the usual ones and what the sheet holds without a stage; `more`: all there are. */
export const entryKinds = ({ lines }: SheetToEnter, more: boolean): FigureKind[] =>
  figureKinds.filter(
    (kind) =>
      more ||
      usualKinds.includes(kind) ||
      (kind === 'unstaged' && lines.some(({ endedAt, figures }) => endedAt === null && figures.unstaged?.quantity)),
  )

/** The columns of figures, each with the reason why this person may not write it, where they may not. */
export async function entryColumns(
  actor: Actor,
  { unit, target, sheet }: SheetToEnter,
  kinds: readonly FigureKind[],
): Promise<EntryColumn[]> {
  const t = await getTranslations()
  const labels = { unitKind: unit.kind, parentKind: unit.parent?.kind ?? 'other' }
  return kinds.map((kind) => {
    const label = t(`figureKind.${kind}`, labels)
    const closed = () => {
      if (writing[sheet.state] === 'closed') return t(`refusal.closed.sheet_${sheet.state}` as 'refusal.closed.default')
      if (can(actor, writeAction(kind), target)) return null
      if (!can(actor, 'write_figures', target)) return t('entry.closed.notEditor')
      return unit.parent
        ? t('entry.closed.assigned', { column: label, parent: unit.parent.name })
        : t('entry.closed.assignedAbove', { column: label })
    }
    return { kind, label, closed: closed() }
  })
}

/** What each indicator's best actual of the year before was, within the same definition (domain rule 13). */
export function previousActuals({ lines, previousLines }: SheetToEnter, locale: 'vi' | 'en'): Record<string, Previous> {
  const former = new Map(previousLines.map((line) => [line.indicator.id, line]))
  return Object.fromEntries(
    lines.flatMap(({ indicator }) => {
      const best = bestActual(former.get(indicator.id)?.figures ?? {})
      if (!best?.figure.quantity) return []
      const text = formatQuantity(best.figure.quantity, { style: locale, decimals: indicator.decimals })
      return [[indicator.code, { text, estimate: best.stage === 'estimate' }]]
    }),
  )
}
