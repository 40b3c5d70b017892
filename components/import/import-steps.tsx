import { useTranslations } from 'next-intl'
import { Steps } from '../ui/steps.tsx'
import { type ImportStep, importAddress, importSteps } from './import-query.ts'

type Props = {
  batch: string | null
  here: ImportStep
  /** Those that can be looked at now. */
  open: readonly ImportStep[]
}

/** Tệp – Ghép cột – Ghép tên – Xem trước – Kết quả: where an import stands, and the ways back. */
export function ImportSteps({ batch, here, open }: Props) {
  const t = useTranslations('import')
  const steps = importSteps
    .filter((step) => step !== 'names' || step === here || open.includes(step))
    .map((step) => ({
      id: step,
      label: t(`step.${step}`),
      href: batch !== null && open.includes(step) ? importAddress({ batch, step }) : undefined,
    }))
  return <Steps label={t('steps')} steps={steps} here={here} />
}
