import { Check } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type SheetState, sheetStates } from '#domain/sheet-state.ts'

/** Nháp – Đã nộp – Đã duyệt – Đã khóa: what is passed, where the sheet stands, what lies ahead. */
export function WorkflowSteps({ state }: { state: SheetState }) {
  const t = useTranslations()
  const here = sheetStates.indexOf(state)
  return (
    <ol aria-label={t('unitYear.workflow')} className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
      {sheetStates.map((step, index) => (
        <li
          key={step}
          aria-current={index === here ? 'step' : undefined}
          className={`inline-flex items-center gap-2 ${index === here ? 'font-semibold' : index < here ? 'text-ink-2' : 'text-ink-3'}`}
        >
          {index > 0 ? <span aria-hidden="true" className="h-px w-3 bg-line-2 wide:w-4" /> : null}
          <Mark place={Math.sign(index - here)} />
          {t(`state.${step}`)}
          {index < here ? <span className="sr-only">{` (${t('unitYear.done')})`}</span> : null}
        </li>
      ))}
    </ol>
  )
}

/** −1: passed, a filled check; 0: here, a ring with a dot; 1: ahead, an empty ring. */
function Mark({ place }: { place: number }) {
  if (place < 0) {
    return (
      <span className="inline-flex size-4 items-center justify-center rounded-full bg-ink-2 text-surface">
        <Check aria-hidden size={11} strokeWidth={3} />
      </span>
    )
  }
  return (
    <span
      aria-hidden="true"
      className={`inline-flex size-4 items-center justify-center rounded-full border ${place === 0 ? 'border-2 border-accent' : 'border-line-2'}`}
    >
      {place === 0 ? <span className="size-1.5 rounded-full bg-accent" /> : null}
    </span>
  )
}
