import { useTranslations } from 'next-intl'
import { Steps } from '#components/ui/steps.tsx'
import { type SheetState, sheetStates } from '#domain/sheet-state.ts'

/** Nháp – Đã nộp – Đã duyệt – Đã khóa: where a sheet stands. */
export function WorkflowSteps({ state }: { state: SheetState }) {
  const t = useTranslations()
  const steps = sheetStates.map((step) => ({ id: step, label: t(`state.${step}`) }))
  return <Steps label={t('unitYear.workflow')} steps={steps} here={state} />
}
