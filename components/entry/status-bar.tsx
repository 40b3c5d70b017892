'use client'
import { CloudCheck } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { Button } from '../ui/button.tsx'
import { Announcer } from './announcer.tsx'
import { CellGlyph } from './cell-glyph.tsx'
import type { CellStatus } from './cell-state.ts'
import { useEntry, useScreen } from './entry-context.tsx'
import { LateSelectionWords } from './late-dialogs.tsx'

const counted = [
  'saving',
  'refused',
  'waiting',
  'warning',
  'conflict',
  'unsent',
  'signed_out',
] as const satisfies CellStatus[]
const tones: Record<(typeof counted)[number], string> = {
  saving: 'text-accent',
  refused: 'text-error',
  waiting: 'text-ink-2',
  warning: 'text-warn',
  conflict: 'text-conflict',
  unsent: 'text-warn',
  signed_out: 'text-warn',
}
/** How saving goes: the last save, how many cells are in each state that is not rest; and what is selected. */
export function StatusBar() {
  const t = useTranslations('entry')
  const action = useTranslations('action')
  const format = useFormatter()
  const { store, columns } = useEntry()
  const { counts, savedAt } = useScreen((screen) => screen.summary)
  const said = savedAt ? t('savedAt', { time: format.dateTime(new Date(savedAt), { timeStyle: 'short' }) }) : ''
  const parts = counted.filter((status) => counts[status] > 0)
  const words = (status: (typeof counted)[number]) => t(`count.${status}`, { count: counts[status] })
  return (
    <div className="flex min-h-9 flex-wrap items-center gap-x-4 gap-y-1 text-xs">
      {said ? (
        <span className="inline-flex items-center gap-1.5 text-exceed">
          <CloudCheck aria-hidden size={14} strokeWidth={1.75} />
          {said}
        </span>
      ) : columns.some(({ closed }) => closed === null) ? (
        <span className="text-ink-3">{t('autosave')}</span>
      ) : null}
      {parts.map((status) => (
        <span key={status} className={`inline-flex items-center gap-1.5 font-medium ${tones[status]}`}>
          <CellGlyph status={status} />
          {words(status)}
        </span>
      ))}
      {counts.signed_out > 0 ? (
        <a href="/sign-in" target="_blank" rel="noreferrer" className="py-1 font-medium text-accent underline">
          {action('signIn')}
        </a>
      ) : null}
      {counts.unsent + counts.signed_out > 0 ? (
        <Button size="small" onClick={() => store.retry()}>
          {action('retry')}
        </Button>
      ) : null}
      <LateSelectionWords />
      <Announcer words={[said, ...parts.map(words)].filter(Boolean).join('. ')} />
    </div>
  )
}
