import { useTranslations } from 'next-intl'
import type { Ref } from 'react'
import { Field } from '../ui/field.tsx'
import { Textarea } from '../ui/input.tsx'

type Props = { reason: string; onReason: (reason: string) => void; rows?: number; ref?: Ref<HTMLTextAreaElement> }

/** Why something is changed, in the words of the person who does. */
export function ReasonField({ reason, onReason, rows = 3, ref }: Props) {
  const t = useTranslations('entry.reason')
  return (
    <Field label={t('label')}>
      {(control) => (
        <Textarea
          {...control}
          ref={ref}
          rows={rows}
          required
          maxLength={1000}
          value={reason}
          onChange={(event) => onReason(event.target.value)}
        />
      )}
    </Field>
  )
}
