import { CircleX } from 'lucide-react'
import { type ReactNode, useId } from 'react'

/** What a control needs to be tied to its label, hint and error; spread it on the control. */
export type ControlProps = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined }

type Props = {
  label: ReactNode
  hint?: ReactNode
  /** Why the value was refused; the text that was typed stays in the control. */
  error?: ReactNode
  children: (control: ControlProps) => ReactNode
}

/** A labelled control: `<Field label="…">{(control) => <Input {...control} name="…" />}</Field>`. */
export function Field({ label, hint, error, children }: Props) {
  const id = useId()
  const describedBy = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      {children({ id, 'aria-describedby': describedBy || undefined, 'aria-invalid': error ? true : undefined })}
      {hint ? (
        <p id={`${id}-hint`} className="text-xs text-ink-3">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className="flex items-start gap-1 text-xs text-error">
          <CircleX aria-hidden size={14} strokeWidth={1.75} className="mt-px shrink-0" />
          {error}
        </p>
      ) : null}
    </div>
  )
}
