'use client'
import { useTranslations } from 'next-intl'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useScreen } from './entry-context.tsx'

type Props = { onClose: () => void; onSubmit: () => void }

/** Asks once more before a sheet is handed on of which something is open. */
export function SubmitQuestion({ onClose, onSubmit }: Props) {
  const t = useTranslations('entry.submit')
  const { warned, filled, total } = useScreen((screen) => screen.summary)
  return (
    <Dialog title={t('title')} onClose={onClose}>
      <ul className="grid gap-1 text-sm">
        {warned.size > 0 ? <li>{t('warned', { count: warned.size })}</li> : null}
        {filled < total ? <li>{t('missing', { count: total - filled })}</li> : null}
      </ul>
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>{t('look')}</Button>
        <Button
          variant="primary"
          onClick={() => {
            onClose()
            onSubmit()
          }}
        >
          {t('submit')}
        </Button>
      </div>
    </Dialog>
  )
}
