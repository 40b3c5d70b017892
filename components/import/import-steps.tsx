import { useTranslations } from 'next-intl'
import { Steps } from '../ui/steps.tsx'
import { type ImportQuery, type ImportStep, importAddress, importSteps } from './import-query.ts'

type Props = {
  batch: string | null
  here: ImportStep
  /** Those that can be looked at now. */
  open: readonly ImportStep[]
  /** Passed without an answer to all that they ask. */
  unfinished: readonly ImportStep[]
  /** What the person came with. */
  from: Pick<ImportQuery, 'unit' | 'year'>
}

/** Tệp – Ghép cột – Ghép tên – Xem trước – Kết quả: where an import stands, and the ways back. */
export function ImportSteps({ batch, here, open, unfinished, from }: Props) {
  const t = useTranslations('import')
  const steps = importSteps
    .filter((step) => step !== 'names' || step === here || open.includes(step))
    .map((step) => ({
      id: step,
      label: t(`step.${step}`),
      href: batch !== null && open.includes(step) ? importAddress({ batch, step, ...from }) : undefined,
      isOpen: unfinished.includes(step),
    }))
  return <Steps label={t('steps')} steps={steps} here={here} />
}
