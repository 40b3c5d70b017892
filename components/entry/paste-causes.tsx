import { CircleX, Info, Lock, type LucideIcon, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { PastedCell, PastePlan } from '#domain/block.ts'
import { useProblemWords } from './problem-words.ts'

type Look = 'error' | 'left_out' | 'locked' | 'quiet'
type Cause = { look: Look; words: string; examples: string[] }

const looks: Record<Look, { icon: LucideIcon; className: string }> = {
  error: { icon: CircleX, className: 'text-error' },
  left_out: { icon: TriangleAlert, className: 'text-warn' },
  locked: { icon: Lock, className: 'text-ink-2' },
  quiet: { icon: Info, className: 'text-ink-3' },
}

const EXAMPLES = 4

/** What of a block is not pasted, by cause, with how much of it there is. */
export function PasteCauses({ plan }: { plan: PastePlan }) {
  const t = useTranslations('entry.paste')
  const causes = useCauses()(plan)
  if (causes.length === 0) return null
  return (
    <section aria-label={t('leftAlone')} className="grid gap-1.5">
      <h3 className="text-sm font-medium">{t('leftAlone')}</h3>
      <ul className="grid gap-1 text-sm">
        {causes.map(({ look, words, examples }) => {
          const { icon: Icon, className } = looks[look]
          return (
            <li key={words} className="flex gap-2">
              <Icon aria-hidden size={14} strokeWidth={1.75} className={`mt-0.5 shrink-0 ${className}`} />
              <span className="min-w-0 wrap-anywhere">
                {words}
                {examples.length === 0 ? null : (
                  <span className="block text-xs text-ink-2">
                    {examples.slice(0, EXAMPLES).join(' · ')}
                    {examples.length > EXAMPLES ? ` ${t('more', { count: examples.length - EXAMPLES })}` : ''}
                  </span>
                )}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** What needs somebody first. */
function useCauses(): (plan: PastePlan) => Cause[] {
  const t = useTranslations('entry.paste')
  const problemWords = useProblemWords()
  const example = ({ line, column, source }: PastedCell) => `${line.number} ${column}: ${source}`

  return ({ cells, leftOut, outside, headings }) => {
    const errors = groupBy(cells, (cell) => (cell.outcome === 'error' ? problemWords(cell.problem) : null))
    const locked = groupBy(cells, (cell) => (cell.outcome === 'locked' ? cell.reason : null))
    const rows = groupBy(leftOut, ({ why }) => why)
    const quiet = (['heading', 'blank', 'same'] as const).flatMap((outcome): Cause[] => {
      const count = cells.filter((cell) => cell.outcome === outcome).length
      return count === 0 ? [] : [{ look: 'quiet', words: t(outcome, { count }), examples: [] }]
    })
    return [
      ...errors.map(([reason, those]): Cause => {
        const words = t('error', { count: those.length, reason })
        return { look: 'error', words, examples: those.map(example) }
      }),
      ...rows.map(([why, those]): Cause => {
        const examples = those.map(({ name }) => name || t('nameless'))
        return { look: 'left_out', words: t(why, { count: those.length }), examples }
      }),
      ...(outside === 0 ? [] : [{ look: 'left_out' as const, words: t('outside', { count: outside }), examples: [] }]),
      ...locked.map(([reason, those]): Cause => {
        return { look: 'locked', words: t('locked', { count: those.length, reason }), examples: [] }
      }),
      ...quiet,
      ...(headings.length === 0 ? [] : [{ look: 'quiet' as const, words: t('headings'), examples: headings }]),
    ]
  }
}

/** The entries of each key, in the order in which the keys come; without those that have none. */
function groupBy<Entry, Key extends string>(
  entries: readonly Entry[],
  keyOf: (entry: Entry) => Key | null,
): [Key, Entry[]][] {
  const groups = new Map<Key, Entry[]>()
  for (const entry of entries) {
    const key = keyOf(entry)
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), entry])
  }
  return [...groups]
}
