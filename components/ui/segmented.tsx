'use client'

import Link from 'next/link'
import type { ReactNode } from 'react'

type Choice = {
  value: string
  label: ReactNode
  /** Where a link leads; left out in a form, where the choice is a submit button. */
  href?: string
  /** Spoken instead of a label that is too short to be understood ("VI"). */
  spoken?: string
}

type Props = {
  /** What is chosen here, for screen readers. */
  label: string
  choices: Choice[]
  current: string | null
  /** The form field that a button sends; needed for choices without an address. */
  name?: string
  size?: 'regular' | 'small'
}

const itemClass = (selected: boolean, size: 'regular' | 'small') =>
  `inline-flex flex-auto items-center justify-center rounded-cell border px-2.5 text-sm font-medium whitespace-nowrap ${
    size === 'small' ? 'min-h-6' : 'min-h-7'
  } ${selected ? 'border-line-2 bg-raised text-ink' : 'border-transparent text-ink-2 hover:text-ink'}`

/** Two or three exclusive options: links (the URL keeps the choice) or submit buttons of the form around it. */
export function Segmented({ label, choices, current, name, size = 'regular' }: Props) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out in one line everywhere
    <div role="group" aria-label={label} className="inline-flex rounded-control border border-line bg-sunken p-px">
      {choices.map(({ value, label: text, href, spoken }) => {
        const selected = value === current
        const className = itemClass(selected, size)
        return href === undefined ? (
          <button
            key={value}
            type="submit"
            name={name}
            value={value}
            aria-pressed={selected}
            className={className}
            {...(spoken && { 'aria-label': spoken })}
          >
            {text}
          </button>
        ) : (
          <Link
            key={value}
            href={href}
            aria-current={selected ? 'true' : undefined}
            className={className}
            {...(spoken && { 'aria-label': spoken })}
          >
            {text}
          </Link>
        )
      })}
    </div>
  )
}
