import { Check } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'

export type Step = {
  id: string
  label: string
  /** Where the step can be seen again, or for the first time. */
  href?: string | undefined
  /** Passed, and something in it is still open. */
  isOpen?: boolean
}

/** Steps in their order: what is passed, where one stands, what lies ahead. */
export function Steps({ label, steps, here }: { label: string; steps: readonly Step[]; here: string }) {
  const t = useTranslations('common')
  const place = steps.findIndex(({ id }) => id === here)
  return (
    <ol aria-label={label} className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
      {steps.map(({ id, label: name, href, isOpen = false }, index) => (
        <li
          key={id}
          aria-current={index === place ? 'step' : undefined}
          className={`inline-flex min-h-6.5 items-center gap-2 ${index === place ? 'font-semibold' : index < place ? 'text-ink-2' : 'text-ink-3'}`}
        >
          {index > 0 ? <span aria-hidden="true" className="h-px w-3 bg-line-2 max-desk:hidden wide:w-4" /> : null}
          <Mark place={isOpen && index < place ? 1 : Math.sign(index - place)} />
          {href === undefined || index === place ? (
            name
          ) : (
            <Link href={href} className="py-1 underline decoration-line-2 underline-offset-4 hover:text-ink">
              {name}
            </Link>
          )}
          {index < place ? <span className="sr-only">{` (${t(isOpen ? 'stepOpen' : 'stepDone')})`}</span> : null}
        </li>
      ))}
    </ol>
  )
}

/** −1: passed, a filled check; 0: here, a ring with a dot; 1: ahead or left open, an empty ring. */
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
