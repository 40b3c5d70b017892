import { Lock } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { SheetState } from '#domain/sheet-state.ts'

const ring = <circle cx="5" cy="5" r="4" fill="none" stroke="currentColor" strokeWidth="1.4" />

const dots: Record<SheetState, React.ReactNode> = {
  draft: ring,
  submitted: (
    <>
      {ring}
      <path d="M5 1a4 4 0 0 0 0 8z" fill="currentColor" />
    </>
  ),
  approved: <circle cx="5" cy="5" r="4.7" fill="currentColor" />,
  locked: null,
}

/** Where a sheet stands in its workflow: hollow, half or full dot, or a lock; neutral ink, never a verdict's colour. */
export function StateMark({ state }: { state: SheetState }) {
  const t = useTranslations('state')
  return (
    <span className="inline-flex items-center gap-1.5 text-sm whitespace-nowrap text-ink-2">
      {state === 'locked' ? (
        <Lock aria-hidden size={12} strokeWidth={2} className="shrink-0" />
      ) : (
        <svg aria-hidden="true" width="10" height="10" viewBox="0 0 10 10" className="shrink-0">
          {dots[state]}
        </svg>
      )}
      {t(state)}
    </span>
  )
}
